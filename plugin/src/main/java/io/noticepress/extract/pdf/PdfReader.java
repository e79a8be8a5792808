package io.noticepress.extract.pdf;

import io.noticepress.extract.ExtractedDocument;
import io.noticepress.extract.ExtractedLine;
import io.noticepress.extract.UnreadableDocument;
import io.noticepress.problem.Message;
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

/** Reads the text layer of a PDF file (ISO 32000), page by page. Scans without a text layer are refused. */
public final class PdfReader {
    private static final int MAX_PAGES = 1000;
    private static final int TAIL_BYTES = 2048;
    private static final long MAX_SCRATCH_BYTES = 200L << 20;

    private PdfReader() {}

    /** Reads a file. */
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
                        "有 " + pages + " 页，超过 " + MAX_PAGES + " 页的上限",
                        "it has " + pages + " pages, more than the " + MAX_PAGES + " allowed");
            }
            return readPages(document, pages);
        } catch (InvalidPasswordException e) {
            throw encrypted();
        } catch (IOException | RuntimeException e) {
            throw new UnreadableDocument(
                    ProblemCode.IMPORT_FAILED, "文件损坏，或不是 PDF 文件", "it is damaged or not a PDF file");
        }
    }

    /**
     * Rejects a truncated file: PDFBox would read it as far as it goes and lose pages. A complete file ends with {@code %%EOF}
     * (ISO 32000-1, 7.5.5).
     */
    private static void requireEndMarker(Path path) throws UnreadableDocument {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(TAIL_BYTES, file.length())];
            file.seek(file.length() - tail.length);
            file.readFully(tail);
            if (!new String(tail, StandardCharsets.ISO_8859_1).contains("%%EOF")) {
                throw new UnreadableDocument(
                        ProblemCode.IMPORT_FAILED, "文件不完整，缺少结尾", "it is incomplete: its end is missing");
            }
        } catch (IOException e) {
            throw new UnreadableDocument(ProblemCode.IMPORT_FAILED, "文件读不了", "it cannot be read");
        }
    }

    private static ExtractedDocument readPages(PDDocument document, int count) throws IOException, UnreadableDocument {
        List<ExtractedLine> lines = new ArrayList<>();
        List<String> scannedPages = new ArrayList<>();
        long characters = 0;
        long unmappedGlyphs = 0;
        List<PageTextStripper> pages = new ArrayList<>();
        Map<String, Integer> edgeCounts = new HashMap<>();
        for (int number = 1; number <= count; number++) {
            PageTextStripper page = PageTextStripper.of(document, number);
            page.edgePatterns().stream().distinct().forEach(edge -> edgeCounts.merge(edge, 1, Integer::sum));
            pages.add(page);
        }
        edgeCounts.values().removeIf(times -> times < 2);
        for (int number = 1; number <= count; number++) {
            PageTextStripper page = pages.get(number - 1);
            characters += page.characters();
            unmappedGlyphs += page.unmappedGlyphs();
            lines.addAll(page.lines(edgeCounts.keySet()));
            boolean pictures = hasPictures(document.getPage(number - 1));
            if (pictures && page.characters() == 0) {
                scannedPages.add(Integer.toString(number));
            } else if (pictures) {
                lines.add(ExtractedLine.remark("picture " + number));
            }
        }
        if (unmappedGlyphs * 20 > characters) {
            throw new UnreadableDocument(
                    ProblemCode.IMPORT_UNSUPPORTED,
                    "文字没有对应的字符编码，读出来是乱码",
                    "its glyphs are not mapped to characters, so its text cannot be read");
        }
        if (characters == 0) {
            throw new UnreadableDocument(
                    ProblemCode.IMPORT_UNSUPPORTED, "没有文字层，是扫描件", "it has no text layer: it is a scan");
        }
        if (!scannedPages.isEmpty()) {
            Message numbers = Message.list(scannedPages.subList(0, Math.min(10, scannedPages.size())));
            throw new UnreadableDocument(
                    ProblemCode.IMPORT_UNSUPPORTED,
                    "第 " + numbers.zh() + " 页没有文字层，是扫描件",
                    "there is no text layer on page " + numbers.en() + ": it is a scan");
        }
        return new ExtractedDocument(lines, characters);
    }

    private static boolean hasPictures(PDPage page) {
        return page.getResources() != null
                && page.getResources().getXObjectNames().iterator().hasNext();
    }

    private static UnreadableDocument encrypted() {
        return new UnreadableDocument(ProblemCode.IMPORT_UNSUPPORTED, "文件加了密", "it is encrypted");
    }
}
