/** Notices in order, by year, issuer, topic and kind; their relations; missing translations. */
package io.noticepress.catalog;
