package io.noticepress.model.values;

/** How wide and high a picture is shown that nothing scales, in pixels; both are at least 1. */
public record ImageSize(int width, int height) {}
