package io.noticepress.intake;

import io.noticepress.markdown.NumberMarker;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;

/** The levels of a document's headings as they come: 第一部分, 第一章, 第一节, 一、, （一）; each stands below those that are open above it. */
final class Levels {
    private static final int LONGEST = 60;
    private static final String HAN = "[一二三四五六七八九十百]{1,4}";
    private static final Pattern PART =
            Pattern.compile("第" + HAN + "(?:部分|编|篇)(?:[\\s\\u3000：:].*)?|Part (?:[IVX]+|\\d+|One|Two|Three)\\b.*");
    private static final Pattern SECTION =
            Pattern.compile("第" + HAN + "节(?:[\\s\\u3000].*)?|Section (?:[IVX]+|\\d+)\\b.*");

    private enum Rank {
        PART,
        CHAPTER,
        SECTION,
        FIRST,
        SECOND
    }

    private final Deque<Rank> open = new ArrayDeque<>();

    /** The mark of a heading, {@code ## } and more; empty if the row is none. */
    String of(Row row) {
        Optional<Rank> rank = row.ends() || row.isTable() || row.length() > LONGEST ? Optional.empty() : rank(row);
        if (rank.isEmpty()) {
            return "";
        }
        while (!open.isEmpty() && open.peek().compareTo(rank.get()) >= 0) {
            open.pop();
        }
        int level = Math.max(rank.get() == Rank.SECOND ? 3 : 2, 2 + open.size());
        open.push(rank.get());
        return "#".repeat(level) + " ";
    }

    private static Optional<Rank> rank(Row row) {
        if (PART.matcher(row.text()).matches()) {
            return Optional.of(Rank.PART);
        }
        if (SECTION.matcher(row.text()).matches()) {
            return Optional.of(Rank.SECTION);
        }
        return row.marker().map(NumberMarker::level).map(numberingLevel -> switch (numberingLevel) {
            case CHAPTER -> Rank.CHAPTER;
            case FIRST -> Rank.FIRST;
            case SECOND -> Rank.SECOND;
            default -> null;
        });
    }
}
