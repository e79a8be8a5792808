/**
 * Inspects attached files: signature, active content, digest, and size of images.
 *
 * <p>Attachments come from outside, so nothing in them is decoded or executed.
 *
 * <p>Doors: none.
 *
 * <p>Incremental: files are read again only if a file of their notice changed.
 *
 * <p>Own code for signatures and image sizes: Apache Tika is large and would parse the files, and javax.imageio reads neither
 * WebP nor the orientation in Exif.
 */
@NullMarked
package io.noticepress.content.attachments;

import org.jspecify.annotations.NullMarked;
