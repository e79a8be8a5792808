/**
 * The table of all fields, from which readers, checks and JSON Schemas are made.
 *
 * <p>A new field begins in {@link FieldSchemas}, with its description in {@code fields.yaml}. {@link FieldReader} reads the
 * fields of a map by this table.
 *
 * <p>Doors: {@link FieldNames}, {@link FieldSchemas}, {@link FieldSpec}, {@link JsonSchemas}.
 *
 * <p>Incremental: nothing is kept; the JSON Schemas depend on the settings only, and {@code fields.yaml} is not read unless
 * they, a new notice or a message need it.
 *
 * <p>JSON Schema validators are not used for reading: they know neither line and column nor how to mend a value.
 */
@NullMarked
package io.noticepress.content.schema;

import org.jspecify.annotations.NullMarked;
