package io.noticepress.scaffold;

import java.util.List;

/**
 * What the user has given for a new notice, as typed; empty where nothing was given.
 *
 * @param issuers keys of issuers, lead body first
 * @param issued the date of issue, {@code yyyy-MM-dd}
 * @param topics keys of topics
 */
public record NewNoticeInput(
        List<String> issuers, String number, String title, String issued, List<String> topics, String slug) {
    public NewNoticeInput {
        issuers = List.copyOf(issuers);
        topics = List.copyOf(topics);
    }

    /** The same with one field replaced by what was typed; entries of a list are separated by commas or spaces. */
    public NewNoticeInput with(String field, String typed) {
        return switch (field) {
            case "issuer" -> new NewNoticeInput(splitList(typed), number, title, issued, topics, slug);
            case "number" -> new NewNoticeInput(issuers, typed.strip(), title, issued, topics, slug);
            case "title" -> new NewNoticeInput(issuers, number, typed.strip(), issued, topics, slug);
            case "issued" -> new NewNoticeInput(issuers, number, title, typed.strip(), topics, slug);
            case "topics" -> new NewNoticeInput(issuers, number, title, issued, splitList(typed), slug);
            case "slug" -> new NewNoticeInput(issuers, number, title, issued, topics, typed.strip());
            default -> throw new IllegalArgumentException("no field named " + field);
        };
    }

    /** Nothing given yet. */
    public static NewNoticeInput empty() {
        return new NewNoticeInput(List.of(), "", "", "", List.of(), "");
    }

    private static List<String> splitList(String typed) {
        String plain = typed.strip().replaceAll("[\\s,，、]+", " ");
        return plain.isBlank() ? List.of() : List.of(plain.strip().split(" "));
    }
}
