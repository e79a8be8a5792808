package io.noticepress.importer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Word and PDF files of lines, made for tests. */
final class OfficeFileWriter {
    private OfficeFileWriter() {}

    /** A Word file with a paragraph for each line. */
    static Path writeDocx(Path file, List<String> lines) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            lines.forEach(line -> document.createParagraph().createRun().setText(line));
            document.write(out);
        }
        return file;
    }

    /**
     * A PDF file as printers make them: lines of 28 characters, 22 on a page, the first two characters of a paragraph left
     * empty, running numbers at the foot. Its font is not embedded; its letters are told by a CMap that readers know.
     */
    static Path writePdf(Path file, List<String> paragraphs) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String paragraph : paragraphs) {
            for (int from = 0; from < paragraph.length(); ) {
                int room = from == 0 && paragraph.length() > 20 ? 26 : 28;
                int to = Math.min(paragraph.length(), from + room);
                lines.add((from == 0 && paragraph.length() > 20 ? "\u3000\u3000" : "") + paragraph.substring(from, to));
                from = to;
            }
        }
        return writePdfPages(file, lines, 22);
    }

    static Path writePdfPages(Path file, List<String> lines, int perPage) throws IOException {
        List<String> streams = new ArrayList<>();
        int count = (lines.size() + perPage - 1) / perPage;
        for (int page = 0; page < count; page++) {
            StringBuilder stream = new StringBuilder();
            double y = 730;
            for (String line : lines.subList(page * perPage, Math.min(lines.size(), (page + 1) * perPage))) {
                int indent = line.startsWith("\u3000\u3000") ? 2 : 0;
                stream.append(showText(line.substring(indent), 79 + 16 * indent, y));
                y -= 29;
            }
            streams.add(
                    stream.append(showText("— " + (page + 1) + " —", 280, 60)).toString());
        }
        return writePdfOperators(file, streams);
    }

    /** A PDF file of pages that are drawn by these operators; {@code F1} is its font, {@code F2} the same in bold. */
    static Path writePdfOperators(Path file, List<String> streams) throws IOException {
        List<String> objects = new ArrayList<>();
        StringBuilder kids = new StringBuilder();
        for (int i = 0; i < streams.size(); i++) {
            kids.append(7 + 2 * i).append(" 0 R ");
        }
        objects.add("<< /Type /Catalog /Pages 2 0 R >>");
        objects.add("<< /Type /Pages /Count " + streams.size() + " /Kids [" + kids + "] >>");
        for (String name : List.of("STSong-Light", "STSong-Bold")) {
            objects.add("<< /Type /Font /Subtype /Type0 /BaseFont /" + name
                    + " /Encoding /UniGB-UCS2-H /DescendantFonts [" + (objects.size() + 2) + " 0 R] >>");
            objects.add("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /" + name
                    + " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /FontDescriptor <<"
                    + " /Type /FontDescriptor /FontName /" + name + " /Flags 6 /FontBBox [0 -200 1000"
                    + " 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 90 >> >>");
        }
        for (String stream : streams) {
            objects.add(
                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 5 0 R >> >> /Contents "
                            + (objects.size() + 2) + " 0 R >>");
            objects.add("<< /Length " + stream.length() + " >>\nstream\n" + stream + "\nendstream");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Integer> offsets = new ArrayList<>();
        out.writeBytes("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(out.size());
            out.writeBytes(((i + 1) + " 0 obj\n" + objects.get(i) + "\nendobj\n").getBytes(StandardCharsets.US_ASCII));
        }
        int start = out.size();
        StringBuilder table = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        offsets.forEach(offset -> table.append(String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
        table.append("trailer << /Size ")
                .append(objects.size() + 1)
                .append(" /Root 1 0 R >>\nstartxref\n")
                .append(start)
                .append("\n%%EOF\n");
        out.writeBytes(table.toString().getBytes(StandardCharsets.US_ASCII));
        Files.write(file, out.toByteArray());
        return file;
    }

    /** The operators that show a line of 16 points. */
    static String showText(String line, double x, double y) {
        return showText(line, x, y, "F1", 16);
    }

    static String showText(String line, double x, double y, String font, int size) {
        StringBuilder hex = new StringBuilder();
        line.chars().forEach(c -> hex.append(String.format(Locale.ROOT, "%04X", c)));
        return String.format(Locale.ROOT, "BT /%s %d Tf 1 0 0 1 %.1f %.1f Tm <%s> Tj ET\n", font, size, x, y, hex);
    }
}
