/** Templates, words and assets: a planned page becomes bytes. */
package io.noticepress.theme;
