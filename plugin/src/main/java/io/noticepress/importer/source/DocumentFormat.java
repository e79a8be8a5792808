package io.noticepress.importer.source;

import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.RunFailed;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats that are read in a JVM of their own, known by their first bytes whatever the file is called. */
public enum DocumentFormat {
    DOCX("PK\u0003\u0004"),
    PDF("%PDF-");

    private static final byte[] COMPOUND_FILE_MAGIC = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final String magic;

    DocumentFormat(String magic) {
        this.magic = magic;
    }

    /** Its name in accounts and arguments. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The format of a file; empty for text.
     *
     * @throws RunFailed if it is none that can be imported
     */
    public static Optional<DocumentFormat> of(byte[] bytes, String name, String shown) {
        String head = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1);
        boolean compound = bytes.length > 4 && Arrays.equals(Arrays.copyOf(bytes, 4), COMPOUND_FILE_MAGIC);
        if (compound || head.startsWith("{\\rtf")) {
            throw unsupported(
                    shown,
                    new Message("这是旧版 Word 文件，或加了密码", "this is a file of an old Word, or it has a password"),
                    new Message("去掉密码，另存为 .docx", "remove the password and save it as .docx"));
        }
        Optional<DocumentFormat> found = Arrays.stream(values())
                .filter(documentFormat -> documentFormat == PDF
                        ? head.contains(documentFormat.magic)
                        : head.startsWith(documentFormat.magic))
                .findFirst();
        String ending = name.toLowerCase(Locale.ROOT).replaceFirst("^.*\\.", "");
        if (found.isEmpty() && (ending.equals("docx") || ending.equals("pdf"))) {
            throw unsupported(
                    shown,
                    Message.of("内容不是 {0} 文件", "the content is no {0} file", ending),
                    new Message("文件可能不完整；重新取得原件", "it may be incomplete: get the file anew"));
        }
        return found;
    }

    private static RunFailed unsupported(String shown, Message what, Message mend) {
        return new RunFailed(Problem.of(ProblemCode.IMPORT_UNSUPPORTED, shown, what, mend));
    }
}
