package io.noticepress.content.frontmatter;

import io.noticepress.content.files.ContentFolder;
import io.noticepress.model.site.DocumentKind;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the kind of a document by its code, its name, or its title. */
public final class KindMatcher {
    // （试行）, (Trial), （2023年修订）
    private static final Pattern TRAILING_BRACKETS = Pattern.compile("(?:\\s*[（(〔\\[][^（）()〔〕\\[\\]]*[）)〕\\]])+\\s*$");

    private final Collection<DocumentKind> kinds;

    /** The kinds by their spellings in NFC and lower case, the longest first. */
    private final List<Map.Entry<String, DocumentKind>> kindsBySpelling;

    /** A matcher for these kinds. */
    public KindMatcher(Collection<DocumentKind> kinds) {
        this.kinds = List.copyOf(kinds);
        this.kindsBySpelling = kinds.stream()
                .flatMap(documentKind ->
                        documentKind.spellings().stream().map(name -> Map.entry(foldCase(name), documentKind)))
                .sorted(Comparator.comparing((Map.Entry<String, DocumentKind> ending) ->
                        -ending.getKey().length()))
                .toList();
    }

    /** The kind with this code or name: {@code tongzhi}, 通知, {@code Notice}. */
    Optional<DocumentKind> byName(String word) {
        return kinds.stream()
                .filter(documentKind -> documentKind.code().equals(word)
                        || documentKind.spellings().stream()
                                .anyMatch(name -> ContentFolder.nfc(name).equalsIgnoreCase(ContentFolder.nfc(word))))
                .findFirst();
    }

    /**
     * The kind with the longest name that the title ends in: 通知 for 关于示范工作的通知（试行）. A name in Latin letters may also
     * begin it: "Notice on …".
     */
    public Optional<DocumentKind> byTitle(String title) {
        String plain =
                foldCase(TRAILING_BRACKETS.matcher(title).replaceFirst("")).strip();
        return kindsBySpelling.stream()
                .filter(ending -> titleHasName(plain, ending.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String foldCase(String text) {
        return ContentFolder.nfc(text).toLowerCase(Locale.ROOT);
    }

    private static boolean titleHasName(String title, String name) {
        if (Character.isIdeographic(name.codePointAt(name.length() - 1)) || name.endsWith("）")) {
            return title.endsWith(name);
        }
        int before = title.length() - name.length() - 1;
        return title.endsWith(name) && (before < 0 || !Character.isLetter(title.charAt(before)))
                || title.startsWith(name)
                        && (title.length() == name.length() || !Character.isLetter(title.charAt(name.length())));
    }
}
