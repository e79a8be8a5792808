package io.noticepress.importer.draft;

import io.noticepress.importer.clean.LayoutRow;
import io.noticepress.markdown.text.NumberMarker;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Assigns Markdown heading levels to the headings of a document: 第一部分, 第一章, 第一节, 一、, （一）.
 *
 * <p>A heading is one level below the open heading of the next higher rank. Example: {@code 第一章 总则}, {@code 第一节 目标} and
 * {@code 第二章 分工} give {@code ## }, {@code ### } and {@code ## }.
 */
final class HeadingLevels {
    private static final int MAX_HEADING_LENGTH = 60;
    private static final String HAN = "[一二三四五六七八九十百]{1,4}";
    private static final Pattern PART =
            Pattern.compile("第" + HAN + "(?:部分|编|篇)(?:[\\s\\u3000：:].*)?|Part (?:[IVX]+|\\d+|One|Two|Three)\\b.*");
    private static final Pattern SECTION =
            Pattern.compile("第" + HAN + "节(?:[\\s\\u3000].*)?|Section (?:[IVX]+|\\d+)\\b.*");

    private enum HeadingRank {
        PART,
        CHAPTER,
        SECTION,
        FIRST,
        SECOND
    }

    private final Deque<HeadingRank> openHeadings = new ArrayDeque<>();

    /** The Markdown prefix of the next row, {@code ## } or deeper; empty if the row is not a heading. */
    String nextPrefix(LayoutRow layoutRow) {
        Optional<HeadingRank> rank =
                layoutRow.endsSentence() || layoutRow.isTable() || layoutRow.length() > MAX_HEADING_LENGTH
                        ? Optional.empty()
                        : rank(layoutRow);
        if (rank.isEmpty()) {
            return "";
        }
        while (!openHeadings.isEmpty() && openHeadings.peek().compareTo(rank.get()) >= 0) {
            openHeadings.pop();
        }
        int level = Math.max(rank.get() == HeadingRank.SECOND ? 3 : 2, 2 + openHeadings.size());
        openHeadings.push(rank.get());
        return "#".repeat(level) + " ";
    }

    private static Optional<HeadingRank> rank(LayoutRow layoutRow) {
        if (PART.matcher(layoutRow.text()).matches()) {
            return Optional.of(HeadingRank.PART);
        }
        if (SECTION.matcher(layoutRow.text()).matches()) {
            return Optional.of(HeadingRank.SECTION);
        }
        return layoutRow.marker().map(NumberMarker::level).map(numberingLevel -> switch (numberingLevel) {
            case CHAPTER -> HeadingRank.CHAPTER;
            case FIRST -> HeadingRank.FIRST;
            case SECOND -> HeadingRank.SECOND;
            default -> null;
        });
    }
}
