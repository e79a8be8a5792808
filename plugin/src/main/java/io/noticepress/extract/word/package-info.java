/** WordprocessingML: paragraphs, tables, list numbers, notes and revisions. */
package io.noticepress.extract.word;
