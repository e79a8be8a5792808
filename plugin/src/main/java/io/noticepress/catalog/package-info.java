/** All notices in order, and the shelves they stand on: year, issuer, topic, kind. */
package io.noticepress.catalog;
