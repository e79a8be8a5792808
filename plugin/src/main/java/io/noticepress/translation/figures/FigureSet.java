package io.noticepress.translation.figures;

import io.noticepress.model.site.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The figures in a Chinese or English text, in their order. */
public final class FigureSet {
    /** Web and mail addresses: their digits need not be translated. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:https?://|www\\.)[\\x21-\\x7E]{1,2000}|(?<![\\w.+-])[\\w.+-]{1,64}+@[\\w.-]{1,255}",
            Pattern.UNICODE_CASE);

    /** Numbers with at least this many digits may be grouped in any way: telephone and account numbers. */
    private static final int MIN_REGROUPED_DIGITS = 5;

    /** In texts with more digits, regrouped numbers are not looked for. */
    private static final int MAX_DIGITS = 20_000;

    private final List<Figure> all;
    private final Set<String> allKeys = new HashSet<>();
    private final String digits;

    private FigureSet(List<Figure> all, String digits) {
        this.all = List.copyOf(all);
        this.digits = digits.length() > MAX_DIGITS ? "" : digits;
        all.forEach(figure -> allKeys.addAll(figure.keys()));
    }

    /** Whether figures can be found in texts of this language. */
    public static boolean supports(Language language) {
        return language.isChinese() || language.tag().split("-")[0].equals("en");
    }

    /** Finds the figures of a text. */
    public static FigureSet of(String text, Language language) {
        String plain = toHalfWidth(text);
        List<Figure> found =
                language.isChinese() ? new ChineseFigureFinder(plain).find() : new EnglishFigureFinder(plain).find();
        List<Figure> all = new ArrayList<>();
        Matcher address = ADDRESS.matcher(plain);
        int from = 0;
        int to = -1;
        for (Figure figure : found) {
            while (figure.start() >= to && address.find()) {
                from = address.start();
                to = address.end();
            }
            to = figure.start() >= to ? Integer.MAX_VALUE : to;
            all.add(
                    figure.start() >= from && figure.start() < to && to < Integer.MAX_VALUE
                            ? figure.asOptional()
                            : figure);
        }
        return new FigureSet(all, digits(plain));
    }

    /** The figures of several texts as one set; their positions mean nothing. */
    public static FigureSet concat(List<FigureSet> parts) {
        List<Figure> all = new ArrayList<>();
        StringBuilder digits = new StringBuilder();
        parts.forEach(part -> {
            all.addAll(part.all);
            digits.append(part.digits).append(' ');
        });
        return new FigureSet(all, digits.toString());
    }

    /** All figures, by position. */
    public List<Figure> all() {
        return all;
    }

    /** The required figures that a translation with the figures {@code other} does not repeat; each once. */
    public List<Figure> missingIn(FigureSet other) {
        Set<List<String>> seen = new HashSet<>();
        return all.stream()
                .filter(figure -> figure.required() && !other.covers(figure) && seen.add(figure.acceptedKeys()))
                .toList();
    }

    private boolean covers(Figure figure) {
        for (String accepted : figure.acceptedKeys()) {
            boolean whole = true;
            for (String key : accepted.split(" ")) {
                whole &= allKeys.contains(key)
                        || key.startsWith("n:")
                                && key.length() >= "n:".length() + MIN_REGROUPED_DIGITS
                                && key.indexOf('.') < 0
                                && digits.contains(key.substring("n:".length()));
            }
            if (whole) {
                return true;
            }
        }
        return false;
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                digits.append(text.charAt(i));
            }
        }
        return digits.toString();
    }

    /** Replaces full-width characters by ASCII and any space by a plain one; every character keeps its index. */
    private static String toHalfWidth(String text) {
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            if (c >= 0xFF01 && c <= 0xFF5E && c != '，') {
                out.setCharAt(i, (char) (c - 0xFEE0));
            } else if (c != ' ' && Character.isSpaceChar(c)) {
                out.setCharAt(i, ' ');
            } else if (c == '○') {
                out.setCharAt(i, '〇');
            }
        }
        return out.toString();
    }
}
