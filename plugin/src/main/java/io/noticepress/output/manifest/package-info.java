/**
 * What the last build wrote: each file with its digest and inputs, cached findings, checksums.txt.
 *
 * <p>Incremental: the tables of the build cache, about 120 bytes per file of the site, are rewritten by each build that changes
 * anything; findings are appended.
 */
@NullMarked
package io.noticepress.output.manifest;

import org.jspecify.annotations.NullMarked;
