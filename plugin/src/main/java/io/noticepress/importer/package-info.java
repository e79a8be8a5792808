/** Word, PDF and plain text become a draft notice, with every character accounted for. */
package io.noticepress.importer;
