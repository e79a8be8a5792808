package io.noticepress.intake;

import io.noticepress.extract.ExtractedLine;
import io.noticepress.extract.TextMark;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Lines without what nobody reads: indents, blanks at the end, page numbers, hidden characters, addresses that strayed in. */
final class Tidying {
    private static final Pattern PAGE = Pattern.compile(
            "[-—–－―─·•]+\\s*\\d{1,4}\\s*[-—–－―─·•]+|第\\s*\\d{1,4}\\s*页(?:\\s*[，,/]?\\s*共\\s*\\d{1,4}\\s*页)?|Page\\s+\\d{1,4}(?:\\s+of\\s+\\d{1,4})?|\\d{1,4}\\s*/\\s*\\d{1,4}");
    private static final Pattern DRAWN = Pattern.compile("[-—–─━═_＿=*·★☆]{5,}|[★☆]+");
    /** Rows of tables that hold letterhead or colophon in place. */
    private static final Pattern LAYOUT = Pattern.compile(".*文件|.*〔\\d{4}〕.*|.*签发人.*|抄送.*|.*日\\s*印发");

    /** What may stand in a running head or foot of the first or last page. */
    private static final Pattern ELEMENT = Pattern.compile(
            "\\p{IsHan}{2,60}(?:文件|会议纪要)|\\p{IsHan}{2,24}〔\\d{4}〕\\d{1,5}号(?:签发人[：:].*)?|[抄分]送[：:].*|.*日印发");

    private static final Pattern LINK = Pattern.compile("(?:https?://|www\\.)\\S+");
    private static final Pattern REDIRECT = Pattern.compile(".*(?:link\\?url=|/redirect|url\\?q=|[?&]target=http).*");

    /** How many lines a page has at least; half of them are wider than cells of a table that were set one below the other. */
    private static final int APART = 6;

    private static final int MOST_CELL = 15;

    private final Source source;
    private final Ledger ledger;
    private final Letters letters;
    private final List<List<Integer>> columns;
    private final List<Row> rows = new ArrayList<>();
    private final double measure;
    private final Set<Integer> pages;

    private Tidying(Source source, Ledger ledger) {
        this.source = source;
        this.ledger = ledger;
        this.letters = new Letters(ledger);
        this.columns = Columns.of(source.lines());
        this.measure = measure(source.lines());
        this.pages = numbered(source.lines());
    }

