/** Blocks of a text: headings, anchors, outline and fingerprints. */
package io.noticepress.markdown.analysis;
