/** What of a notice is indexed: its fields, normalized and split into tokens. */
package io.noticepress.search.text;
