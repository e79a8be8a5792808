/** The site, its languages, issuers, topics and kinds of documents. */
package io.noticepress.model.site;
