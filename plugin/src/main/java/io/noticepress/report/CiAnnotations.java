package io.noticepress.report;

import io.noticepress.json.JsonWriter;
import io.noticepress.model.values.Digest;
import io.noticepress.problem.HiddenChars;
import io.noticepress.problem.MessageLanguage;
import io.noticepress.problem.Problem;
import io.noticepress.problem.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Problems in the formats in which GitHub and GitLab show them beside lines of code. Paths are relative to the root of the
 * repository, the folder that has {@code .git}.
 */
final class CiAnnotations {
    /** GitHub shows at most ten errors and ten warnings of a step. */
    private static final int MAX_SHOWN = 10;

    private final Path base;
    private final Path repositoryRoot;
    private final MessageLanguage messageLanguage;

    CiAnnotations(Path base, MessageLanguage messageLanguage) {
        this.base = base.toAbsolutePath().normalize();
        this.repositoryRoot = repositoryRoot(this.base);
        this.messageLanguage = messageLanguage;
    }

    /**
     * Workflow commands of GitHub for the first ten problems of a severity:
     * {@code ::error file=…,line=4,col=9,title=unknown-issuer::…}. Each must be at the beginning of a line.
     */
    List<String> githubCommands(List<Problem> problems, Severity severity) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .limit(MAX_SHOWN)
                .map(this::githubCommand)
                .toList();
    }

    private String githubCommand(Problem problem) {
        StringBuilder out =
                new StringBuilder("::").append(problem.severity().label()).append(' ');
        repositoryFile(problem)
                .ifPresent(file -> out.append("file=")
                        .append(escapeProperty(file))
                        .append(",line=")
                        .append(problem.at().line())
                        .append(",col=")
                        .append(problem.at().column())
                        .append(','));
        out.append("title=").append(problem.code().id()).append("::");
        return out.append(escapeData(text(problem, "\n"))).toString();
    }

    /**
     * A Code Quality report of GitLab, errors first. A fingerprint does not depend on the line, so that a merge request shows only
     * the problems it adds.
     */
    byte[] gitlabCodeQuality(List<Problem> problems) {
        Map<String, Integer> seen = new HashMap<>();
        List<Map<String, Object>> issues = new ArrayList<>();
        problems.stream().sorted(Comparator.comparing(Problem::severity)).forEach(problem -> {
            String path = repositoryFile(problem).orElse(problem.at().file());
            String identity =
                    path + "\n" + problem.code().id() + "\n" + problem.message().en();
            int times = seen.merge(identity, 1, Integer::sum);
            Map<String, Object> issue = new LinkedHashMap<>();
            issue.put("description", text(problem, " — "));
            issue.put("check_name", problem.code().id());
            issue.put(
                    "fingerprint", Digest.of(identity, Integer.toString(times)).hex());
            issue.put("severity", problem.severity() == Severity.ERROR ? "major" : "minor");
            Map<String, Object> location = new LinkedHashMap<>();
            location.put("path", path);
            location.put("lines", Map.of("begin", problem.at().line()));
            issue.put("location", location);
            issues.add(issue);
        });
        return JsonWriter.renderFile(issues);
    }

    private String text(Problem problem, String between) {
        return HiddenChars.escape(
                problem.message().in(messageLanguage) + between + problem.mend().in(messageLanguage));
    }

    /** The file relative to the repository; empty if there is no such file, for example of a problem with a parameter. */
    private Optional<String> repositoryFile(Problem problem) {
        Path file = base.resolve(problem.at().file()).normalize();
        return file.startsWith(repositoryRoot) && Files.exists(file)
                ? Optional.of(repositoryRoot.relativize(file).toString().replace('\\', '/'))
                : Optional.empty();
    }

    private static Path repositoryRoot(Path base) {
        for (Path folder = base; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return folder;
            }
        }
        return base;
    }

    /** Escapes the message of a workflow command (actions/toolkit, command.ts). */
    private static String escapeData(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String escapeProperty(String text) {
        return escapeData(text).replace(":", "%3A").replace(",", "%2C");
    }
}
