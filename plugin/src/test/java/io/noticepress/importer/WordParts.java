package io.noticepress.importer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** WordprocessingML for tests: elements of a document, and a Word file with given parts. */
final class WordParts {
    static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private WordParts() {}

    static String paragraph(String words) {
        return "<w:p><w:r><w:t xml:space=\"preserve\">" + words + "</w:t></w:r></w:p>";
    }

    static String listItem(int level, String words) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + level
                + "\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>" + words + "</w:t></w:r></w:p>";
    }

    static String cell(String words) {
        return "<w:tc><w:p><w:r><w:t>" + words + "</w:t></w:r></w:p></w:tc>";
    }

    static String document(String body) {
        return "<w:document xmlns:w=\"" + NAMESPACE + "\"><w:body>" + body + "</w:body></w:document>";
    }

    /**
     * Writes a Word file with a main document and further parts; POI makes the rest.
     *
     * @param parts XML by the name of the part: {@code numbering}, {@code footnotes}
     */
    static Path write(Path folder, String document, Map<String, String> parts) throws IOException {
        Path plain = OfficeFileWriter.writeDocx(folder.resolve("plain.docx"), List.of("x"));
        Path written = folder.resolve("made.docx");
        StringBuilder types = new StringBuilder();
        parts.keySet()
                .forEach(part -> types.append("<Override PartName=\"/word/")
                        .append(part)
                        .append(".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.")
                        .append(part)
                        .append("+xml\"/>"));
        try (ZipFile from = new ZipFile(plain.toFile());
                OutputStream out = Files.newOutputStream(written);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry : from.stream().toList()) {
                byte[] bytes = from.getInputStream(entry).readAllBytes();
                if (entry.getName().equals("word/document.xml")) {
                    bytes = document.getBytes(StandardCharsets.UTF_8);
                } else if (entry.getName().equals("[Content_Types].xml")) {
                    bytes = new String(bytes, StandardCharsets.UTF_8)
                            .replace("</Types>", types + "</Types>")
                            .getBytes(StandardCharsets.UTF_8);
                }
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(bytes);
            }
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry("word/" + part.getKey() + ".xml"));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return written;
    }
}
