/** Inspects attached files: signature, active content, digest, and size of images. */
package io.noticepress.content.attachments;
