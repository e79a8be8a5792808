package io.noticepress.content.attachments;

import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.FileLimits;
import io.noticepress.model.values.Digest;
import io.noticepress.model.values.FileType;
import io.noticepress.model.values.ImageSize;
import io.noticepress.problem.Location;
import io.noticepress.problem.Message;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Checks that the content of a file is of the type its extension says and has no macros or scripts. A file is read once, in
 * chunks.
 */
final class AttachmentInspector {
    /** All allowed extensions, for messages. */
    static final List<String> EXTENSIONS = Arrays.stream(FileType.values())
            .map(type -> type.name().toLowerCase(Locale.ROOT))
            .toList();

    private static final int CHUNK_SIZE = 64 * 1024;
    private static final int OVERLAP = 64;
    private static final byte[] OLE2 = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    /** Size and digest of a file that may be published, and its size in pixels if it is a picture. */
    record InspectedFile(long size, Digest digest, Optional<ImageSize> pixels) {}

    private final ContentFolder folder;
    private final Problems problems;

    AttachmentInspector(ContentFolder folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** Reads a file; empty if it must not be published, which is reported. */
    Optional<InspectedFile> read(String path, FileType type) {
        String displayPath = folder.displayPath(path);
        MessageDigest sha = Digest.newSha256();
        SignatureScan signatureScan = new SignatureScan(type);
        long size = 0;
        try (InputStream in = folder.open(path)) {
            byte[] chunk = new byte[CHUNK_SIZE + OVERLAP];
            int overlap = 0;
            for (int read = in.readNBytes(chunk, 0, CHUNK_SIZE);
                    read > 0;
                    read = in.readNBytes(chunk, overlap, CHUNK_SIZE)) {
                sha.update(chunk, overlap, read);
                size += read;
                if (size > FileLimits.ATTACHMENT) {
                    long all = Files.size(folder.file(path));
                    problems.add(FileLimits.tooLarge(
                            Location.ofFile(displayPath), 1, Math.max(all, size), FileLimits.ATTACHMENT));
                    return Optional.empty();
                }
                signatureScan.accept(chunk, overlap + read, size == read);
                int end = overlap + read;
                overlap = Math.min(OVERLAP, end);
                System.arraycopy(chunk, end - overlap, chunk, 0, overlap);
            }
            Optional<Message> fault = signatureScan.fault(size);
            if (fault.isEmpty() && ZipDocumentCheck.isZipDocument(type)) {
                fault = ZipDocumentCheck.fault(folder.file(path), type);
            }
            if (fault.isPresent()) {
                reportRefused(displayPath, fault.get(), type);
                return Optional.empty();
            }
            return Optional.of(new InspectedFile(size, Digest.of(sha.digest(), 0), pixels(path, type)));
        } catch (IOException e) {
            problems.add(folder.unreadable(path, e));
            return Optional.empty();
        }
    }

    private Optional<ImageSize> pixels(String path, FileType type) throws IOException {
        if (!type.isPicture()) {
            return Optional.empty();
        }
        try (InputStream in = new BufferedInputStream(folder.open(path))) {
            return PictureHeader.read(in, type);
        }
    }

    private void reportRefused(String displayPath, Message what, FileType type) {
        problems.add(
                ProblemCode.ATTACHMENT_TYPE,
                displayPath,
                what,
                Message.of(
                        "用原来的程序另存为真正的 {0} 文件，不含宏和脚本",
                        "save it again as a real {0} file without macros or scripts",
                        type.name().toLowerCase(Locale.ROOT)));
    }

    /** What has been found in the chunks of a file so far. */
    private static final class SignatureScan {
        private static final List<byte[]> PDF_ACTIVE =
                List.of(ascii("/JavaScript"), ascii("/Launch"), ascii("/RichMedia"));
        private static final byte[] VBA = utf16le("_VBA_PROJECT");
        private static final byte[] WORD = utf16le("WordDocument");
        private static final byte[] EXCEL = utf16le("Workbook");
        private static final byte[] SLIDES = utf16le("PowerPoint Document");

        private final FileType type;
        private final PlainTextDetector text = new PlainTextDetector();
        private boolean signatureFits;
        private boolean hasActiveContent;
        private boolean seenWord;
        private boolean seenExcel;
        private boolean seenSlides;

        SignatureScan(FileType type) {
            this.type = type;
        }

        void accept(byte[] chunk, int length, boolean first) {
            if (first) {
                signatureFits = hasSignature(chunk, length);
            }
            switch (type) {
                case PDF:
                    hasActiveContent |= PDF_ACTIVE.stream().anyMatch(mark -> contains(chunk, length, mark));
                    break;
                case DOC, WPS, XLS, ET, PPT:
                    hasActiveContent |= contains(chunk, length, VBA);
                    seenWord |= contains(chunk, length, WORD);
                    seenExcel |= contains(chunk, length, EXCEL);
                    seenSlides |= contains(chunk, length, SLIDES);
                    break;
                case CSV, TXT:
                    text.accept(chunk, length, first);
                    break;
                default:
                    break;
            }
        }

        Optional<Message> fault(long size) {
            if (size == 0) {
                return Optional.of(Message.of("文件是空的", "the file is empty"));
            }
            boolean isText = type == FileType.CSV || type == FileType.TXT;
            if (isText ? !text.isPlainText() : !signatureFits || isOtherOfficeType()) {
                return Optional.of(Message.of(
                        "内容不是 {0} 文件",
                        "the content is not that of a {0} file", type.name().toLowerCase(Locale.ROOT)));
            }
            return hasActiveContent
                    ? Optional.of(Message.of("文件里有宏或脚本", "the file contains macros or scripts"))
                    : Optional.empty();
        }

        /** Whether it is an OLE2 document of another office program. */
        private boolean isOtherOfficeType() {
            return switch (type) {
                case DOC, WPS -> !seenWord && (seenExcel || seenSlides);
                case XLS, ET -> !seenExcel && (seenWord || seenSlides);
                case PPT -> !seenSlides && (seenWord || seenExcel);
                default -> false;
            };
        }

        private boolean hasSignature(byte[] chunk, int length) {
            return switch (type) {
                case PDF -> startsWith(chunk, length, 0, ascii("%PDF-"));
                case OFD, DOCX, XLSX, PPTX -> startsWith(chunk, length, 0, ascii("PK\3\4"));
                case DOC, WPS, XLS, ET, PPT -> startsWith(chunk, length, 0, OLE2);
                case PNG -> startsWith(chunk, length, 0, PNG);
                case JPG -> startsWith(chunk, length, 0, JPEG);
                case GIF ->
                    startsWith(chunk, length, 0, ascii("GIF87a")) || startsWith(chunk, length, 0, ascii("GIF89a"));
                case WEBP -> startsWith(chunk, length, 0, ascii("RIFF")) && startsWith(chunk, length, 8, ascii("WEBP"));
                case CSV, TXT -> true;
            };
        }

        private static boolean startsWith(byte[] chunk, int length, int at, byte[] mark) {
            return length >= at + mark.length && Arrays.equals(chunk, at, at + mark.length, mark, 0, mark.length);
        }

        private static boolean contains(byte[] chunk, int length, byte[] mark) {
            for (int i = 0; i + mark.length <= length; i++) {
                if (chunk[i] == mark[0] && startsWith(chunk, length, i, mark)) {
                    return true;
                }
            }
            return false;
        }

        private static byte[] ascii(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }

        private static byte[] utf16le(String text) {
            return text.getBytes(StandardCharsets.UTF_16LE);
        }
    }
}
