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
 * Judges a file by its content: it must be what its ending says, and nothing a reader's program would run. Files are read once,
 * in small pieces.
 */
final class AttachmentInspector {
    /** Every ending there may be, for messages. */
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

    /** The size and digest of a file that may be published, and how large it is shown if it is a picture. */
    record InspectedFile(long size, Digest digest, Optional<ImageSize> pixels) {}

    private final ContentFolder folder;
    private final Problems problems;

    AttachmentInspector(ContentFolder folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** Reads a file; what must not be published is reported instead. */
    Optional<InspectedFile> read(String path, FileType type) {
        String shown = folder.displayPath(path);
        MessageDigest sha = Digest.newSha256();
        SignatureScan signatureScan = new SignatureScan(type);
        long size = 0;
        try (InputStream in = folder.open(path)) {
            byte[] piece = new byte[CHUNK_SIZE + OVERLAP];
            int kept = 0;
            for (int read = in.readNBytes(piece, 0, CHUNK_SIZE);
                    read > 0;
                    read = in.readNBytes(piece, kept, CHUNK_SIZE)) {
                sha.update(piece, kept, read);
                size += read;
                if (size > FileLimits.ATTACHMENT) {
                    long all = Files.size(folder.file(path));
                    problems.add(
                            FileLimits.tooLarge(Location.ofFile(shown), 1, Math.max(all, size), FileLimits.ATTACHMENT));
                    return Optional.empty();
                }
                signatureScan.accept(piece, kept + read, size == read);
                int end = kept + read;
                kept = Math.min(OVERLAP, end);
                System.arraycopy(piece, end - kept, piece, 0, kept);
            }
            Optional<Message> fault = signatureScan.fault(size);
            if (fault.isEmpty() && ZipDocumentCheck.isZipDocument(type)) {
                fault = ZipDocumentCheck.fault(folder.file(path), type);
            }
            if (fault.isPresent()) {
                reportRefused(shown, fault.get(), type);
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

    private void reportRefused(String shown, Message what, FileType type) {
        problems.add(
                ProblemCode.ATTACHMENT_TYPE,
                shown,
                what,
                Message.of(
                        "用原来的程序另存为真正的 {0} 文件，不含宏和脚本",
                        "save it again as a real {0} file without macros or scripts",
                        type.name().toLowerCase(Locale.ROOT)));
    }

    /** What was seen of a file so far. */
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

        void accept(byte[] piece, int length, boolean first) {
            if (first) {
                signatureFits = hasSignature(piece, length);
            }
            switch (type) {
                case PDF:
                    hasActiveContent |= PDF_ACTIVE.stream().anyMatch(mark -> contains(piece, length, mark));
                    break;
                case DOC, WPS, XLS, ET, PPT:
                    hasActiveContent |= contains(piece, length, VBA);
                    seenWord |= contains(piece, length, WORD);
                    seenExcel |= contains(piece, length, EXCEL);
                    seenSlides |= contains(piece, length, SLIDES);
                    break;
                case CSV, TXT:
                    text.accept(piece, length, first);
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
                    ? Optional.of(Message.of("文件里有宏或脚本", "the file holds macros or scripts"))
                    : Optional.empty();
        }

        /** Whether it is a document of another of the old office programs. */
        private boolean isOtherOfficeType() {
            return switch (type) {
                case DOC, WPS -> !seenWord && (seenExcel || seenSlides);
                case XLS, ET -> !seenExcel && (seenWord || seenSlides);
                case PPT -> !seenSlides && (seenWord || seenExcel);
                default -> false;
            };
        }

        private boolean hasSignature(byte[] piece, int length) {
            return switch (type) {
                case PDF -> startsWith(piece, length, 0, ascii("%PDF-"));
                case OFD, DOCX, XLSX, PPTX -> startsWith(piece, length, 0, ascii("PK\3\4"));
                case DOC, WPS, XLS, ET, PPT -> startsWith(piece, length, 0, OLE2);
                case PNG -> startsWith(piece, length, 0, PNG);
                case JPG -> startsWith(piece, length, 0, JPEG);
                case GIF ->
                    startsWith(piece, length, 0, ascii("GIF87a")) || startsWith(piece, length, 0, ascii("GIF89a"));
                case WEBP -> startsWith(piece, length, 0, ascii("RIFF")) && startsWith(piece, length, 8, ascii("WEBP"));
                case CSV, TXT -> true;
            };
        }

        private static boolean startsWith(byte[] piece, int length, int at, byte[] mark) {
            return length >= at + mark.length && Arrays.equals(piece, at, at + mark.length, mark, 0, mark.length);
        }

        private static boolean contains(byte[] piece, int length, byte[] mark) {
            for (int i = 0; i + mark.length <= length; i++) {
                if (piece[i] == mark[0] && startsWith(piece, length, i, mark)) {
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
