package io.noticepress.extract;

import io.noticepress.extract.Line.Kind;
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
public final class Transcript {
    private Transcript() {}

    /** Writes lines, and the number of characters of their document. */
    static void write(Path file, List<Line> lines, long characters) throws IOException {
        StringBuilder out = new StringBuilder();
        for (Line line : lines) {
            String cells = line.cells().stream().map(String::valueOf).collect(Collectors.joining(","));
            out.append(line.kind())
                    .append('\t')
                    .append(line.page())
                    .append('\t')
                    .append(line.indent())
                    .append('\t');
            out.append(line.fill())
                    .append('\t')
                    .append(marks(line.marks()))
                    .append('\t')
                    .append(cells)
                    .append('\t');
            out.append(escaped(line.why()))
                    .append('\t')
                    .append(escaped(line.lead()))
                    .append('\t');
            out.append(escaped(line.text())).append('\n');
        }
        Files.writeString(file, out.append("END\t").append(characters).append('\n'), StandardCharsets.UTF_8);
    }

    /**
     * Reads lines.
     *
     * @throws IOException if the file is not whole, or the lines hold more or fewer characters than the document
     */
    public static List<Line> read(Path file) throws IOException {
        List<Line> lines = new ArrayList<>();
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
            Line line = new Line(
                    Kind.valueOf(fields[0]),
                    plain(fields[8]),
                    plain(fields[7]),
                    Integer.parseInt(fields[1]),
                    Double.parseDouble(fields[2]),
                    Double.parseDouble(fields[3]),
                    marks(fields[4]),
                    cells,
                    plain(fields[6]));
            found += line.text().length();
            lines.add(line);
        }
        throw new IOException("the transcript is not whole");
    }

    private static String marks(List<Mark> marks) {
        StringBuilder out = new StringBuilder();
        for (Mark mark : marks) {
            String words = escaped(mark.words()).replace("%", "%25").replace(";", "%3B");
            out.append(mark.kind()).append(':').append(mark.from()).append(':').append(mark.to());
            out.append(':').append(words).append(';');
        }
        return out.toString();
    }

    private static List<Mark> marks(String field) {
        List<Mark> marks = new ArrayList<>();
        for (String mark : field.split(";")) {
            String[] parts = mark.split(":", 4);
            if (parts.length == 4) {
                int from = Integer.parseInt(parts[1]);
                marks.add(new Mark(
                        Mark.Kind.valueOf(parts[0]),
                        from,
                        Integer.parseInt(parts[2]),
                        plain(parts[3].replace("%3B", ";").replace("%25", "%"))));
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

    private static String plain(String text) {
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
