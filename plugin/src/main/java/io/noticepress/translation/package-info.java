/** Checks that translations are up to date and say what their originals say.
 *
 * <p>Whether a translation is up to date is told from the recorded fingerprints of the original's blocks. Blocks, figures and
 * agreed terms are compared when a run checks all content.
 *
 * <p>Doors: {@link TranslationCheck}, {@link TranslationStatus}.
 *
 * <p>Incremental: whether translations are up to date is computed from facts and findings, without parsing; a comparison
 * parses all texts of the notice.
 */
@NullMarked
package io.noticepress.translation;

import org.jspecify.annotations.NullMarked;
