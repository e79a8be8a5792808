/** What an editor asks for: a new notice, the state of the translations. */
package io.noticepress.desk;
