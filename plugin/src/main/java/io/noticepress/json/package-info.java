/**
 * JSON with the same bytes for the same values.
 *
 * <p>All JSON of the plugin, in the site and in reports, is written here; the plugin reads no JSON.
 *
 * <p>Doors: {@link JsonWriter}.
 *
 * <p>Incremental: nothing is kept; a file is written whole when it is stale.
 *
 * <p>Only Jackson's streaming generator is used: its data binding would need classes or annotations for what are plain
 * maps, and would accept maps without a defined order.
 */
@NullMarked
package io.noticepress.json;

import org.jspecify.annotations.NullMarked;
