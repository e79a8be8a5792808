/** Reads site.yaml and the lists of issuers, topics, kinds and terms. */
package io.noticepress.content.settings;
