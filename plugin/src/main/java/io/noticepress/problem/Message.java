package io.noticepress.problem;

import java.util.Collection;

/**
 * A sentence of the plugin in each language it speaks, with its values filled in.
 *
 * <p>Values stand at numbered places, so that each language may order them its own way:
 * {@code Phrase.of("没有“{0}”这个发文机关", "unknown issuer \"{0}\"", key)}.
 */
public record Message(String zh, String en) {
    /**
     * The sentence with {@code {0}}, {@code {1}}, … replaced by the values' text; other braces stay as they are. A value that is
     * itself a phrase is put in the same language.
     */
    public static Message of(String zh, String en, Object... values) {
        return new Message(fill(zh, MessageLanguage.ZH, values), fill(en, MessageLanguage.EN, values));
    }

    /** Words in a row, as each language separates them: {@code kx、kjt} and {@code kx, kjt}. */
    public static Message list(Collection<String> words) {
        return new Message(String.join("、", words), String.join(", ", words));
    }

    /** The sentence in one language. */
    public String in(MessageLanguage messageLanguage) {
        return messageLanguage == MessageLanguage.ZH ? zh : en;
    }

    private static String fill(String pattern, MessageLanguage messageLanguage, Object[] values) {
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
                out.append(value instanceof Message message ? message.in(messageLanguage) : value);
                i += 2;
            } else {
                out.append(pattern.charAt(i));
            }
        }
        return out.toString();
    }
}
