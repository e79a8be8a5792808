package io.noticepress.problem;

import java.util.Collection;

/**
 * A sentence in each message language, with its values filled in.
 *
 * <p>Placeholders are numbered, so that each language may use its own word order:
 * {@code Message.of("没有“{0}”这个发文机关", "unknown issuer \"{0}\"", "kxx")} gives {@code 没有“kxx”这个发文机关} and
 * {@code unknown issuer "kxx"}.
 */
public record Message(String zh, String en) {
    /**
     * The patterns with {@code {0}}, {@code {1}}, … replaced by the values; other braces are kept. A value that is itself a
     * message is inserted in the same language.
     */
    public static Message of(String zh, String en, Object... values) {
        return new Message(fill(zh, MessageLanguage.ZH, values), fill(en, MessageLanguage.EN, values));
    }

    /** A list with each language's separator: {@code kx、kjt} and {@code kx, kjt}. */
    public static Message list(Collection<String> items) {
        return new Message(String.join("、", items), String.join(", ", items));
    }

    /** The sentence in one language. */
    public String in(MessageLanguage language) {
        return language == MessageLanguage.ZH ? zh : en;
    }

    private static String fill(String pattern, MessageLanguage language, Object[] values) {
        if (values.length == 0) {
            return pattern;
        }
        StringBuilder out = new StringBuilder(pattern.length() + 32);
        for (int i = 0; i < pattern.length(); i++) {
            int index = i + 2 < pattern.length() && pattern.charAt(i) == '{' && pattern.charAt(i + 2) == '}'
                    ? pattern.charAt(i + 1) - '0'
                    : -1;
            if (index >= 0 && index < values.length) {
                Object value = values[index];
                out.append(value instanceof Message message ? message.in(language) : value);
                i += 2;
            } else {
                out.append(pattern.charAt(i));
            }
        }
        return out.toString();
    }
}
