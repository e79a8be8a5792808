package io.noticepress.yaml;

import io.noticepress.problem.Location;
import java.util.List;
import java.util.Optional;

/** A map: its fields in source order, each name once. */
public record Mapping(List<Field> fields, Location at, int width) implements Value {
    /** A name and its value: {@code issued: 2023-04-15}. */
    public record Field(Scalar key, Value value) {
        /** The name of the field: {@code issued}. */
        public String name() {
            return key.text();
        }
    }

    public Mapping {
        fields = List.copyOf(fields);
    }

    /** The field with a name, if the map has it. */
    public Optional<Field> field(String name) {
        for (Field field : fields) {
            if (field.name().equals(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
