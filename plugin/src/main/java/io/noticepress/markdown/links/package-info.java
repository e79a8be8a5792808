/** Link destinations: which are allowed, and which files they lead to. */
package io.noticepress.markdown.links;
