/** HTTP handler for pages, the injected script and server-sent events. */
package io.noticepress.preview.http;
