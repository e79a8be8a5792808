/**
 * What a run prints and writes: log lines, report.json, translations.json, CI annotations.
 *
 * <p>Doors: {@link RunRequest}, {@link RunConsole}, {@link RunReport}, {@link RunLog}, {@link CiPlatform}.
 *
 * <p>Incremental: every run prints and writes all of it; problems of files that were not read again come from the cache.
 */
@NullMarked
package io.noticepress.report;

import org.jspecify.annotations.NullMarked;
