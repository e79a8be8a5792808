/** Live preview: file watcher, HTTP server, event stream. */
package io.noticepress.preview;
