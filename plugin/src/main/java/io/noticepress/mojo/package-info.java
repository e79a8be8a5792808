/** Maven goals: parameters in, exit status out.
 *
 * <p>A goal makes a request from its parameters, runs the pipeline or the preview, and fails if the run has failed. Nothing
 * imports this package.
 *
 * <p>Doors: {@link BuildMojo}, {@link ImportMojo}, {@link NewMojo}, {@link ServeMojo}, {@link TranslationsMojo}, {@link
 * ValidateMojo}.
 *
 * <p>Incremental: each goal is a run of its own; nothing is kept in memory between goals.
 */
@NullMarked
package io.noticepress.mojo;

import org.jspecify.annotations.NullMarked;
