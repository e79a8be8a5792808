/** Tests of the finished site from outside: as readers, search engines, feed readers and users of the open data see it. */
package io.noticepress.site;
