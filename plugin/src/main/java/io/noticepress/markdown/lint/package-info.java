/** Problems of a text: numbering, brackets, classification marks, places left to fill in. */
package io.noticepress.markdown.lint;
