package io.noticepress.yaml;

import io.noticepress.problem.Location;

/**
 * A single value. It is always text: {@code 0123}, {@code no} and {@code 2024-02-30} are never converted to another type.
 *
 * @param text without quotes, escapes resolved; empty for {@code title:} with nothing after it
 */
public record Scalar(String text, Location at, int width) implements Value {}
