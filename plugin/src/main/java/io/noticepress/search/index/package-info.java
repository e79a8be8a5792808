/** Postings: in-memory segments of some notices, merged with the previous index. */
package io.noticepress.search.index;
