/** The content folder: which files there are, what they may be called, and how they are decoded. */
package io.noticepress.content.files;
