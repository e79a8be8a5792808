/** The site on disk, changed atomically: which files are stale, staging, commit. */
@NullMarked
package io.noticepress.output;

import org.jspecify.annotations.NullMarked;
