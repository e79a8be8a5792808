package io.noticepress.extract;

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
final class WordFile {
    private static final String MAIN =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final long LARGEST_PART = 50L << 20;
    private static final long LARGEST = 100L << 20;

    private final OPCPackage file;
    private final List<Line> lines = new ArrayList<>();
    private long characters;
    private long bytes;

    private WordFile(OPCPackage file) {
        this.file = file;
    }

    static Extract read(Path path) throws Refused {
        ZipSecureFile.setMinInflateRatio(0.01);
        ZipSecureFile.setMaxEntrySize(LARGEST_PART);
        ZipSecureFile.setMaxFileCount(1000);
        try (OPCPackage file = OPCPackage.open(path.toFile(), PackageAccess.READ)) {
            WordFile word = new WordFile(file);
            word.read();
            file.revert();
            return new Extract(word.lines, word.characters);
        } catch (IOException | RuntimeException | InvalidFormatException | SAXException e) {
            throw refused(e);
        }
    }

    private static Refused refused(Exception e) {
        String said = String.valueOf(e.getMessage());
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            said += " " + cause.getMessage();
        }
        if (said.contains("Zip bomb") || said.contains("exceed") || said.contains("number of entries")) {
            return new Refused(
                    ProblemCode.TOO_LARGE, "压缩包展开后过大或条目过多", "unpacked it would be too large, or has too many entries");
        }
        if (said.contains("DOCTYPE")) {
            return new Refused(
                    ProblemCode.IMPORT_UNSUPPORTED,
                    "文件含有 DOCTYPE 声明，不予读取",
                    "it holds a DOCTYPE declaration, which is not read");
        }
        return new Refused(ProblemCode.IMPORT_FAILED, "文件损坏，或不是 Word 文件", "it is damaged, or no Word file");
    }

    private void read() throws IOException, SAXException, InvalidFormatException, Refused {
        PackagePart main = file.getPartsByContentType(MAIN).stream()
                .findFirst()
                .orElseThrow(() -> new Refused(
                        ProblemCode.IMPORT_UNSUPPORTED,
                        "不是不含宏的 Word 文档（.docx）",
                        "it is no Word document without macros (.docx)"));
        Optional<Document> styles = part("styles");
        Numbers numbers = new Numbers(part("numbering"), styles);
        Styles looks = new Styles(styles);
        Optional<Document> footnotes = part("footnotes");
        Optional<Document> endnotes = part("endnotes");
        Map<String, Integer> notes = new HashMap<>();
        footnotes.ifPresent(part -> number(part, "footnote", notes));
        endnotes.ifPresent(part -> number(part, "endnote", notes));
        Document document = parse(main);
        count(document.getDocumentElement());
        Element body =
                Markup.child(document.getDocumentElement(), "body").orElseThrow(() -> new SAXException("no body"));
        lines.addAll(new WordText(numbers, looks, notes).lines(body));
        notes(footnotes, "footnote", notes, numbers, looks);
        notes(endnotes, "endnote", notes, numbers, looks);
        aside(looks);
    }

    /** Running heads stand before the text, feet behind it, then comments; pictures are only told of. */
    private void aside(Styles looks) throws IOException, SAXException, InvalidFormatException, Refused {
        List<Line> heads = new ArrayList<>();
        for (PackagePart part : file.getParts()) {
            String type = part.getContentType().replaceFirst("^.*wordprocessingml\\.", "");
            if (type.matches("(?:header|footer|comments)\\+xml")) {
                Element aside = parse(part).getDocumentElement();
                count(aside);
                if (type.startsWith("comments")) {
                    lines.add(Line.leftOut(WordText.Texts.of(aside), "comment"));
                    continue;
                }
                List<Line> edge = new WordText(new Numbers(Optional.empty(), Optional.empty()), looks, Map.of())
                        .lines(aside).stream().map(Line::asEdge).toList();
                (type.startsWith("header") ? heads : lines).addAll(edge);
            } else if (part.getContentType().startsWith("image/")) {
                lines.add(Line.remark("picture " + part.getPartName().getName().replaceFirst("^.*/", "")));
            }
        }
        lines.addAll(0, heads);
    }

    private static void number(Document part, String name, Map<String, Integer> notes) {
        Markup.children(part.getDocumentElement(), name).stream()
                .filter(note -> Markup.value(note, "type").isEmpty())
                .forEach(note -> notes.put(name + "Reference" + Markup.value(note, "id"), notes.size() + 1));
    }

    private void notes(Optional<Document> part, String name, Map<String, Integer> notes, Numbers numbers, Styles looks)
            throws Refused {
        if (part.isEmpty()) {
            return;
        }
        count(part.get().getDocumentElement());
        for (Element note : Markup.children(part.get().getDocumentElement(), name)) {
            String number = String.valueOf(notes.getOrDefault(name + "Reference" + Markup.value(note, "id"), 0));
            for (Line line : new WordText(numbers, looks, notes).lines(note)) {
                lines.add(
                        number.equals("0")
                                ? Line.leftOut(line.text(), "left-out")
                                : new Line(
                                        Line.Kind.NOTE,
                                        line.text(),
                                        line.lead(),
                                        0,
                                        -1,
                                        -1,
                                        line.marks(),
                                        List.of(),
                                        number));
            }
        }
    }

    private Optional<Document> part(String name) throws IOException, SAXException, InvalidFormatException {
        List<PackagePart> parts = file.getPartsByContentType(MAIN.replace("document.main", name));
        return parts.isEmpty() ? Optional.empty() : Optional.of(parse(parts.get(0)));
    }

    private Document parse(PackagePart part) throws IOException, SAXException {
        try (InputStream in = part.getInputStream()) {
            byte[] content = in.readNBytes((int) Math.min(LARGEST_PART, LARGEST - bytes) + 1);
            bytes += content.length;
            if (content.length > LARGEST_PART || bytes > LARGEST) {
                throw new IOException("exceeds the limit");
            }
            return DocumentHelper.readDocument(new java.io.ByteArrayInputStream(content));
        }
    }

    /** Counts what there is to read by the names of elements alone, so that nothing the reader skips goes unnoticed. */
    private void count(Element root) {
        characters += WordText.Texts.of(root).length();
    }
}
