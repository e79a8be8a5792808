package io.noticepress.intake;

import io.noticepress.extract.Line;
import io.noticepress.extract.Mark;
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
    private static Set<Integer> numbered(List<Line> lines) {
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
    private static double measure(List<Line> lines) {
        double[] widths = lines.stream()
                .filter(line -> line.kind() == Line.Kind.LINE && !line.text().isBlank())
                .mapToDouble(line -> Row.width(line.text().strip()))
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
            Line line = source.lines().get(i);
            int from = source.starts().get(i);
            if (line.kind() == Line.Kind.REMARK || line.kind() == Line.Kind.NOTE) {
                continue;
            }
            if (line.kind() == Line.Kind.LEFT_OUT) {
                ledger.settle(from, from + line.text().length(), Fate.of(line.why()));
                continue;
            }
            if (line.kind() == Line.Kind.EDGE && !isElement(line)) {
                ledger.settle(from, from + line.text().length(), Fate.PAGE_EDGE);
                continue;
            }
            List<Strand> cells = cells(line, from, columns.get(i));
            Strand words = cells.isEmpty() ? words(line, from) : Strand.joined(cells);
            boolean marked =
                    words.text().matches("(?s).*[ \\u3000]") && !words.text().isBlank();
            Strand bare = letters.stripped(words);
            turned |= line.page() > page;
            page = Math.max(page, line.page());
            if (bare.isEmpty() && line.cells().isEmpty() && line.lead().isEmpty()) {
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
                double indent = line.indent() >= 0
                        ? line.indent()
                        : Row.width(words.text().substring(0, edge));
                boolean full = line.fill() >= 0
                        ? line.fill() > 0.88 && line.indent() <= 4.5
                        : measure > 0 && Row.width(words.text().strip()) >= measure - 2.6;
                rows.add(new Row(
                        Strand.typed(line.lead()).plus(bare),
                        gap,
                        indent,
                        marked,
                        full,
                        line.kind() == Line.Kind.PARAGRAPH || line.kind() == Line.Kind.EDGE,
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
                || source.lines().stream().anyMatch(line -> line.kind() == Line.Kind.LINE && line.fill() >= 0);
    }

    /** Whether a running head is the letterhead or the number, or a foot the colophon, that stands nowhere else. */
    private boolean isElement(Line line) {
        String plain = line.text().replaceAll("[\\s\\u3000]+", "");
        return ELEMENT.matcher(plain).matches()
                && source.lines().stream()
                        .filter(other -> other.kind() != Line.Kind.EDGE && other.kind() != Line.Kind.LEFT_OUT)
                        .noneMatch(other ->
                                other.text().replaceAll("[\\s\\u3000]+", "").equals(plain))
                && source.lines().stream()
                        .filter(other ->
                                other.text().replaceAll("[\\s\\u3000]+", "").equals(plain))
                        .findFirst()
                        .filter(other -> other == line)
                        .isPresent();
    }

    /** The words of a line; those of cells that only serve the layout with blanks between. */
    private Strand words(Line line, int start) {
        Strand out = Strand.NONE;
        int from = 0;
        for (int length : line.cells()) {
            boolean between = !out.isEmpty() && length > 0;
            out = out.plus(Strand.typed(between ? "  " : "")).plus(piece(line, start, from, from + length));
            from += length;
        }
        return out.plus(piece(line, start, from, line.text().length()));
    }

    /** A stretch of a line, with what its marks insert and without the blanks they call spacing. */
    private Strand piece(Line line, int start, int from, int to) {
        Strand out = Strand.NONE;
        int at = from;
        for (Mark mark : line.marks()) {
            boolean within = mark.from() >= from && (mark.from() < to || mark.to() == to && from < to);
            boolean last = mark.from() == to && to == line.text().length();
            if (!within && !last || mark.from() < at) {
                continue;
            }
            if (mark.kind() == Mark.Kind.INSERTED) {
                out = out.plus(Strand.of(source.text(), start + at, start + mark.from()))
                        .plus(Strand.typed(mark.words()));
                at = mark.from();
            } else if (mark.kind() == Mark.Kind.SPACING) {
                out = out.plus(Strand.of(source.text(), start + at, start + mark.from()));
                ledger.settle(start + mark.from(), start + mark.to(), Fate.SPACING);
                at = mark.to();
            }
        }
        return letters.seen(out.plus(Strand.of(source.text(), start + at, start + to)));
    }

    private List<Strand> cells(Line line, int start, List<Integer> typed) {
        boolean layout = line.kind() == Line.Kind.EDGE
                || LAYOUT.matcher(line.text().strip()).matches();
        List<Integer> lengths = typed.isEmpty() ? line.cells() : typed;
        List<Strand> cells = new ArrayList<>();
        int from = 0;
        for (int length : layout || lengths.size() < 2 ? List.<Integer>of() : lengths) {
            int end = from + length;
            while (!typed.isEmpty() && end > from && line.text().charAt(end - 1) == '\t') {
                end--;
            }
            ledger.settle(start + end, start + from + length, Fate.CELL_BREAK);
            cells.add(letters.stripped(piece(line, start, from, end)));
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
