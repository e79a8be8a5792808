/** What has not changed since the last build: its result, snapshots of its folders, a scan of the output, cached facts. */
package io.noticepress.output.uptodate;
