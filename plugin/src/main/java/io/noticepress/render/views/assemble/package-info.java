/** Fills the records of templates from the catalog, in one language. */
package io.noticepress.render.views.assemble;
