/** Finds the elements of an official document (GB/T 9704-2012): masthead, title, recipients, signature, annexes, colophon. */
package io.noticepress.importer.recognise;
