package io.noticepress.extract.word;

import io.noticepress.extract.ExtractedDocument;
import io.noticepress.extract.ExtractedLine;
import io.noticepress.extract.UnreadableDocument;
import io.noticepress.problem.ProblemCode;
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

/** A Word file (ECMA-376), of which only the parts with text are opened. Macros and links are not looked at. */
public final class DocxReader {
    private static final String MAIN_CONTENT_TYPE =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final long LARGEST_PART = 50L << 20;
    private static final long LARGEST_TOTAL = 100L << 20;

    private final OPCPackage file;
    private final List<ExtractedLine> lines = new ArrayList<>();
    private long characters;
    private long bytesRead;

    private DocxReader(OPCPackage file) {
        this.file = file;
    }

    public static ExtractedDocument read(Path path) throws UnreadableDocument {
        ZipSecureFile.setMinInflateRatio(0.01);
        ZipSecureFile.setMaxEntrySize(LARGEST_PART);
        ZipSecureFile.setMaxFileCount(1000);
        try (OPCPackage file = OPCPackage.open(path.toFile(), PackageAccess.READ)) {
            DocxReader word = new DocxReader(file);
            word.read();
            file.revert();
            return new ExtractedDocument(word.lines, word.characters);
        } catch (IOException | RuntimeException | InvalidFormatException | SAXException e) {
            throw unreadable(e);
        }
    }

    private static UnreadableDocument unreadable(Exception e) {
        String said = String.valueOf(e.getMessage());
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            said += " " + cause.getMessage();
        }
        if (said.contains("Zip bomb") || said.contains("exceed") || said.contains("number of entries")) {
            return new UnreadableDocument(
                    ProblemCode.TOO_LARGE, "压缩包展开后过大或条目过多", "unpacked it would be too large, or has too many entries");
        }
        if (said.contains("DOCTYPE")) {
            return new UnreadableDocument(
                    ProblemCode.IMPORT_UNSUPPORTED,
                    "文件含有 DOCTYPE 声明，不予读取",
                    "it holds a DOCTYPE declaration, which is not read");
        }
        return new UnreadableDocument(ProblemCode.IMPORT_FAILED, "文件损坏，或不是 Word 文件", "it is damaged, or no Word file");
    }

    private void read() throws IOException, SAXException, InvalidFormatException, UnreadableDocument {
        PackagePart main = file.getPartsByContentType(MAIN_CONTENT_TYPE).stream()
                .findFirst()
                .orElseThrow(() -> new UnreadableDocument(
                        ProblemCode.IMPORT_UNSUPPORTED,
                        "不是不含宏的 Word 文档（.docx）",
                        "it is no Word document without macros (.docx)"));
        Optional<Document> styles = parsePart("styles");
        ListNumbering listNumbering = new ListNumbering(parsePart("numbering"), styles);
        BoldStyles looks = new BoldStyles(styles);
        Optional<Document> footnotes = parsePart("footnotes");
        Optional<Document> endnotes = parsePart("endnotes");
        Map<String, Integer> notes = new HashMap<>();
        footnotes.ifPresent(part -> numberNotes(part, "footnote", notes));
        endnotes.ifPresent(part -> numberNotes(part, "endnote", notes));
        Document document = parse(main);
        countCharacters(document.getDocumentElement());
        Element body = WordElements.child(document.getDocumentElement(), "body")
                .orElseThrow(() -> new SAXException("no body"));
        lines.addAll(new WordBlockReader(listNumbering, looks, notes).lines(body));
        readNotes(footnotes, "footnote", notes, listNumbering, looks);
        readNotes(endnotes, "endnote", notes, listNumbering, looks);
        readHeadersAndComments(looks);
    }

    /** Running heads stand before the text, feet behind it, then comments; pictures are only told of. */
    private void readHeadersAndComments(BoldStyles looks)
            throws IOException, SAXException, InvalidFormatException, UnreadableDocument {
        List<ExtractedLine> heads = new ArrayList<>();
        for (PackagePart part : file.getParts()) {
            String type = part.getContentType().replaceFirst("^.*wordprocessingml\\.", "");
            if (type.matches("(?:header|footer|comments)\\+xml")) {
                Element aside = parse(part).getDocumentElement();
                countCharacters(aside);
                if (type.startsWith("comments")) {
                    lines.add(ExtractedLine.leftOut(WordBlockReader.ElementText.of(aside), "comment"));
                    continue;
                }
                List<ExtractedLine> edge = new WordBlockReader(
                                new ListNumbering(Optional.empty(), Optional.empty()), looks, Map.of())
                        .lines(aside).stream().map(ExtractedLine::asEdge).toList();
                (type.startsWith("header") ? heads : lines).addAll(edge);
            } else if (part.getContentType().startsWith("image/")) {
                lines.add(ExtractedLine.remark(
                        "picture " + part.getPartName().getName().replaceFirst("^.*/", "")));
            }
        }
        lines.addAll(0, heads);
    }

    private static void numberNotes(Document part, String name, Map<String, Integer> notes) {
        WordElements.children(part.getDocumentElement(), name).stream()
                .filter(note -> WordElements.attribute(note, "type").isEmpty())
                .forEach(note -> notes.put(name + "Reference" + WordElements.attribute(note, "id"), notes.size() + 1));
    }

    private void readNotes(
            Optional<Document> part,
            String name,
            Map<String, Integer> notes,
            ListNumbering listNumbering,
            BoldStyles looks)
            throws UnreadableDocument {
        if (part.isEmpty()) {
            return;
        }
        countCharacters(part.get().getDocumentElement());
        for (Element note : WordElements.children(part.get().getDocumentElement(), name)) {
            String number =
                    String.valueOf(notes.getOrDefault(name + "Reference" + WordElements.attribute(note, "id"), 0));
            for (ExtractedLine extractedLine : new WordBlockReader(listNumbering, looks, notes).lines(note)) {
                lines.add(
                        number.equals("0")
                                ? ExtractedLine.leftOut(extractedLine.text(), "left-out")
                                : new ExtractedLine(
                                        ExtractedLine.LineKind.NOTE,
                                        extractedLine.text(),
                                        extractedLine.computedLabel(),
                                        0,
                                        -1,
                                        -1,
                                        extractedLine.marks(),
                                        List.of(),
                                        number));
            }
        }
    }

    private Optional<Document> parsePart(String name) throws IOException, SAXException, InvalidFormatException {
        List<PackagePart> parts = file.getPartsByContentType(MAIN_CONTENT_TYPE.replace("document.main", name));
        return parts.isEmpty() ? Optional.empty() : Optional.of(parse(parts.get(0)));
    }

    private Document parse(PackagePart part) throws IOException, SAXException {
        try (InputStream in = part.getInputStream()) {
            byte[] content = in.readNBytes((int) Math.min(LARGEST_PART, LARGEST_TOTAL - bytesRead) + 1);
            bytesRead += content.length;
            if (content.length > LARGEST_PART || bytesRead > LARGEST_TOTAL) {
                throw new IOException("exceeds the limit");
            }
            return DocumentHelper.readDocument(new java.io.ByteArrayInputStream(content));
        }
    }

    /** Counts what there is to read by the names of elements alone, so that nothing the reader skips goes unnoticed. */
    private void countCharacters(Element root) {
        characters += WordBlockReader.ElementText.of(root).length();
    }
}
