package io.noticepress.report;

import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the lines of the files that problems point to, when they are printed. */
public final class SourceExcerpts {
    /** The most problems that are printed or shown; {@code report.json} has all of them. */
    public static final int MAX_SHOWN = 100;

    private static final long MAX_FILE_BYTES = 4L * 1024 * 1024;

    private final Map<String, Path> roots;
    /** The file that was read last: problems come sorted by file. */
    private String file = "";

    private List<String> lines = List.of();

    public SourceExcerpts(RunRequest runRequest) {
        roots = Map.of(
                runRequest.displayPath(runRequest.content()),
                runRequest.content(),
                runRequest.displayPath(runRequest.themes()),
                runRequest.themes());
    }

    /** The first problems, at most {@link #MAX_SHOWN}, each with its line. */
    public List<ProblemWithExcerpt> first(List<Problem> problems) {
        return problems.stream()
                .limit(MAX_SHOWN)
                .map(problem -> new ProblemWithExcerpt(problem, line(problem)))
                .toList();
    }

    private Optional<String> line(Problem problem) {
        String path = problem.at().file();
        if (problem.code() == ProblemCode.NOT_UTF8 || problem.code() == ProblemCode.UNSAFE_PATH) {
            return Optional.empty();
        }
        if (!path.equals(file)) {
            file = path;
            lines = read(path);
        }
        int index = problem.at().line() - 1;
        return index < lines.size() ? Optional.of(lines.get(index)) : Optional.empty();
    }

    private List<String> read(String path) {
        Optional<Path> place = roots.entrySet().stream()
                .filter(root -> path.startsWith(root.getKey() + "/"))
                .map(root ->
                        root.getValue().resolve(path.substring(root.getKey().length() + 1)))
                .filter(SourceExcerpts::isText)
                .findFirst();
        if (place.isEmpty()) {
            return List.of();
        }
        try {
            String text = new String(Files.readAllBytes(place.get()), StandardCharsets.UTF_8);
            String whole = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return Stream.of(whole.split("\r\n|\r|\n", -1)).toList();
        } catch (IOException e) {
            return List.of(); // the problem itself says what is wrong with the file
        }
    }

    private static boolean isText(Path place) {
        String name = String.valueOf(place.getFileName());
        try {
            return (name.endsWith(".md") || name.endsWith(".yaml") || name.endsWith(".ftlh"))
                    && Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
                    && Files.size(place) <= MAX_FILE_BYTES;
        } catch (IOException e) {
            return false;
        }
    }
}
