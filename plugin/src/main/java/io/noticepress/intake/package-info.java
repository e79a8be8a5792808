/** Raw text, Word and PDF become a draft notice, with every character accounted for. */
package io.noticepress.intake;
