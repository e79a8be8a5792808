/**
 * Resolves relative links and checks that their targets exist.
 *
 * <p>A link is resolved from paths alone; its target is looked up in the inventory and among the anchors of the target.
 *
 * <p>Doors: none.
 *
 * <p>Incremental: all links are checked in every build, from the findings in texts, without parsing unchanged texts.
 */
@NullMarked
package io.noticepress.content.links;

import org.jspecify.annotations.NullMarked;
