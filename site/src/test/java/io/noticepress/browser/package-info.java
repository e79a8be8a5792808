/** Tests of the finished site in a browser. Compiled and run with {@code -Pbrowser} only. */
package io.noticepress.browser;
