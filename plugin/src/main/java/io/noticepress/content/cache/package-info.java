/** Encodes the facts of a notice for the next build, and decodes them if its files are unchanged. */
package io.noticepress.content.cache;
