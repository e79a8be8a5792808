/** Values with line and column. */
package io.noticepress.yaml;
