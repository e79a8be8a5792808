/** Frequent phrases, indexed as terms of their own and as the context of their neighbours. */
package io.noticepress.search.phrases;
