package io.noticepress.search.text;

/**
 * How much a term weighs in a notice: BM25F (Robertson, Zaragoza and Taylor 2004) over number, title, issuers, headings and text,
 * in sixteen levels. The lengths are compared with fixed ones, not with the average of the site, so that one notice never
 * changes the weights of another. Section 4 of the specification.
 */
public final class Bm25fWeight {
    /** The parts of a notice that count differently. */
    public enum IndexField {
        NUMBER,
        TITLE,
        ISSUER,
        HEADING,
        TEXT
    }

    /** From which weight on, in 1024ths, each level holds: 2 to the (level - 3.5) / 2. */
    private static final long[] LEVEL_BOUNDS = {
        0, 431, 609, 861, 1218, 1722, 2435, 3444, 4871, 6889, 9742, 13777, 19484, 27554, 38968, 55109
    };

    /** What a term weighs at most that stands in neither number nor title; the levels above are theirs. */
    private static final long MAX_TEXT_WEIGHT = 19 * 1024;

    private Bm25fWeight() {}

    /**
     * The level of a term.
     *
     * @param counts how often it stands in each field
     * @param title the length of the title in positions
     * @param text the length of the text in positions
     */
    public static int level(int[] counts, int title, int text) {
        long weight = 64L * 1024 * counts[IndexField.NUMBER.ordinal()]
                + counts[IndexField.TITLE.ordinal()] * (20L * 1024 + 1350L * 1024 / (30 + title))
                + Math.min(
                        MAX_TEXT_WEIGHT,
                        1024L * counts[IndexField.ISSUER.ordinal()]
                                + 2L * 1024 * counts[IndexField.HEADING.ordinal()]
                                + 1024L * 1000 * counts[IndexField.TEXT.ordinal()] / (250 + text * 3L / 4));
        int level = 0; // most are low
        while (level + 1 < LEVEL_BOUNDS.length && weight >= LEVEL_BOUNDS[level + 1]) {
            level++;
        }
        return level;
    }
}
