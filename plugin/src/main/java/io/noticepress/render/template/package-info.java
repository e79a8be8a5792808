/** FreeMarker, confined to the theme's own files and to record components. */
package io.noticepress.render.template;
