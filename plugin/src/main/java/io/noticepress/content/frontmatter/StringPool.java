package io.noticepress.content.frontmatter;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps one copy of texts that many notices share, such as recipients. Safe for use by several threads. */
public final class StringPool {
    private static final int MAX_LENGTH = 120;

    private final ConcurrentHashMap<Object, Object> interned = new ConcurrentHashMap<>();

    /** The shared copy of a short text; a long one, which is unlikely to occur twice, is returned as it is. */
    public String intern(String text) {
        return text.length() > MAX_LENGTH ? text : (String) interned.computeIfAbsent(text, key -> key);
    }

    /** The shared copy of a list of texts. */
    public List<String> intern(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        @SuppressWarnings("unchecked") // only a list of strings is equal to a list of strings
        List<String> list = (List<String>) interned.computeIfAbsent(
                List.copyOf(texts.stream().map(this::intern).toList()), key -> key);
        return list;
    }
}
