/** Resolves relative links and checks that their targets exist. */
package io.noticepress.content.links;
