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
 * File format in which the separate JVM passes the lines of a document to the importer.
 *
 * <p>UTF-8, one line per {@link ExtractedLine}, fields separated by tabs: kind, page, indent, reach, marks, cell lengths
 * separated by commas, reason, computed label, text. Within a field, tab, line feed, carriage return and backslash are escaped as
 * {@code \t \n \r \\}. A mark is {@code kind:from:to:text;}, with {@code ;} in the text escaped as {@code %3B} and {@code %} as
 * {@code %25}. The last line is {@code END}, a tab and {@link ExtractedDocument#characters()}.
 *
 * <p>Example of a document with one paragraph, "总则" in bold with the list number 一、 (tabs shown as →):
 *
 * <pre>
 * PARAGRAPH→0→-1.0→-1.0→BOLD:0:2:;→→→一、→总则
 * END→2
 * </pre>
 */
public final class TranscriptFile {
    private TranscriptFile() {}

    /** Writes the lines and the number of characters of a document. */
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
     * Reads the lines.
     *
     * @throws IOException if the file is incomplete, or the lines have more or fewer characters than the document
     */
    public static List<ExtractedLine> read(Path file) throws IOException {
        List<ExtractedLine> lines = new ArrayList<>();
        long found = 0;
        for (String record : Files.readString(file, StandardCharsets.UTF_8).split("\n")) {
            String[] fields = record.split("\t", -1);
            if (fields[0].equals("END")) {
                if (Long.parseLong(fields[1]) != found) {
                    throw new IOException("the document has " + fields[1] + " characters, but " + found + " were read");
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
        throw new IOException("the transcript is incomplete");
    }

    private static String marks(List<TextMark> marks) {
        StringBuilder out = new StringBuilder();
        for (TextMark textMark : marks) {
            String text = escaped(textMark.text()).replace("%", "%25").replace(";", "%3B");
            out.append(textMark.kind())
                    .append(':')
                    .append(textMark.from())
                    .append(':')
                    .append(textMark.to());
            out.append(':').append(text).append(';');
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
