/** A planned page becomes bytes. */
package io.noticepress.render;
