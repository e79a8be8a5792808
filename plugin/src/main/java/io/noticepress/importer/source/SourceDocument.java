package io.noticepress.importer.source;

import io.noticepress.extract.ExtractedLine;
import java.util.ArrayList;
import java.util.List;

/**
 * The source of an import as text.
 *
 * @param text every character of the source, in reading order
 * @param lines the lines of the text
 * @param lineStarts offset in {@code text} at which each line begins
 * @param sha256 digest of the file's bytes
 * @param readAs format and encoding, such as {@code docx} or {@code text, GB18030}
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

    /** Splits a text file into lines; the line ends remain in the text but belong to no line. */
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
                boolean isCrLf = c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
                at += isCrLf ? 1 : 0;
                from = at + 1;
                page += c == '\f' ? 1 : 0;
            }
        }
        return new SourceDocument(text, lines, starts, name, sha256, "text, " + encoding);
    }

    /** Whether a character ends a line (Unicode Standard Annex 14, mandatory breaks). */
    public static boolean isLineEnd(char c) {
        return c >= '\n' && c <= '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    /** Joins the lines that were extracted from another format. */
    public static SourceDocument ofLines(List<ExtractedLine> lines, String name, String sha256, String format) {
        StringBuilder text = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        for (ExtractedLine extractedLine : lines) {
            starts.add(text.length());
            text.append(extractedLine.text());
        }
        return new SourceDocument(text.toString(), lines, starts, name, sha256, format);
    }
}
