/** The site while it is being written: watches, serves, reloads. */
package io.noticepress.preview;
