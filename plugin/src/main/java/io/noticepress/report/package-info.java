/** What a run prints and writes: log lines, report.json, translations.json, CI annotations. */
package io.noticepress.report;
