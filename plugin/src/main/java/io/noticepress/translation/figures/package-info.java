/** Finds numbers, dates and shares in Chinese and English text in a form independent of the language. */
package io.noticepress.translation.figures;
