/** Finds agreed terms in a text and reports those a translation does not use. */
package io.noticepress.translation.terms;
