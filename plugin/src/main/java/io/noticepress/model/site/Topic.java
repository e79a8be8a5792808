package io.noticepress.model.site;

import java.util.Optional;

/** A topic (主题分类). {@code parent} is the key of the wider topic. */
public record Topic(String key, LocalizedText name, Optional<String> parent) {}
