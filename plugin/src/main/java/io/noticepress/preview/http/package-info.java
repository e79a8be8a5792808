/**
 * HTTP handler for pages, the injected script and server-sent events.
 *
 * <p>Incremental: a page is rendered when it is requested, and comes from the cache of {@code site} if its inputs are the same.
 *
 * <p>Built on the JDK's {@code com.sun.net.httpserver}: Jetty or Javalin would add megabytes to the jar for one user on one
 * machine.
 */
@NullMarked
package io.noticepress.preview.http;

import org.jspecify.annotations.NullMarked;
