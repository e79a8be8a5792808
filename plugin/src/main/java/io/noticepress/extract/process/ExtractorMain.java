package io.noticepress.extract.process;

import io.noticepress.extract.ExtractedDocument;
import io.noticepress.extract.UnreadableDocument;
import io.noticepress.extract.pdf.PdfReader;
import io.noticepress.extract.word.DocxReader;
import io.noticepress.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The main class of the separate JVM that reads a document: {@code ExtractorMain docx notice.docx transcript} writes the document's
 * lines, or the reason for refusing it, to the file {@code transcript}.
 */
public final class ExtractorMain {
    /** The exit code if the document is refused; the transcript then contains the reason. */
    public static final int REFUSED = 65;

    private ExtractorMain() {}

    /** Reads a document and writes its transcript. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[1]);
        Path transcript = Path.of(args[2]);
        try {
            ExtractedDocument extractedDocument = args[0].equals("docx") ? DocxReader.read(file) : PdfReader.read(file);
            TranscriptFile.write(transcript, extractedDocument.lines(), extractedDocument.characters());
        } catch (UnreadableDocument e) {
            Files.writeString(transcript, e.asTranscript(), StandardCharsets.UTF_8);
            Runtime.getRuntime().halt(REFUSED);
        } catch (StackOverflowError e) {
            Files.writeString(
                    transcript,
                    new UnreadableDocument(ProblemCode.TOO_COMPLEX, "文件嵌套太深", "the document is nested too deeply")
                            .asTranscript(),
                    StandardCharsets.UTF_8);
            Runtime.getRuntime().halt(REFUSED);
        }
    }
}
