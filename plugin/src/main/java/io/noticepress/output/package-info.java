/** The site on disk, changed atomically: which files are stale, staging, commit. */
package io.noticepress.output;
