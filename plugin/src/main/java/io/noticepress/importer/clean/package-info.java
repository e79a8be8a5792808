/**
 * Removes page numbers, hidden characters and stray blanks; finds plain-text tables; joins wrapped lines.
 *
 * <p>Turns the lines of a source into rows and rows into paragraphs, for the recogniser. Also has the patterns of dates,
 * annexes and names of bodies that several steps use.
 *
 * <p>Incremental: importing is not part of a build; each import cleans its document as a whole.
 */
@NullMarked
package io.noticepress.importer.clean;

import org.jspecify.annotations.NullMarked;
