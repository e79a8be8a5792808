package io.noticepress.content.frontmatter;

import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.MarkdownFile;
import io.noticepress.problem.Location;
import io.noticepress.problem.Problems;
import io.noticepress.yaml.Mapping;
import io.noticepress.yaml.Scalar;
import io.noticepress.yaml.Sequence;
import io.noticepress.yaml.Value;
import java.util.Optional;

/** The position of a field in front matter, found by reading the file again, because positions are not kept in memory. */
public record FieldLocation(Location at, int width) {
    /** The position of a field, named level by level; that of the whole file if it is no longer there. */
    public static FieldLocation find(ContentFolder folder, String path, String... names) {
        return findValue(folder, path, names)
                .map(FieldLocation::find)
                .orElse(new FieldLocation(Location.ofFile(folder.displayPath(path)), 1));
    }

    /** The position of an entry of a list, by its text; that of the list if there is no such entry. */
    public static FieldLocation findEntry(ContentFolder folder, String path, String entry, String... names) {
        Optional<Value> list = findValue(folder, path, names);
        if (list.isPresent() && list.get() instanceof Sequence sequence) {
            for (Value value : sequence.values()) {
                if (value instanceof Scalar scalar && scalar.text().strip().equals(entry)) {
                    return find(value);
                }
            }
        }
        return find(folder, path, names);
    }

    private static FieldLocation find(Value value) {
        return new FieldLocation(value.at(), value.width());
    }

    private static Optional<Value> findValue(ContentFolder folder, String path, String... names) {
        Optional<Value> value = MarkdownFile.read(folder, path, new Problems())
                .flatMap(MarkdownFile::frontMatter)
                .map(Value.class::cast);
        for (String name : names) {
            value = value.filter(Mapping.class::isInstance)
                    .flatMap(map -> ((Mapping) map).field(name))
                    .map(Mapping.Field::value);
        }
        return value;
    }
}
