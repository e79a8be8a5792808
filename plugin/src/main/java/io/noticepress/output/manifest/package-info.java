/** What the last build wrote: each file with its digest and inputs, cached findings, checksums.txt. */
package io.noticepress.output.manifest;