    /** Lines that are a number alone, and the next above and below them far away: pages. */
    private static Set<Integer> numbered(List<ExtractedLine> lines) {
        Set<Integer> found = new HashSet<>();
        int last = 0;
        int end = lines.size() - 1;
        while (end > 0 && lines.get(end).text().isBlank()) {
            end--;
        }
        int since = APART;
        int wide = APART;
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).text().strip();
            boolean bare = text.matches("\\d{1,3}");
            if (bare || PAGE.matcher(text).matches()) {
                int number = Integer.parseInt(text.replaceFirst("\\D*(\\d+).*", "$1"));
                boolean page = since >= APART && wide * 2 >= APART || i == end;
                if (page && number == last + 1) {
                    found.add(i);
                } else if (bare) {
                    return Set.of();
                }
                last = number;
                since = 0;
                wide = 0;
            } else {
                since += text.isEmpty() ? 0 : 1;
                wide += Row.width(text) >= MOST_CELL ? 1 : 0;
            }
        }
        return found.size() > 1 ? found : Set.of();
    }

    /** The rows of a source. */
    static List<Row> rows(Source source, Ledger ledger) {
        return new Tidying(source, ledger).rows();
    }

    /** How wide a full line is if the lines were broken to a measure; 0 if each line is a paragraph. */
    private static double measure(List<ExtractedLine> lines) {
        double[] widths = lines.stream()
                .filter(extractedLine -> extractedLine.kind() == ExtractedLine.LineKind.LINE
                        && !extractedLine.text().isBlank())
                .mapToDouble(extractedLine -> Row.width(extractedLine.text().strip()))
                .sorted()
                .toArray();
        if (widths.length < 8) {
            return 0;
        }
        double full = widths[(int) (widths.length * 0.9)];
        long near = java.util.Arrays.stream(widths)
                .filter(width -> width >= full - 3 && width <= full + 4)
                .count();
        return full <= 60 && full >= 12 && near * 3 >= widths.length ? full : 0;
    }

    private List<Row> rows() {
        int gap = 0;
        boolean turned = false;
        int page = 1;
        for (int i = 0; i < source.lines().size(); i++) {
            ExtractedLine extractedLine = source.lines().get(i);
            int from = source.starts().get(i);
            if (extractedLine.kind() == ExtractedLine.LineKind.REMARK
                    || extractedLine.kind() == ExtractedLine.LineKind.NOTE) {
                continue;
            }
            if (extractedLine.kind() == ExtractedLine.LineKind.LEFT_OUT) {
                ledger.settle(from, from + extractedLine.text().length(), Fate.of(extractedLine.reason()));
                continue;
            }
            if (extractedLine.kind() == ExtractedLine.LineKind.EDGE && !isElement(extractedLine)) {
                ledger.settle(from, from + extractedLine.text().length(), Fate.PAGE_EDGE);
                continue;
            }
            List<Strand> cells = cells(extractedLine, from, columns.get(i));
            Strand words = cells.isEmpty() ? words(extractedLine, from) : Strand.joined(cells);
            boolean marked =
                    words.text().matches("(?s).*[ \\u3000]") && !words.text().isBlank();
            Strand bare = letters.stripped(words);
            turned |= extractedLine.page() > page;
            page = Math.max(page, extractedLine.page());
            if (bare.isEmpty()
                    && extractedLine.cellLengths().isEmpty()
                    && extractedLine.computedLabel().isEmpty()) {
                gap++;
            } else if (cells.isEmpty()
                    && (pages.contains(i) || PAGE.matcher(bare.text()).matches())) {
                ledger.turn(bare, Fate.PAGE_NUMBER);
                turned = true;
            } else if (cells.isEmpty() && DRAWN.matcher(bare.text()).matches()) {
                ledger.turn(bare, Fate.RULE);
                gap++;
            } else {
                int edge = words.text().indexOf(bare.text());
                double indent = extractedLine.indent() >= 0
                        ? extractedLine.indent()
                        : Row.width(words.text().substring(0, edge));
                boolean full = extractedLine.reach() >= 0
                        ? extractedLine.reach() > 0.88 && extractedLine.indent() <= 4.5
                        : measure > 0 && Row.width(words.text().strip()) >= measure - 2.6;
                rows.add(new Row(
                        Strand.typed(extractedLine.computedLabel()).plus(bare),
                        gap,
                        indent,
                        marked,
                        full,
                        extractedLine.kind() == ExtractedLine.LineKind.PARAGRAPH
                                || extractedLine.kind() == ExtractedLine.LineKind.EDGE,
                        turned || edge == 1 && gap == 0 && measure > 0,
                        cells));
                gap = 0;
                turned = false;
            }
        }
        links();
        return rows;
    }

    /** Whether lines were broken to a measure. */
    static boolean isWrapped(Source source) {
        return measure(source.lines()) > 0
                || source.lines().stream()
                        .anyMatch(extractedLine ->
                                extractedLine.kind() == ExtractedLine.LineKind.LINE && extractedLine.reach() >= 0);
    }

    /** Whether a running head is the letterhead or the number, or a foot the colophon, that stands nowhere else. */
    private boolean isElement(ExtractedLine extractedLine) {
        String plain = extractedLine.text().replaceAll("[\\s\\u3000]+", "");
        return ELEMENT.matcher(plain).matches()
                && source.lines().stream()
                        .filter(other -> other.kind() != ExtractedLine.LineKind.EDGE
                                && other.kind() != ExtractedLine.LineKind.LEFT_OUT)
                        .noneMatch(other ->
                                other.text().replaceAll("[\\s\\u3000]+", "").equals(plain))
                && source.lines().stream()
                        .filter(other ->
                                other.text().replaceAll("[\\s\\u3000]+", "").equals(plain))
                        .findFirst()
                        .filter(other -> other == extractedLine)
                        .isPresent();
    }

    /** The words of a line; those of cells that only serve the layout with blanks between. */
    private Strand words(ExtractedLine extractedLine, int start) {
        Strand out = Strand.NONE;
        int from = 0;
        for (int length : extractedLine.cellLengths()) {
            boolean between = !out.isEmpty() && length > 0;
            out = out.plus(Strand.typed(between ? "  " : "")).plus(piece(extractedLine, start, from, from + length));
            from += length;
        }
        return out.plus(piece(extractedLine, start, from, extractedLine.text().length()));
    }

    /** A stretch of a line, with what its marks insert and without the blanks they call spacing. */
    private Strand piece(ExtractedLine extractedLine, int start, int from, int to) {
        Strand out = Strand.NONE;
        int at = from;
        for (TextMark textMark : extractedLine.marks()) {
            boolean within = textMark.from() >= from && (textMark.from() < to || textMark.to() == to && from < to);
            boolean last = textMark.from() == to && to == extractedLine.text().length();
            if (!within && !last || textMark.from() < at) {
                continue;
            }
            if (textMark.kind() == TextMark.MarkKind.INSERTED) {
                out = out.plus(Strand.of(source.text(), start + at, start + textMark.from()))
                        .plus(Strand.typed(textMark.text()));
                at = textMark.from();
            } else if (textMark.kind() == TextMark.MarkKind.SPACING) {
                out = out.plus(Strand.of(source.text(), start + at, start + textMark.from()));
                ledger.settle(start + textMark.from(), start + textMark.to(), Fate.SPACING);
                at = textMark.to();
            }
        }
        return letters.seen(out.plus(Strand.of(source.text(), start + at, start + to)));
    }

    private List<Strand> cells(ExtractedLine extractedLine, int start, List<Integer> typed) {
        boolean layout = extractedLine.kind() == ExtractedLine.LineKind.EDGE
                || LAYOUT.matcher(extractedLine.text().strip()).matches();
        List<Integer> lengths = typed.isEmpty() ? extractedLine.cellLengths() : typed;
        List<Strand> cells = new ArrayList<>();
        int from = 0;
        for (int length : layout || lengths.size() < 2 ? List.<Integer>of() : lengths) {
            int end = from + length;
            while (!typed.isEmpty() && end > from && extractedLine.text().charAt(end - 1) == '\t') {
                end--;
            }
            ledger.settle(start + end, start + from + length, Fate.CELL_BREAK);
            cells.add(letters.stripped(piece(extractedLine, start, from, end)));
            from += length;
        }
        return cells;
    }

    /** A line that is only an address, amid a sentence, came in with a copied page; so did any address of a search engine. */
    private void links() {
        for (int i = rows.size() - 1; i > 0; i--) {
            Row row = rows.get(i);
            if (!LINK.matcher(row.text()).matches()) {
                continue;
            }
            Row before = rows.get(i - 1);
            boolean amid = before.full()
                    && !before.ends()
                    && i + 1 < rows.size()
                    && rows.get(i + 1).turned();
            if (amid || REDIRECT.matcher(row.text()).matches()) {
                ledger.turn(row.words(), Fate.STRAY_LINK);
                rows.remove(i);
            }
        }
    }
}
