/** Reads a file into text with lines: encodings, formats, and the sandboxed JVM for Word and PDF. */
package io.noticepress.importer.source;
