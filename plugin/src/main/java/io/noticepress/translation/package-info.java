/** Checks that translations are up to date and say what their originals say. */
package io.noticepress.translation;
