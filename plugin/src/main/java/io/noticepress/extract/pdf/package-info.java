/** Text layer of PDF pages: lines, columns, ruled tables, running heads. */
package io.noticepress.extract.pdf;
