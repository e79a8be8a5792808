/** What a run prints and writes: log lines, report.json, translations.json, CI annotations.
 *
 * <p>Incremental: nothing is; every run prints and writes all of it.
 */
@NullMarked
package io.noticepress.report;

import org.jspecify.annotations.NullMarked;
