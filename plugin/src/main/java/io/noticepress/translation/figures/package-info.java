/**
 * Finds numbers, dates, times and percentages in Chinese and English text in a form independent of the language.
 *
 * <p>A figure has keys such as {@code n:35000} for both 3.5万 and 35,000. A translation must provide the keys of its original.
 *
 * <p>Doors: none.
 *
 * <p>Incremental: nothing is kept.
 *
 * <p>Own code, because ICU (15 MB) spells numbers out but does not find them in Chinese prose.
 */
@NullMarked
package io.noticepress.translation.figures;

import org.jspecify.annotations.NullMarked;
