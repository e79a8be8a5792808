/**
 * The records that templates read; their component names are the interface of themes.
 *
 * <p>One record for each kind of page, and the records they share. {@code themes/official/README.md} documents their
 * components: renaming one breaks the themes of users.
 *
 * <p>Incremental: created for each page that is rendered, and not kept.
 */
@NullMarked
package io.noticepress.render.views;

import org.jspecify.annotations.NullMarked;
