package io.noticepress.content.files;

import io.noticepress.problem.DidYouMean;
import io.noticepress.problem.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Suggestions for a word that is not one of a list: "write one of …", with the most likely word first. */
public final class Suggestions {
    private static final int MAX_SHOWN = 5;

    private Suggestions() {}

    /** The words of a list, the most likely one first; of a long list, only the first few. */
    public static Message oneOf(String word, Collection<String> known) {
        return oneOf(DidYouMean.suggest(word, known), known, MAX_SHOWN);
    }

    /** All words of a list, the most likely one first. */
    public static Message allOf(String word, Collection<String> known) {
        return oneOf(DidYouMean.suggest(word, known), known, known.size());
    }

    private static Message oneOf(Optional<String> meant, Collection<String> known, int limit) {
        List<String> words = withFirst(meant, known);
        if (words.size() > limit) {
            words.subList(limit, words.size()).clear();
            words.add("…");
        }
        return Message.list(words);
    }

    /** All words of a list, with the one that was meant, if known, moved to the front. */
    public static List<String> withFirst(Optional<String> meant, Collection<String> known) {
        List<String> words = new ArrayList<>(known);
        meant.ifPresent(first -> {
            words.remove(first);
            words.add(0, first);
        });
        return words;
    }

    /** The key whose name in some language is the word: {@code party-building} for 党建工作. */
    public static Optional<String> keyByName(String word, Map<String, ? extends Collection<String>> names) {
        String plain = ContentFolder.nfc(word).strip();
        for (Map.Entry<String, ? extends Collection<String>> entry : names.entrySet()) {
            if (entry.getValue().stream()
                    .anyMatch(name -> ContentFolder.nfc(name).equalsIgnoreCase(plain))) {
                return Optional.of(entry.getKey());
            }
        }
        return Optional.empty();
    }

    /** The key whose name in some language is similar to the word. */
    public static Optional<String> keyByNearName(String word, Map<String, ? extends Collection<String>> names) {
        String plain = ContentFolder.nfc(word).strip();
        for (Map.Entry<String, ? extends Collection<String>> entry : names.entrySet()) {
            if (DidYouMean.suggest(plain, entry.getValue()).isPresent()) {
                return Optional.of(entry.getKey());
            }
        }
        return Optional.empty();
    }

    /** "write one of …, or add "x" to content/issuers.yaml" (contract, section 5). */
    public static Message mendUnknownKey(String word, Optional<String> meant, Collection<String> known, String file) {
        boolean addable = Slug.fault(word).isEmpty();
        if (known.isEmpty()) {
            return addable
                    ? Message.of("在 {1} 中添加“{0}”", "add \"{0}\" to {1}", word, file)
                    : Message.of("先在 {0} 中添加", "add it to {0} first", file);
        }
        Message list = oneOf(meant, known, MAX_SHOWN);
        if (known.size() == 1) {
            return addable
                    ? Message.of("改成 {0}，或在 {2} 中添加“{1}”", "write {0}, or add \"{1}\" to {2}", list, word, file)
                    : Message.of("改成 {0}", "write {0}", list);
        }
        return addable
                ? Message.of("改成 {0} 之一，或在 {2} 中添加“{1}”", "write one of {0}, or add \"{1}\" to {2}", list, word, file)
                : Message.of("改成 {0} 之一", "write one of {0}", list);
    }
}
