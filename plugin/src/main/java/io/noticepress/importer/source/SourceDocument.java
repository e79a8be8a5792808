package io.noticepress.importer.source;

import io.noticepress.extract.ExtractedLine;
import java.util.ArrayList;
import java.util.List;

/**
 * What an import reads.
 *
 * @param text every character of the source, in reading order
 * @param lines the same cut into lines
 * @param lineStarts where in {@code text} each line begins
 * @param fileName the file's name
 * @param sha256 of its bytes
 * @param readAs how it was read, such as {@code text, GB18030}
 */
public record SourceDocument(
        String text,
        List<ExtractedLine> lines,
        List<Integer> lineStarts,
        String fileName,
        String sha256,
        String readAs) {
    public SourceDocument {
        lines = List.copyOf(lines);
        lineStarts = List.copyOf(lineStarts);
    }

    /** A text file; its line ends are characters as any other and belong to no line. */
    public static SourceDocument ofText(String text, String name, String sha256, String encoding) {
        List<ExtractedLine> lines = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        int page = 1;
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            char c = at == text.length() ? '\n' : text.charAt(at);
            if (isLineEnd(c)) {
                lines.add(new ExtractedLine(
                        ExtractedLine.LineKind.LINE,
                        text.substring(from, at),
                        "",
                        page,
                        -1,
                        -1,
                        List.of(),
                        List.of(),
                        ""));
                starts.add(from);
                boolean pair = c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
                at += pair ? 1 : 0;
                from = at + 1;
                page += c == '\f' ? 1 : 0;
            }
        }
        return new SourceDocument(text, lines, starts, name, sha256, "text, " + encoding);
    }

    /** Whether a character ends a line (Unicode, annex 14: the mandatory breaks). */
    public static boolean isLineEnd(char c) {
        return c >= '\n' && c <= '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    /** Lines that were extracted from another format. */
    public static SourceDocument ofLines(List<ExtractedLine> lines, String name, String sha256, String form) {
        StringBuilder text = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        for (ExtractedLine extractedLine : lines) {
            starts.add(text.length());
            text.append(extractedLine.text());
        }
        return new SourceDocument(text.toString(), lines, starts, name, sha256, form);
    }
}
