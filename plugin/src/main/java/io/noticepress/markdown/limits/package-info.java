/**
 * Limits of size, count and nesting, checked before and while a text is parsed.
 *
 * <p>Stops texts that would keep a parser busy or overflow its stack; the limits give the same result on every machine.
 *
 * <p>Incremental: every parsed text is checked, in one pass over its lines.
 *
 * <p>flexmark has no limits of its own and cannot be interrupted: a line of 50 characters can keep it busy for days.
 */
@NullMarked
package io.noticepress.markdown.limits;

import org.jspecify.annotations.NullMarked;
