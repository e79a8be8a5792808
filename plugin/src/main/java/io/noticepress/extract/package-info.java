/** Lines and tables of office formats, read in a JVM of its own, and what was left out. */
package io.noticepress.extract;
