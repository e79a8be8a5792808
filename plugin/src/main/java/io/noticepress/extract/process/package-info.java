/** Entry point of the separate JVM, its transcript file and its blocked network. */
package io.noticepress.extract.process;
