/** The records that templates read; their component names are the interface of themes. */
package io.noticepress.render.views;
