package io.noticepress.content;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps one copy of what many notices say alike, such as their recipients. Safe for use by several threads. */
final class Pool {
    private static final int LONGEST = 120;

    private final ConcurrentHashMap<Object, Object> kept = new ConcurrentHashMap<>();

    /** The kept copy of a short text; a long one is hardly ever said twice. */
    String same(String text) {
        return text.length() > LONGEST ? text : (String) kept.computeIfAbsent(text, key -> key);
    }

    /** The kept copy of a list of texts. */
    List<String> same(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        @SuppressWarnings("unchecked") // only lists of texts are equal to a list of texts
        List<String> list = (List<String>)
                kept.computeIfAbsent(List.copyOf(texts.stream().map(this::same).toList()), key -> key);
        return list;
    }
}
