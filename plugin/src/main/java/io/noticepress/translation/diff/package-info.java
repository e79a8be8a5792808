/** Compares the blocks of two texts by their longest common subsequence. */
package io.noticepress.translation.diff;
