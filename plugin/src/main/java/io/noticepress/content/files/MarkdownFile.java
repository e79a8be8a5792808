package io.noticepress.content.files;

import io.noticepress.model.SourceFile;
import io.noticepress.model.values.Digest;
import io.noticepress.problem.Location;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.yaml.Mapping;
import io.noticepress.yaml.YamlParser;
import io.noticepress.yaml.YamlText;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A Markdown file, split into front matter and body:
 *
 * <pre>
 * ---
 * title: 关于示范工作的通知      frontMatter: one field, title
 * ---
 * 各县区：                       body; source.bodyLine() is 4
 * </pre>
 *
 * @param source path, digest, and the line on which the body begins; line 0 if the end of the front matter is missing
 * @param frontMatter the fields; empty if they cannot be read, which was reported
 * @param body the text after the front matter
 */
public record MarkdownFile(SourceFile source, Optional<Mapping> frontMatter, String body) {
    private static final String FENCE = "---";

    /** Reads a file; empty if it is too large, unreadable or not UTF-8, which is reported. */
    public static Optional<MarkdownFile> read(ContentFolder folder, String path, Problems problems) {
        String displayPath = folder.displayPath(path);
        Optional<byte[]> bytes = folder.readBytes(path, FileLimits.TEXT_FILE, problems);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        return Utf8Decoder.decode(bytes.get(), displayPath, problems)
                .map(text -> parse(path, displayPath, text, Digest.of(bytes.get()), problems));
    }

    /** Parses a text as if it were the content of the file at {@code path}. */
    public static MarkdownFile parse(String path, String displayPath, String text, Problems problems) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String lines = Utf8Decoder.decode(bytes, displayPath, problems).orElse("");
        return parse(path, displayPath, lines, Digest.of(bytes), problems);
    }

    /** The body of a file that was read before; empty if the file has changed. */
    public static Optional<String> body(ContentFolder folder, SourceFile source) {
        Problems silent = new Problems();
        return folder.readBytes(source.path(), FileLimits.TEXT_FILE, silent)
                .filter(bytes -> Digest.of(bytes).equals(source.digest()))
                .flatMap(bytes -> Utf8Decoder.decode(bytes, folder.displayPath(source.path()), silent))
                .map(text -> fromLine(text, source.bodyLine()));
    }

    private static String fromLine(String text, int line) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            start = nextLine(text, start);
        }
        return text.substring(start);
    }

    /** Whether the body can be read. */
    public boolean hasBody() {
        return source.bodyLine() > 0;
    }

    private static MarkdownFile parse(String path, String displayPath, String text, Digest digest, Problems problems) {
        int start = lineEnd(text, 0);
        if (!isFence(text, 0, start)) {
            problems.add(missingFrontMatter(displayPath, text));
            int close = findFence(text, 0);
            int body = close < 0 ? 0 : nextLine(text, close);
            return of(path, digest, Optional.empty(), text, body, problems, displayPath);
        }
        int first = Math.min(start + 1, text.length());
        int close = start == text.length() ? -1 : findFence(text, first);
        if (close < 0) {
            problems.add(unclosedFrontMatter(displayPath, text, first));
            return new MarkdownFile(new SourceFile(path, 0, digest), Optional.empty(), "");
        }
        String yaml = text.substring(first, close);
        Optional<Mapping> front = Optional.empty();
        int size = utf8Size(yaml, FileLimits.FRONT_MATTER);
        if (size > FileLimits.FRONT_MATTER) {
            problems.add(
                    FileLimits.tooLarge(Location.ofFile(displayPath), FENCE.length(), size, FileLimits.FRONT_MATTER));
        } else {
            front = YamlParser.parse(new YamlText(displayPath, yaml, 2), problems);
        }
        return of(path, digest, front, text, nextLine(text, close), problems, displayPath);
    }

    private static MarkdownFile of(
            String path,
            Digest digest,
            Optional<Mapping> front,
            String text,
            int start,
            Problems problems,
            String displayPath) {
        int line = 1
                + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
        String body = text.substring(start);
        int size = utf8Size(body, FileLimits.BODY);
        if (size > FileLimits.BODY) {
            problems.add(FileLimits.tooLarge(new Location(displayPath, line, 1), 1, size, FileLimits.BODY));
            line = 0;
        }
        return new MarkdownFile(new SourceFile(path, line, digest), front, body);
    }

    /** The size in UTF-8; counted only if it could exceed the limit, else any smaller number. */
    private static int utf8Size(String text, int limit) {
        return text.length() * 3L <= limit ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The start of the next line that is a fence, at or after {@code from}; -1 if there is none. */
    private static int findFence(String text, int from) {
        for (int at = from; at >= 0 && at < text.length(); ) {
            int end = lineEnd(text, at);
            if (isFence(text, at, end)) {
                return at;
            }
            at = end + 1;
        }
        return -1;
    }

    private static boolean isFence(String text, int start, int end) {
        return text.startsWith(FENCE, start)
                && start + FENCE.length() <= end
                && text.substring(start + FENCE.length(), end).isBlank();
    }

    private static int lineEnd(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    private static int nextLine(String text, int start) {
        return Math.min(lineEnd(text, start) + 1, text.length());
    }

    private static Problem missingFrontMatter(String displayPath, String text) {
        boolean isBelowBlankLines = text.stripLeading().startsWith(FENCE + "\n");
        return Problem.of(
                ProblemCode.FRONT_MATTER_MISSING,
                displayPath,
                Message.of("文件不是以“---”一行开头", "the file does not begin with a line \"---\""),
                isBelowBlankLines
                        ? Message.of("删去“---”前面的空行和空格", "delete the blank lines and spaces before \"---\"")
                        : Message.of(
                                "在第 1 行写“---”，接着写 title 等字段，再写一行“---”",
                                "write \"---\" on line 1, then the fields such as title, then \"---\" again"));
    }

    private static Problem unclosedFrontMatter(String displayPath, String text, int from) {
        int line = 2;
        int at = from;
        while (at < text.length()
                && text.substring(at, lineEnd(text, at))
                        .matches("\\s*|\\s+.*|#\\S.*|-\\s.*|[\\p{L}\\p{N}_-]+\\s*[:：].*")
                && !text.substring(at, lineEnd(text, at)).isBlank()) {
            at = lineEnd(text, at) + 1;
            line++;
        }
        return Problem.of(
                ProblemCode.FRONT_MATTER_UNCLOSED,
                Location.ofFile(displayPath),
                FENCE.length(),
                Message.of("开头的“---”没有结束的“---”", "the \"---\" that opens the front matter is never closed"),
                Message.of(
                        "在最后一个字段之后（第 {0} 行之前）写一行“---”",
                        "write a line \"---\" after the last field, before line {0}", line));
    }
}
