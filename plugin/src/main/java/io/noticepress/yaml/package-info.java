/**
 * A safe subset of YAML, each value with its line and column.
 *
 * <p>Parses front matter and settings files, explains syntax errors to editors who know no YAML, and changes single
 * fields without touching the rest of a file.
 *
 * <p>Doors: {@link FieldEditor}, {@link Mapping}, {@link Scalar}, {@link Sequence}, {@link Value}, {@link YamlParser},
 * {@link YamlText}.
 *
 * <p>Incremental: an edited file is parsed as a whole; unchanged notices are not parsed, as their facts are cached.
 *
 * <p>Of SnakeYAML, only the event parser is used: its constructors convert text such as {@code no} and {@code 1:30} to
 * other types and can create objects.
 */
@NullMarked
package io.noticepress.yaml;

import org.jspecify.annotations.NullMarked;
