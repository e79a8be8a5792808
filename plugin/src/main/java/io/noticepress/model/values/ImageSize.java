package io.noticepress.model.values;

/** The natural size of a picture in pixels; both are at least 1. */
public record ImageSize(int width, int height) {}
