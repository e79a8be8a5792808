package io.noticepress.yaml;

import io.noticepress.problem.Location;
import java.util.List;

/** A list: {@code [a, b]}, or lines that each start with {@code -}. */
public record Sequence(List<Value> values, Location at, int width) implements Value {
    public Sequence {
        values = List.copyOf(values);
    }
}
