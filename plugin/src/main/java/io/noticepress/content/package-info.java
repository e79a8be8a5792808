/** The editors' files: facts held in memory, bodies read on demand, links and numbers checked across notices.
 *
 * <p>The content folder is read by the sub-packages: which files there are, settings, front matter, attachments. This package
 * reads bodies and checks what concerns several notices. It reports problems and never stops at the first one.
 *
 * <p>Doors: {@link BodyReader}, {@link CrossCheck}.
 *
 * <p>Incremental: after an edit, only the notice whose file changed is read again; {@link CrossCheck} goes through the facts
 * and findings of all notices, which are in memory.
 */
@NullMarked
package io.noticepress.content;

import org.jspecify.annotations.NullMarked;
