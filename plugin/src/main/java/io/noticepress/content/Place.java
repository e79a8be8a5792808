package io.noticepress.content;

import io.noticepress.problem.Location;
import io.noticepress.problem.Problems;
import io.noticepress.yaml.Mapping;
import io.noticepress.yaml.Scalar;
import io.noticepress.yaml.Sequence;
import io.noticepress.yaml.Value;
import java.util.Optional;

/** Where something stands in a front matter, found by reading the file again: places are not kept in memory. */
public record Place(Location at, int width) {
    /** The place of a field, its name given level by level; the whole file if it is no longer there. */
    public static Place of(ContentFolder folder, String path, String... names) {
        return value(folder, path, names).map(Place::of).orElse(new Place(Location.ofFile(folder.shown(path)), 1));
    }

    /** The place of an entry of a list, by its text; else of the list. */
    static Place ofEntry(ContentFolder folder, String path, String entry, String... names) {
        Optional<Value> list = value(folder, path, names);
        if (list.isPresent() && list.get() instanceof Sequence sequence) {
            for (Value value : sequence.values()) {
                if (value instanceof Scalar scalar && scalar.text().strip().equals(entry)) {
                    return of(value);
                }
            }
        }
        return of(folder, path, names);
    }

    private static Place of(Value value) {
        return new Place(value.at(), value.width());
    }

    private static Optional<Value> value(ContentFolder folder, String path, String... names) {
        Optional<Value> value = SourceText.read(folder, path, new Problems())
                .flatMap(SourceText::front)
                .map(Value.class::cast);
        for (String name : names) {
            value = value.filter(Mapping.class::isInstance)
                    .flatMap(map -> ((Mapping) map).field(name))
                    .map(Mapping.Field::value);
        }
        return value;
    }
}
