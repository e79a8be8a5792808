package io.noticepress.importer.source;

import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.RunFailed;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats that are read in a separate JVM; detected by the first bytes of a file, not by its name. */
public enum DocumentFormat {
    DOCX("PK\u0003\u0004"),
    PDF("%PDF-");

    private static final byte[] COMPOUND_FILE_MAGIC = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final String magic;

    DocumentFormat(String magic) {
        this.magic = magic;
    }

    /** Its name in accounts and in the arguments of the separate JVM: {@code docx}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Detects the format of a file; empty for text.
     *
     * @throws RunFailed if the file has a format that cannot be imported, or is no Word or PDF file although its name says so
     */
    public static Optional<DocumentFormat> of(byte[] bytes, String name, String displayPath) {
        String head = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1);
        boolean isCompoundFile = bytes.length > 4 && Arrays.equals(Arrays.copyOf(bytes, 4), COMPOUND_FILE_MAGIC);
        if (isCompoundFile || head.startsWith("{\\rtf")) {
            throw unsupported(
                    displayPath,
                    new Message("这是旧版 Word 文件，或加了密码", "this is an old Word file, or it is protected by a password"),
                    new Message("去掉密码，另存为 .docx", "remove the password and save it as .docx"));
        }
        Optional<DocumentFormat> found = Arrays.stream(values())
                .filter(documentFormat -> documentFormat == PDF
                        ? head.contains(documentFormat.magic)
                        : head.startsWith(documentFormat.magic))
                .findFirst();
        String extension = name.toLowerCase(Locale.ROOT).replaceFirst("^.*\\.", "");
        if (found.isEmpty() && (extension.equals("docx") || extension.equals("pdf"))) {
            throw unsupported(
                    displayPath,
                    Message.of("内容不是 {0} 文件", "the content is not a {0} file", extension),
                    new Message("文件可能不完整；重新取得原件", "the file may be incomplete; get the original again"));
        }
        return found;
    }

    private static RunFailed unsupported(String displayPath, Message what, Message mend) {
        return new RunFailed(Problem.of(ProblemCode.IMPORT_UNSUPPORTED, displayPath, what, mend));
    }
}
