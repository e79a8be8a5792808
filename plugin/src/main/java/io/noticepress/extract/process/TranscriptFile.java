package io.noticepress.extract.process;

import io.noticepress.extract.ExtractedLine;
import io.noticepress.extract.ExtractedLine.LineKind;
import io.noticepress.extract.TextMark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines as a file, by which the JVM that read a document tells them to the one that asked.
 *
 * <p>UTF-8; one line each: kind, page, indent, fill, marks, lengths of cells with commas, reason, lead, text, with a tab between
 * two; {@code \t \n \r \\} stand for themselves within a field. A mark is its kind, its two ends and its words, with
 * colons; a semicolon stands behind each, and in its words {@code %3B} for one. The last line is {@code END} and the number of characters that
 * were counted in the document independently of the lines.
 */
public final class TranscriptFile {
    private TranscriptFile() {}

    /** Writes lines, and the number of characters of their document. */
    static void write(Path file, List<ExtractedLine> lines, long characters) throws IOException {
        StringBuilder out = new StringBuilder();
        for (ExtractedLine extractedLine : lines) {
            String cells =
                    extractedLine.cellLengths().stream().map(String::valueOf).collect(Collectors.joining(","));
            out.append(extractedLine.kind())
                    .append('\t')
                    .append(extractedLine.page())
                    .append('\t')
                    .append(extractedLine.indent())
                    .append('\t');
            out.append(extractedLine.reach())
                    .append('\t')
                    .append(marks(extractedLine.marks()))
                    .append('\t')
                    .append(cells)
                    .append('\t');
            out.append(escaped(extractedLine.reason()))
                    .append('\t')
                    .append(escaped(extractedLine.computedLabel()))
                    .append('\t');
            out.append(escaped(extractedLine.text())).append('\n');
        }
        Files.writeString(file, out.append("END\t").append(characters).append('\n'), StandardCharsets.UTF_8);
    }

    /**
     * Reads lines.
     *
     * @throws IOException if the file is not whole, or the lines hold more or fewer characters than the document
     */
    public static List<ExtractedLine> read(Path file) throws IOException {
        List<ExtractedLine> lines = new ArrayList<>();
        long found = 0;
        for (String record : Files.readString(file, StandardCharsets.UTF_8).split("\n")) {
            String[] fields = record.split("\t", -1);
            if (fields[0].equals("END")) {
                if (Long.parseLong(fields[1]) != found) {
                    throw new IOException("the document has " + fields[1] + " characters, " + found + " were read");
                }
                return lines;
            }
            List<Integer> cells = fields[5].isEmpty()
                    ? List.of()
                    : Arrays.stream(fields[5].split(",")).map(Integer::valueOf).toList();
            ExtractedLine extractedLine = new ExtractedLine(
                    LineKind.valueOf(fields[0]),
                    unescaped(fields[8]),
                    unescaped(fields[7]),
                    Integer.parseInt(fields[1]),
                    Double.parseDouble(fields[2]),
                    Double.parseDouble(fields[3]),
                    marks(fields[4]),
                    cells,
                    unescaped(fields[6]));
            found += extractedLine.text().length();
            lines.add(extractedLine);
        }
        throw new IOException("the transcript is not whole");
    }

    private static String marks(List<TextMark> marks) {
        StringBuilder out = new StringBuilder();
        for (TextMark textMark : marks) {
            String words = escaped(textMark.text()).replace("%", "%25").replace(";", "%3B");
            out.append(textMark.kind())
                    .append(':')
                    .append(textMark.from())
                    .append(':')
                    .append(textMark.to());
            out.append(':').append(words).append(';');
        }
        return out.toString();
    }

    private static List<TextMark> marks(String field) {
        List<TextMark> marks = new ArrayList<>();
        for (String mark : field.split(";")) {
            String[] parts = mark.split(":", 4);
            if (parts.length == 4) {
                int from = Integer.parseInt(parts[1]);
                marks.add(new TextMark(
                        TextMark.MarkKind.valueOf(parts[0]),
                        from,
                        Integer.parseInt(parts[2]),
                        unescaped(parts[3].replace("%3B", ";").replace("%25", "%"))));
            }
        }
        return marks;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String unescaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char next = text.charAt(++i);
            out.append(next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next);
        }
        return out.toString();
    }
}
