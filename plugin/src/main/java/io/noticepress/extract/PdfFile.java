package io.noticepress.extract;

import io.noticepress.problem.Mistake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** A PDF file (ISO 32000), of which only the text layer is read, page by page. */
final class PdfFile {
    private static final int MOST_PAGES = 1000;
    private static final long SCRATCH = 200L << 20;

    private PdfFile() {}

    static Extract read(Path path) throws Refused {
        FontMappers.set(new OneFont());
        try (PDDocument document =
                Loader.loadPDF(path.toFile(), MemoryUsageSetting.setupMixed(32L << 20, SCRATCH).streamCache)) {
            if (document.isEncrypted()) {
                throw encrypted();
            }
            int pages = document.getNumberOfPages();
            if (pages > MOST_PAGES) {
                throw new Refused(
                        Mistake.TOO_LARGE,
                        "有 " + pages + " 页，超过 1000 页的上限",
                        "it has " + pages + " pages, where at most 1000 are allowed");
            }
            return pages(document, pages);
        } catch (InvalidPasswordException e) {
            throw encrypted();
        } catch (IOException | RuntimeException e) {
            throw new Refused(Mistake.IMPORT_FAILED, "文件损坏，或不是 PDF 文件", "it is damaged, or no PDF file");
        }
    }

    private static Extract pages(PDDocument document, int count) throws IOException, Refused {
        List<Line> lines = new ArrayList<>();
        List<String> scans = new ArrayList<>();
        long characters = 0;
        for (int number = 1; number <= count; number++) {
            PDPage page = document.getPage(number - 1);
            PageText text = PageText.of(document, number);
            characters += text.characters();
            lines.addAll(text.lines());
            boolean pictures = page.getResources() != null
                    && page.getResources().getXObjectNames().iterator().hasNext();
            if (pictures && text.characters() == 0) {
                scans.add(Integer.toString(number));
            } else if (pictures) {
                lines.add(Line.remark("picture " + number));
            }
        }
        if (characters == 0 || !scans.isEmpty()) {
            String which = String.join("、", scans.subList(0, Math.min(10, scans.size())));
            throw new Refused(
                    Mistake.IMPORT_UNSUPPORTED,
                    characters == 0 ? "没有文字层，是扫描件" : "第 " + which + " 页没有文字层，是扫描件",
                    characters == 0 ? "it has no text layer: a scan" : "page " + which + " has no text layer: a scan");
        }
        return new Extract(lines, characters);
    }

    private static Refused encrypted() {
        return new Refused(Mistake.IMPORT_UNSUPPORTED, "文件加了密", "the file is encrypted");
    }
}
