/**
 * Finds the elements of an official document (GB/T 9704-2012): masthead, title, recipients, signature, annexes, colophon.
 *
 * <p>Each element has its own class, which takes its rows from the document; what is left is the body. Whatever is inferred
 * instead of read becomes a remark for the editor.
 *
 * <p>Incremental: importing is not part of a build; each import recognises its document as a whole.
 *
 * <p>The elements are found by rules, not by a trained model: the result must be the same every time, and an editor must be
 * able to understand it.
 */
@NullMarked
package io.noticepress.importer.recognise;

import org.jspecify.annotations.NullMarked;
