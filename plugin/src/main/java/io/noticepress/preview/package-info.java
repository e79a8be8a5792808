/**
 * Live preview: file watcher, HTTP server, event stream.
 *
 * <p>Doors: {@link PreviewServer}.
 *
 * <p>Incremental: the watcher reports changed paths, {@code site} reads those and plans the affected pages, and the event stream
 * makes a browser load its page again if that page changed.
 */
@NullMarked
package io.noticepress.preview;

import org.jspecify.annotations.NullMarked;
