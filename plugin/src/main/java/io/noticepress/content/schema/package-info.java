/** The table of all fields, from which readers, checks and JSON Schemas are made. */
package io.noticepress.content.schema;
