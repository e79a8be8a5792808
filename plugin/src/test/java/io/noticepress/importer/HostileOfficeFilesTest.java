package io.noticepress.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.noticepress.problem.RunFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged, locked, oversized and malicious Word and PDF files: each is refused with a problem. */
@Tag("long")
class HostileOfficeFilesTest {
    @TempDir
    Path folder;

    @Test
    void hostileWordFilesAreRefused() throws IOException {
        assertRefused(
                "too-large",
                WordParts.write(
                        folder,
                        WordParts.document("<w:p><w:r><w:t>" + "a".repeat(60 << 20) + "</w:t></w:r></w:p>"),
                        Map.of()));
        assertRefused(
                "import-unsupported",
                WordParts.write(
                        folder,
                        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + WordParts.document("<w:p/>"),
                        Map.of()));
        assertRefused(
                "too-complex",
                WordParts.write(
                        folder, WordParts.document("<w:sdt>".repeat(3000) + "</w:sdt>".repeat(3000)), Map.of()));
        byte[] whole = Files.readAllBytes(OfficeFileWriter.writeDocx(folder.resolve("x.docx"), List.of("通知")));
        assertRefused("import-failed", Files.write(folder.resolve("x.docx"), Arrays.copyOf(whole, whole.length / 2)));
        assertRefused(
                "import-unsupported",
                Files.write(folder.resolve("x.docx"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}));
        Path many = folder.resolve("many.docx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(many))) {
            for (int i = 0; i < 5000; i++) {
                zip.putNextEntry(new ZipEntry("a" + i));
            }
        }
        RunFailed crowd = catchThrowableOfType(RunFailed.class, () -> ImportFixture.importFile(many));
        assertThat(crowd.problem().code().id()).matches("too-large|import-failed");
        Path nested = folder.resolve("nested.docx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(nested))) {
            zip.putNextEntry(new ZipEntry("inner.docx"));
            zip.write(whole);
        }
        RunFailed runFailed = catchThrowableOfType(RunFailed.class, () -> ImportFixture.importFile(nested));
        assertThat(runFailed.problem().code().id()).startsWith("import-");
    }

    @Test
    void hostilePdfFilesAreRefused() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            lines.add("通知");
        }
        assertRefused("too-large", OfficeFileWriter.writePdfPages(folder.resolve("x.pdf"), lines, 1));
        assertRefused("import-unsupported", OfficeFileWriter.writePdfPages(folder.resolve("x.pdf"), List.of(), 1));
        Path good = OfficeFileWriter.writePdf(folder.resolve("x.pdf"), List.of("通知"));
        byte[] whole = Files.readAllBytes(good);
        String looping = new String(whole, StandardCharsets.ISO_8859_1).replace("/Kids [5 0 R ]", "/Kids [2 0 R ]");
        RunFailed loop = catchThrowableOfType(
                RunFailed.class,
                () -> ImportFixture.importFile(Files.write(good, looping.getBytes(StandardCharsets.ISO_8859_1))));
        assertThat(loop).isNotNull();
        assertRefused("import-failed", Files.write(good, Arrays.copyOf(whole, whole.length * 9 / 10)));
        String unknown = new String(whole, StandardCharsets.ISO_8859_1)
                .replace("UniGB-UCS2-H", "Identity-H  ")
                .replace("(GB1)", "(Own)");
        assertRefused("import-unsupported", Files.write(good, unknown.getBytes(StandardCharsets.ISO_8859_1)));
        Files.write(good, whole);
        try (PDDocument document = Loader.loadPDF(good.toFile())) {
            document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            document.save(folder.resolve("locked.pdf").toFile());
        }
        assertRefused("import-unsupported", folder.resolve("locked.pdf"));
        assertRefused(
                "import-failed",
                Files.write(folder.resolve("x.pdf"), "%PDF-1.4\nnothing".getBytes(StandardCharsets.US_ASCII)));
    }

    private static void assertRefused(String code, Path file) {
        long start = System.nanoTime();
        RunFailed runFailed = catchThrowableOfType(RunFailed.class, () -> ImportFixture.importFile(file));
        assertThat(runFailed).as(file.toString()).isNotNull();
        assertThat(runFailed.problem().code().id())
                .as(runFailed.problem().message().en())
                .isEqualTo(code);
        assertThat((System.nanoTime() - start) / 1_000_000_000).isLessThan(20);
    }
}
