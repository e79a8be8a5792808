/** JSON from maps, lists and texts, the same bytes each time. */
package io.noticepress.json;
