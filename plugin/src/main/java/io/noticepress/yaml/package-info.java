/** YAML in which every value knows its line and column. */
package io.noticepress.yaml;
