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
 * A Markdown file with front matter, as it was read just now.
 *
 * @param source its path, digest, and the line on which its body begins; line 0 if no body can be told from the front matter
 * @param frontMatter its fields; empty if there are none that can be read, which was reported
 * @param body the text after the front matter
 */
public record MarkdownFile(SourceFile source, Optional<Mapping> frontMatter, String body) {
    private static final String FENCE = "---";

    /** Reads a file; nothing if it is too large, unreadable or not UTF-8, which is reported. */
    public static Optional<MarkdownFile> read(ContentFolder folder, String path, Problems problems) {
        String shown = folder.displayPath(path);
        Optional<byte[]> bytes = folder.readBytes(path, FileLimits.TEXT_FILE, problems);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        return Utf8Decoder.decode(bytes.get(), shown, problems)
                .map(text -> parse(path, shown, text, Digest.of(bytes.get()), problems));
    }

    /** A file as it would be read if {@code text} were what it says. */
    public static MarkdownFile parse(String path, String shown, String text, Problems problems) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String lines = Utf8Decoder.decode(bytes, shown, problems).orElse("");
        return parse(path, shown, lines, Digest.of(bytes), problems);
    }

    /** The text after the front matter of a file that was read before; nothing if it is no longer the same file. */
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

    /** Whether there is a body to check. */
    public boolean hasBody() {
        return source.bodyLine() > 0;
    }

    private static MarkdownFile parse(String path, String shown, String text, Digest digest, Problems problems) {
        int start = lineEnd(text, 0);
        if (!isFence(text, 0, start)) {
            problems.add(missingFrontMatter(shown, text));
            int close = findFence(text, 0);
            int body = close < 0 ? 0 : nextLine(text, close);
            return of(path, digest, Optional.empty(), text, body, problems, shown);
        }
        int first = Math.min(start + 1, text.length());
        int close = start == text.length() ? -1 : findFence(text, first);
        if (close < 0) {
            problems.add(unclosedFrontMatter(shown, text, first));
            return new MarkdownFile(new SourceFile(path, 0, digest), Optional.empty(), "");
        }
        String yaml = text.substring(first, close);
        Optional<Mapping> front = Optional.empty();
        int size = utf8Size(yaml, FileLimits.FRONT_MATTER);
        if (size > FileLimits.FRONT_MATTER) {
            problems.add(FileLimits.tooLarge(Location.ofFile(shown), FENCE.length(), size, FileLimits.FRONT_MATTER));
        } else {
            front = YamlParser.parse(new YamlText(shown, yaml, 2), problems);
        }
        return of(path, digest, front, text, nextLine(text, close), problems, shown);
    }

    private static MarkdownFile of(
            String path,
            Digest digest,
            Optional<Mapping> front,
            String text,
            int start,
            Problems problems,
            String shown) {
        int line = 1
                + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
        String body = text.substring(start);
        int size = utf8Size(body, FileLimits.BODY);
        if (size > FileLimits.BODY) {
            problems.add(FileLimits.tooLarge(new Location(shown, line, 1), 1, size, FileLimits.BODY));
            line = 0;
        }
        return new MarkdownFile(new SourceFile(path, line, digest), front, body);
    }

    /** The size in UTF-8, counted only if it could be above the limit. */
    private static int utf8Size(String text, int limit) {
        return text.length() * 3L <= limit ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Where the next line begins that is a fence, from {@code from} on; -1 if there is none. */
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

    private static Problem missingFrontMatter(String shown, String text) {
        boolean late = text.stripLeading().startsWith(FENCE + "\n");
        return Problem.of(
                ProblemCode.FRONT_MATTER_MISSING,
                shown,
                Message.of("文件不是以“---”一行开头", "the file does not begin with a line \"---\""),
                late
                        ? Message.of("删去“---”前面的空行和空格", "delete the blank lines and blanks before \"---\"")
                        : Message.of(
                                "在第 1 行写“---”，接着写 title 等字段，再写一行“---”",
                                "write \"---\" on line 1, then the fields such as title, then \"---\" again"));
    }

    private static Problem unclosedFrontMatter(String shown, String text, int from) {
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
                Location.ofFile(shown),
                FENCE.length(),
                Message.of("开头的“---”没有结束的“---”", "the \"---\" that opens the front matter is never closed"),
                Message.of(
                        "在最后一个字段之后（第 {0} 行之前）写一行“---”",
                        "write a line \"---\" after the last field, before line {0}", line));
    }
}
