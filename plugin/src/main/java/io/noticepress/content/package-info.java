/** The editors' files: facts at once, bodies on demand. */
package io.noticepress.content;
