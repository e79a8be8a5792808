/**
 * Compares the blocks of two texts by their longest common subsequence.
 *
 * <p>The blocks of an original are compared with their recorded fingerprints, and with the blocks of a translation.
 *
 * <p>Doors: none.
 *
 * <p>Incremental: nothing is kept.
 *
 * <p>Own code, because the common subsequence of two short lists takes 30 lines, and the result is needed as marks, not as
 * patches.
 */
@NullMarked
package io.noticepress.translation.diff;

import org.jspecify.annotations.NullMarked;
