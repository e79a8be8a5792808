package io.noticepress.extract.word;

import io.noticepress.extract.ExtractedDocument;
import io.noticepress.extract.ExtractedLine;
import io.noticepress.extract.UnreadableDocument;
import io.noticepress.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ooxml.util.DocumentHelper;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Reads a Word file (ECMA-376). Only the parts with text are opened; macros and links are ignored. */
public final class DocxReader {
    private static final String MAIN_CONTENT_TYPE =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final long MAX_PART_BYTES = 50L << 20;
    private static final long MAX_TOTAL_BYTES = 100L << 20;

    private final OPCPackage file;
    private final List<ExtractedLine> lines = new ArrayList<>();
    private long characters;
    private long bytesRead;

    private DocxReader(OPCPackage file) {
        this.file = file;
    }

    /** Reads a file: headers, body, footnotes, footers, comments. */
    public static ExtractedDocument read(Path path) throws UnreadableDocument {
        ZipSecureFile.setMinInflateRatio(0.01);
        ZipSecureFile.setMaxEntrySize(MAX_PART_BYTES);
        ZipSecureFile.setMaxFileCount(1000);
        try (OPCPackage file = OPCPackage.open(path.toFile(), PackageAccess.READ)) {
            DocxReader reader = new DocxReader(file);
            reader.read();
            file.revert();
            return new ExtractedDocument(reader.lines, reader.characters);
        } catch (IOException | RuntimeException | InvalidFormatException | SAXException e) {
            throw unreadable(e);
        }
    }

