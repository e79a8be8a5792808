package io.noticepress.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One HTML page with the golden files that a test run found to differ: expected and actual text side by side, changed
 * lines and characters marked. Tests that compare with golden files share {@link #OF_THIS_RUN}.
 *
 * <p>Every addition rewrites the page, as nobody knows which test is the last one. A page left by an earlier run is deleted
 * when the first test of this run compares something.
 */
public final class GoldenReport {
    /** The report of this JVM. */
    public static final GoldenReport OF_THIS_RUN = new GoldenReport(Path.of("target/golden-report.html"));

    private static final String STYLE = """
            body { font: 14px/1.4 sans-serif; margin: 1.5em; }
            table { border-collapse: collapse; width: 100%; table-layout: fixed; margin-bottom: 2em; }
            td { font: 12px/1.4 monospace; white-space: pre-wrap; overflow-wrap: anywhere; vertical-align: top; padding: 0 .4em; }
            td.n { width: 3em; color: #777; text-align: right; }
            col.n { width: 4em; }
            .old { background: #ffecec; } .new { background: #eaffea; }
            .old mark { background: #ffb3b3; } .new mark { background: #9fe69f; }
            tr.gap td { background: #f2f2f2; color: #777; text-align: center; }
            """;

    private final Path file;
    private final SortedMap<String, String> sections = new TreeMap<>();

    /** A report that is written to this file when something differs. */
    public GoldenReport(Path file) {
        this.file = file;
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Compares files with their golden files and adds those that differ to the report.
     *
     * @param folder the folder of the golden files, for the headings of the report
     * @return what differs, a line for each file, as {@link FileTrees#differences}; empty if nothing does
     */
    public List<String> compare(Path folder, Map<String, byte[]> expected, Map<String, byte[]> actual) {
        SortedMap<String, byte[]> all = new TreeMap<>(expected);
        all.putAll(actual);
        for (String path : all.keySet()) {
            byte[] before = expected.get(path);
            byte[] after = actual.get(path);
            if (before == null || after == null || !Arrays.equals(before, after)) {
                add(folder.resolve(path), before, after);
            }
        }
        return FileTrees.differences(expected, actual);
    }

    /** The same for one golden file with text; it may not exist yet. */
    public List<String> compare(Path golden, String actual) throws IOException {
        String name = golden.getFileName().toString();
        return compare(
                golden.getParent(),
                Files.exists(golden) ? Map.of(name, Files.readAllBytes(golden)) : Map.of(),
                Map.of(name, actual.getBytes(StandardCharsets.UTF_8)));
    }

    private synchronized void add(Path golden, byte[] before, byte[] after) {
        String name = golden.toString().replace('\\', '/');
        sections.put(name, section(name, before, after));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, page());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String page() {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n");
        html.append("<title>Golden files that differ</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n");
        html.append("<h1>Golden files that differ: ").append(sections.size()).append("</h1>\n");
        html.append(
                "<p>Left: the golden file. Right: the result of this run. If the right side is what it should be, run the"
                        + " test with <code>-Dgolden.update=true</code>.</p>\n<ul>\n");
        sections.keySet()
                .forEach(name -> html.append("<li><a href=\"#")
                        .append(escape(name))
                        .append("\">")
                        .append(escape(name))
                        .append("</a></li>\n"));
        html.append("</ul>\n");
        sections.values().forEach(html::append);
        return html.append("</html>\n").toString();
    }

    private static String section(String name, byte[] before, byte[] after) {
        String heading = "<h2 id=\"" + escape(name) + "\">" + escape(name)
                + (before == null ? " (no golden file)" : after == null ? " (not produced)" : "") + "</h2>\n";
        if (isBinary(before) || isBinary(after)) {
            return heading + "<p>Not text: " + size(before) + " → " + size(after) + "</p>\n";
        }
        StringBuilder rows = new StringBuilder();
        SideBySideDiff.rows(lines(before), lines(after)).forEach(row -> rows.append(html(row)));
        return heading + "<table><colgroup><col class=\"n\"><col><col class=\"n\"><col></colgroup>\n" + rows
                + "</table>\n";
    }

    private static String html(SideBySideDiff.Row row) {
        if (row.isGap()) {
            return "<tr class=\"gap\"><td colspan=\"4\">" + row.skipped()
                    + (row.skipped() == 1 ? " equal line" : " equal lines") + "</td></tr>\n";
        }
        if (row.isEqual()) {
            return "<tr>" + cell(row.oldNumber(), row.oldText(), "", 0, 0)
                    + cell(row.newNumber(), row.newText(), "", 0, 0) + "</tr>\n";
        }
        boolean both = row.oldNumber() > 0 && row.newNumber() > 0;
        int prefix = both ? commonPrefix(row.oldText(), row.newText()) : 0;
        int suffix = both ? commonSuffix(row.oldText(), row.newText(), prefix) : 0;
        return "<tr>" + cell(row.oldNumber(), row.oldText(), "old", prefix, suffix)
                + cell(row.newNumber(), row.newText(), "new", prefix, suffix) + "</tr>\n";
    }

    private static String cell(int number, String text, String style, int prefix, int suffix) {
        if (number == 0) {
            return "<td class=\"n\"></td><td></td>";
        }
        String content = style.isEmpty()
                ? escape(text)
                : escape(text.substring(0, prefix)) + "<mark>"
                        + escape(text.substring(prefix, text.length() - suffix)) + "</mark>"
                        + escape(text.substring(text.length() - suffix));
        return "<td class=\"n\">" + number + "</td><td class=\"" + style + "\">" + content + "</td>";
    }

    private static int commonPrefix(String a, String b) {
        int length = 0;
        while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
            length++;
        }
        return length;
    }

    private static int commonSuffix(String a, String b, int prefix) {
        int length = 0;
        while (length < Math.min(a.length(), b.length()) - prefix
                && a.charAt(a.length() - 1 - length) == b.charAt(b.length() - 1 - length)) {
            length++;
        }
        return length;
    }

    private static List<String> lines(byte[] bytes) {
        return bytes == null ? List.of() : List.of(new String(bytes, StandardCharsets.UTF_8).split("\n", -1));
    }

    private static boolean isBinary(byte[] bytes) {
        return bytes != null && new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\0') >= 0;
    }

    private static String size(byte[] bytes) {
        return bytes == null ? "absent" : bytes.length + " bytes";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
