/**
 * Problems in the input, each with a code, a place, a message and a mend.
 *
 * <p>Every package reports errors and warnings as these values. Messages exist in Chinese and English; codes are part of
 * the contract and never change.
 *
 * <p>Doors: {@link DidYouMean}, {@link HiddenChars}, {@link Location}, {@link Message}, {@link MessageLanguage},
 * {@link Problem}, {@link ProblemCode}, {@link ProblemCodec}, {@link ProblemFormat}, {@link Problems}, {@link RunFailed},
 * {@link Severity}.
 *
 * <p>Incremental: the problems of an unchanged text are read from the findings cache.
 */
@NullMarked
package io.noticepress.problem;

import org.jspecify.annotations.NullMarked;
