package io.noticepress.search.text;

/**
 * The weight of a term in a notice: BM25F (Robertson, Zaragoza and Taylor 2004) over number, title, issuers, headings and
 * text, quantized to 16 levels. Lengths are normalized by constants instead of the site's average, so that one notice never
 * changes the weights of another. Section 4 of {@code search.md}.
 */
public final class Bm25fWeight {
    /** The fields of a notice that are weighted differently. */
    public enum IndexField {
        NUMBER,
        TITLE,
        ISSUER,
        HEADING,
        TEXT
    }

    /** The lowest weight of each level in 1/1024: 2^((level - 3.5) / 2). */
    private static final long[] LEVEL_BOUNDS = {
        0, 431, 609, 861, 1218, 1722, 2435, 3444, 4871, 6889, 9742, 13777, 19484, 27554, 38968, 55109
    };

    /** The maximum for a term that is in neither number nor title; higher levels are reserved for those two. */
    private static final long MAX_TEXT_WEIGHT = 19 * 1024;

    private Bm25fWeight() {}

    /**
     * The level of a term.
     *
     * @param counts occurrences by {@link IndexField}
     * @param titleLength in positions
     * @param textLength in positions
     */
    public static int level(int[] counts, int titleLength, int textLength) {
        long weight = 64L * 1024 * counts[IndexField.NUMBER.ordinal()]
                + counts[IndexField.TITLE.ordinal()] * (20L * 1024 + 1350L * 1024 / (30 + titleLength))
                + Math.min(
                        MAX_TEXT_WEIGHT,
                        1024L * counts[IndexField.ISSUER.ordinal()]
                                + 2L * 1024 * counts[IndexField.HEADING.ordinal()]
                                + 1024L * 1000 * counts[IndexField.TEXT.ordinal()] / (250 + textLength * 3L / 4));
        int level = 0; // a linear search, as most levels are low
        while (level + 1 < LEVEL_BOUNDS.length && weight >= LEVEL_BOUNDS[level + 1]) {
            level++;
        }
        return level;
    }
}
