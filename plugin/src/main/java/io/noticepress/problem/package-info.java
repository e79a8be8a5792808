/** How a mistake is said: place, what, how to mend. */
package io.noticepress.problem;