    /** The reason behind an exception, found by its text: POI has no exception types of its own for its limits. */
    private static UnreadableDocument unreadable(Exception e) {
        StringBuilder messages = new StringBuilder();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            messages.append(' ').append(cause.getMessage());
        }
        String text = messages.toString();
        if (text.contains("Zip bomb") || text.contains("exceed") || text.contains("number of entries")) {
            return new UnreadableDocument(
                    ProblemCode.TOO_LARGE, "压缩包展开后过大或条目过多", "it is too large when unpacked, or has too many entries");
        }
        if (text.contains("DOCTYPE")) {
            return new UnreadableDocument(
                    ProblemCode.IMPORT_UNSUPPORTED,
                    "文件含有 DOCTYPE 声明，不予读取",
                    "it contains a DOCTYPE declaration, which is not allowed");
        }
        return new UnreadableDocument(
                ProblemCode.IMPORT_FAILED, "文件损坏，或不是 Word 文件", "it is damaged or not a Word file");
    }

    private void read() throws IOException, SAXException, InvalidFormatException, UnreadableDocument {
        PackagePart main = file.getPartsByContentType(MAIN_CONTENT_TYPE).stream()
                .findFirst()
                .orElseThrow(() -> new UnreadableDocument(
                        ProblemCode.IMPORT_UNSUPPORTED,
                        "不是不含宏的 Word 文档（.docx）",
                        "it is not a Word document without macros (.docx)"));
        Optional<Document> styles = parsePart("styles");
        ListNumbering listNumbering = new ListNumbering(parsePart("numbering"), styles);
        BoldStyles boldStyles = new BoldStyles(styles);
        Optional<Document> footnotes = parsePart("footnotes");
        Optional<Document> endnotes = parsePart("endnotes");
        Map<String, Integer> noteNumbers = new HashMap<>();
        footnotes.ifPresent(part -> numberNotes(part, "footnote", noteNumbers));
        endnotes.ifPresent(part -> numberNotes(part, "endnote", noteNumbers));
        Document document = parse(main);
        countCharacters(document.getDocumentElement());
        Element body = WordElements.child(document.getDocumentElement(), "body")
                .orElseThrow(() -> new SAXException("no body"));
        lines.addAll(new WordBlockReader(listNumbering, boldStyles, noteNumbers).lines(body));
        readNotes(footnotes, "footnote", noteNumbers, listNumbering, boldStyles);
        readNotes(endnotes, "endnote", noteNumbers, listNumbering, boldStyles);
        readHeadersAndComments(boldStyles);
    }

    /** Adds headers before the text, footers and comments after it; pictures become remarks. */
    private void readHeadersAndComments(BoldStyles boldStyles)
            throws IOException, SAXException, InvalidFormatException, UnreadableDocument {
        List<ExtractedLine> headers = new ArrayList<>();
        for (PackagePart part : file.getParts()) {
            String type = part.getContentType().replaceFirst("^.*wordprocessingml\\.", "");
            if (type.matches("(?:header|footer|comments)\\+xml")) {
                Element root = parse(part).getDocumentElement();
                countCharacters(root);
                if (type.startsWith("comments")) {
                    lines.add(ExtractedLine.leftOut(WordElements.text(root), "comment"));
                    continue;
                }
                List<ExtractedLine> edge = new WordBlockReader(
                                new ListNumbering(Optional.empty(), Optional.empty()), boldStyles, Map.of())
                        .lines(root).stream().map(ExtractedLine::asEdge).toList();
                (type.startsWith("header") ? headers : lines).addAll(edge);
            } else if (part.getContentType().startsWith("image/")) {
                lines.add(ExtractedLine.remark(
                        "picture " + part.getPartName().getName().replaceFirst("^.*/", "")));
            }
        }
        lines.addAll(0, headers);
    }

    /** Numbers footnotes and endnotes in one sequence; the keys are the element name of their references and their id. */
    private static void numberNotes(Document part, String name, Map<String, Integer> noteNumbers) {
        WordElements.children(part.getDocumentElement(), name).stream()
                .filter(note -> WordElements.attribute(note, "type").isEmpty())
                .forEach(note -> noteNumbers.put(
                        name + "Reference" + WordElements.attribute(note, "id"), noteNumbers.size() + 1));
    }

    private void readNotes(
            Optional<Document> part,
            String name,
            Map<String, Integer> noteNumbers,
            ListNumbering listNumbering,
            BoldStyles boldStyles)
            throws UnreadableDocument {
        if (part.isEmpty()) {
            return;
        }
        countCharacters(part.get().getDocumentElement());
        for (Element note : WordElements.children(part.get().getDocumentElement(), name)) {
            int number = noteNumbers.getOrDefault(name + "Reference" + WordElements.attribute(note, "id"), 0);
            for (ExtractedLine line : new WordBlockReader(listNumbering, boldStyles, noteNumbers).lines(note)) {
                lines.add(number == 0 ? ExtractedLine.leftOut(line.text(), "left-out") : asNote(line, number));
            }
        }
    }

    private static ExtractedLine asNote(ExtractedLine line, int number) {
        return new ExtractedLine(
                ExtractedLine.LineKind.NOTE,
                line.text(),
                line.computedLabel(),
                0,
                -1,
                -1,
                line.marks(),
                List.of(),
                Integer.toString(number));
    }

    private Optional<Document> parsePart(String name) throws IOException, SAXException, InvalidFormatException {
        List<PackagePart> parts = file.getPartsByContentType(MAIN_CONTENT_TYPE.replace("document.main", name));
        return parts.isEmpty() ? Optional.empty() : Optional.of(parse(parts.get(0)));
    }

    private Document parse(PackagePart part) throws IOException, SAXException {
        try (InputStream in = part.getInputStream()) {
            byte[] content = in.readNBytes((int) Math.min(MAX_PART_BYTES, MAX_TOTAL_BYTES - bytesRead) + 1);
            bytesRead += content.length;
            if (content.length > MAX_PART_BYTES || bytesRead > MAX_TOTAL_BYTES) {
                throw new IOException("exceeds the limit");
            }
            return DocumentHelper.readDocument(new ByteArrayInputStream(content));
        }
    }

    /** Counts characters by element name only, independently of the reader, so that text it skips is noticed. */
    private void countCharacters(Element root) {
        characters += WordElements.text(root).length();
    }
}
