/** HTTP handler for pages, the injected script and server-sent events.
 *
 * <p>Built on the JDK's {@code com.sun.net.httpserver}: it is enough for one user on one machine, and adds nothing to the jar.
 *
 * <p>Incremental: a page is rendered when it is requested, and comes from the cache of {@code site} if its inputs are the same.
 */
@NullMarked
package io.noticepress.preview.http;

import org.jspecify.annotations.NullMarked;
