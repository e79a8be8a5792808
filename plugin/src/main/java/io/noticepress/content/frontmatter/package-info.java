/** Reads the front matter of notices, translations and pages. */
package io.noticepress.content.frontmatter;
