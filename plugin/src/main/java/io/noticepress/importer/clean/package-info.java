/** Removes page numbers, hidden characters and stray blanks; finds plain-text tables; joins wrapped lines. */
package io.noticepress.importer.clean;
