/** The site in memory while editors write: snapshot, rendered pages, problems, search. */
package io.noticepress.preview.site;
