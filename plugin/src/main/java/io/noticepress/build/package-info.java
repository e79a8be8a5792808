/** What happens, in which order, on how many threads. */
package io.noticepress.build;
