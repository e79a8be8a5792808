package io.noticepress.extract.pdf;

import io.noticepress.extract.ExtractedDocument;
import io.noticepress.extract.ExtractedLine;
import io.noticepress.extract.UnreadableDocument;
import io.noticepress.problem.ProblemCode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** A PDF file (ISO 32000), of which only the text layer is read, page by page. */
public final class PdfReader {
    private static final int MAX_PAGES = 1000;
    private static final int TAIL_BYTES = 2048;
    private static final long MAX_SCRATCH_BYTES = 200L << 20;

    private PdfReader() {}

    public static ExtractedDocument read(Path path) throws UnreadableDocument {
        FontMappers.set(new FallbackFontMapper());
        requireEndMarker(path);
        try (PDDocument document = Loader.loadPDF(
                path.toFile(), MemoryUsageSetting.setupMixed(32L << 20, MAX_SCRATCH_BYTES).streamCache)) {
            if (document.isEncrypted()) {
                throw encrypted();
            }
            int pages = document.getNumberOfPages();
            if (pages > MAX_PAGES) {
                throw new UnreadableDocument(
                        ProblemCode.TOO_LARGE,
                        "有 " + pages + " 页，超过 1000 页的上限",
                        "it has " + pages + " pages, where at most 1000 are allowed");
            }
            return readPages(document, pages);
        } catch (InvalidPasswordException e) {
            throw encrypted();
        } catch (IOException | RuntimeException e) {
            throw new UnreadableDocument(ProblemCode.IMPORT_FAILED, "文件损坏，或不是 PDF 文件", "it is damaged, or no PDF file");
        }
    }

    /** A file whose end is missing would be read as far as it goes, and pages be lost; its last lines say where its table is. */
    private static void requireEndMarker(Path path) throws UnreadableDocument {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(TAIL_BYTES, file.length())];
            file.seek(file.length() - tail.length);
            file.readFully(tail);
            if (!new String(tail, StandardCharsets.ISO_8859_1).contains("%%EOF")) {
                throw new UnreadableDocument(
                        ProblemCode.IMPORT_FAILED, "文件不完整，缺少结尾", "it is not whole: its end is missing");
            }
        } catch (IOException e) {
            throw new UnreadableDocument(ProblemCode.IMPORT_FAILED, "文件读不了", "it cannot be read");
        }
    }

    private static ExtractedDocument readPages(PDDocument document, int count) throws IOException, UnreadableDocument {
        List<ExtractedLine> lines = new ArrayList<>();
        List<String> scans = new ArrayList<>();
        long characters = 0;
        long unknown = 0;
        List<PageTextStripper> texts = new ArrayList<>();
        Map<String, Integer> edges = new HashMap<>();
        for (int number = 1; number <= count; number++) {
            PageTextStripper text = PageTextStripper.of(document, number);
            text.edgePatterns().stream().distinct().forEach(edge -> edges.merge(edge, 1, Integer::sum));
            texts.add(text);
        }
        edges.values().removeIf(times -> times < 2);
        for (int number = 1; number <= count; number++) {
            PDPage page = document.getPage(number - 1);
            PageTextStripper text = texts.get(number - 1);
            characters += text.characters();
            unknown += text.unmappedGlyphs();
            lines.addAll(text.lines(edges.keySet()));
            boolean pictures = page.getResources() != null
                    && page.getResources().getXObjectNames().iterator().hasNext();
            if (pictures && text.characters() == 0) {
                scans.add(Integer.toString(number));
            } else if (pictures) {
                lines.add(ExtractedLine.remark("picture " + number));
            }
        }
        if (unknown * 20 > characters) {
            throw new UnreadableDocument(
                    ProblemCode.IMPORT_UNSUPPORTED,
                    "文字没有对应的字符编码，读出来是乱码",
                    "its letters are not mapped to characters and cannot be read");
        }
        if (characters == 0 || !scans.isEmpty()) {
            String which = String.join("、", scans.subList(0, Math.min(10, scans.size())));
            throw new UnreadableDocument(
                    ProblemCode.IMPORT_UNSUPPORTED,
                    characters == 0 ? "没有文字层，是扫描件" : "第 " + which + " 页没有文字层，是扫描件",
                    characters == 0 ? "it has no text layer: a scan" : "page " + which + " has no text layer: a scan");
        }
        return new ExtractedDocument(lines, characters);
    }

    private static UnreadableDocument encrypted() {
        return new UnreadableDocument(ProblemCode.IMPORT_UNSUPPORTED, "文件加了密", "the file is encrypted");
    }
}
