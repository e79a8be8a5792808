/** A mistake in the input: code, place, message and mend. */
package io.noticepress.problem;
