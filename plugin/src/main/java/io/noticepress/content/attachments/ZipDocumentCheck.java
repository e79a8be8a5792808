package io.noticepress.content.attachments;

import io.noticepress.model.values.FileType;
import io.noticepress.problem.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Checks documents that are ZIP archives: Office Open XML (ECMA-376, part 2) and OFD (GB/T 33190-2016). Only the list of entries
 * and the content types are read.
 */
final class ZipDocumentCheck {
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final int MAX_ENTRIES = 10_000;
    private static final int MAX_CONTENT_TYPES_SIZE = 1024 * 1024;

    private ZipDocumentCheck() {}

    /** Whether documents of this type are ZIP archives. */
    static boolean isZipDocument(FileType type) {
        return type == FileType.DOCX || type == FileType.XLSX || type == FileType.PPTX || type == FileType.OFD;
    }

    /** Why an archive must not be published: not a document of this type, or one with macros; empty if it may be. */
    static Optional<Message> fault(Path file, FileType type) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            if (zip.size() > MAX_ENTRIES) {
                return Optional.of(Message.of("压缩包里的文件过多", "the archive contains too many files"));
            }
            List<String> names = zip.stream().map(ZipEntry::getName).toList();
            if (!hasRequiredParts(names, type)) {
                return notOfType(type);
            }
            boolean active =
                    names.stream().map(name -> name.toLowerCase(Locale.ROOT)).anyMatch(ZipDocumentCheck::isActive);
            return active || type != FileType.OFD && isMacroEnabled(zip)
                    ? Optional.of(Message.of("文件里有宏或脚本", "the file contains macros or scripts"))
                    : Optional.empty();
        } catch (ZipException | IllegalArgumentException e) {
            // a damaged archive, or names that are not UTF-8
            return notOfType(type);
        }
    }

    private static Optional<Message> notOfType(FileType type) {
        return Optional.of(Message.of(
                "内容不是 {0} 文件",
                "the content is not that of a {0} file", type.name().toLowerCase(Locale.ROOT)));
    }

    private static boolean hasRequiredParts(List<String> names, FileType type) {
        if (type == FileType.OFD) {
            return names.contains("OFD.xml");
        }
        String folder = type == FileType.DOCX ? "word/" : type == FileType.XLSX ? "xl/" : "ppt/";
        return names.contains(CONTENT_TYPES) && names.stream().anyMatch(name -> name.startsWith(folder));
    }

    private static boolean isActive(String name) {
        return name.endsWith("vbaproject.bin")
                || name.contains("/activex/")
                || name.endsWith(".js")
                || name.endsWith(".exe")
                || name.endsWith(".html")
                || name.endsWith(".htm");
    }

    private static boolean isMacroEnabled(ZipFile zip) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(CONTENT_TYPES))) {
            String types = new String(in.readNBytes(MAX_CONTENT_TYPES_SIZE), StandardCharsets.UTF_8);
            return types.toLowerCase(Locale.ROOT).contains("macroenabled");
        }
    }
}
