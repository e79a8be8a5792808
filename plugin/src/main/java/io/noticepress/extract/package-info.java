/** Word and PDF files, read in a JVM of their own: their lines and tables, and what was left out. */
package io.noticepress.extract;
