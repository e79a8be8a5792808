/** Figures and agreed terms in running text: what a translation must say again. */
package io.noticepress.wording;
