/**
 * Text layer of PDF pages: lines, columns, ruled tables, running heads.
 *
 * <p>Groups the glyphs that PDFBox finds on a page into lines in reading order.
 *
 * <p>Incremental: nothing is kept; an import reads its document once.
 *
 * <p>The order of lines of PDFBox's own text stripper is not used: it knows neither columns nor tables.
 */
@NullMarked
package io.noticepress.extract.pdf;

import org.jspecify.annotations.NullMarked;
