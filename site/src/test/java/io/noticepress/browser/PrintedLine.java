package io.noticepress.browser;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * A printed line, in points from the upper left corner of the page.
 *
 * @param text without spaces
 * @param baseline distance of the baseline from the top
 * @param size font size
 */
record PrintedLine(String text, float left, float right, float baseline, float size) {
    /** The lines of each page from top to bottom; text on the same baseline is one line. */
    static List<List<PrintedLine>> of(PDDocument printed) throws IOException {
        List<List<PrintedLine>> pages = new ArrayList<>();
        for (int i = 1; i <= printed.getNumberOfPages(); i++) {
            TreeMap<Integer, List<TextPosition>> rows = new TreeMap<>();
            PDFTextStripper letters = new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    for (TextPosition letter : positions) {
                        if (!letter.getUnicode().isBlank()) {
                            rows.computeIfAbsent(Math.round(letter.getYDirAdj()), none -> new ArrayList<>())
                                    .add(letter);
                        }
                    }
                }
            };
            letters.setStartPage(i);
            letters.setEndPage(i);
            letters.getText(printed);
            pages.add(rows.values().stream().map(PrintedLine::line).toList());
        }
        return pages;
    }

    private static PrintedLine line(List<TextPosition> letters) {
        StringBuilder text = new StringBuilder();
        float left = Float.MAX_VALUE;
        float right = 0;
        for (TextPosition letter : letters) {
            // Browsers print some characters as radicals of the same shape; NFKC would change commas, too.
            String unicode = letter.getUnicode();
            text.append(
                    unicode.matches("[\\u2E80-\\u2FDF]")
                            ? Normalizer.normalize(unicode, Normalizer.Form.NFKC)
                            : unicode);
            left = Math.min(left, letter.getXDirAdj());
            right = Math.max(right, letter.getXDirAdj() + letter.getWidthDirAdj());
        }
        TextPosition first = letters.get(0);
        return new PrintedLine(text.toString(), left, right, first.getYDirAdj(), first.getYScale());
    }
}
