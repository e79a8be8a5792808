/** Reads the finished site as its visitors do: people, search engines, feed readers, users of its data. */
package io.noticepress.site;
