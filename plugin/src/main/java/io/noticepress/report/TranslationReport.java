package io.noticepress.report;

import io.noticepress.content.files.ContentFolder;
import io.noticepress.json.JsonWriter;
import io.noticepress.model.site.Language;
import io.noticepress.problem.MessageLanguage;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.translation.TranslationStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The state of every translation: a table for the terminal and {@code translations.json} for other programs. */
public final class TranslationReport {
    /** The name of the file in the work folder. */
    static final String FILE = "translations.json";

    private static final int NUMBER_WIDTH = 8;
    private static final int STATE_WIDTH = 9;
    private static final List<ProblemCode> CHECKS =
            List.of(ProblemCode.TRANSLATION_STRUCTURE, ProblemCode.TRANSLATION_FIGURES, ProblemCode.TRANSLATION_TERMS);
    private static final String MISSING = "missing";

    private final ContentFolder folder;
    private final List<Language> languages;
    private final List<TranslationStatus> statuses;
    private final Map<String, List<Problem>> byFile = new HashMap<>();

    public TranslationReport(
            ContentFolder folder, List<Language> languages, List<TranslationStatus> statuses, List<Problem> problems) {
        this.folder = folder;
        this.languages = languages;
        this.statuses = statuses;
        problems.stream()
                .filter(problem -> CHECKS.contains(problem.code()))
                .forEach(problem -> byFile.computeIfAbsent(problem.at().file(), file -> new ArrayList<>())
                        .add(problem));
    }

    /** A table of the translations that need work, then a line for each language with the number in each state. */
    List<String> lines(MessageLanguage messageLanguage) {
        List<String> lines = new ArrayList<>();
        List<TranslationStatus> open = statuses.stream().filter(this::needsWork).toList();
        boolean zh = messageLanguage == MessageLanguage.ZH;
        if (!open.isEmpty()) {
            lines.add(row(zh ? List.of("落后", "结构", "数字", "术语") : List.of("behind", "blocks", "figures", "terms")) + "  "
                    + TextTable.left(zh ? "状态" : "state", STATE_WIDTH) + (zh ? "文件" : "file"));
        }
        for (TranslationStatus status : open.subList(0, Math.min(SourceExcerpts.MAX_SHOWN, open.size()))) {
            List<String> cells = new ArrayList<>();
            cells.add(cell(status.changedAnchors().size() + status.deletedBlocks()));
            CHECKS.forEach(check -> cells.add(cell(count(status, check))));
            lines.add(row(cells) + "  " + TextTable.left(state(status), STATE_WIDTH) + shownFile(status));
        }
        int hidden = open.size() - SourceExcerpts.MAX_SHOWN;
        if (hidden > 0) {
            lines.add(zh ? "…… 另有 " + hidden + " 份" : "… and " + hidden + " more");
        }
        for (Language language : languages) {
            counts(language).ifPresent(counts -> lines.add(totalLine(language, counts, zh)));
        }
        return lines;
    }

    private static String totalLine(Language language, Map<String, Long> counts, boolean zh) {
        List<String> parts = counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
        return language.name() + (zh ? "：" : ": ") + String.join(zh ? "，" : ", ", parts);
    }

    private static String row(List<String> cells) {
        StringBuilder out = new StringBuilder();
        cells.forEach(cell -> out.append(TextTable.right(cell, NUMBER_WIDTH)));
        return out.toString();
    }

    private static String cell(long count) {
        return count == 0 ? "-" : Long.toString(count);
    }

    private boolean needsWork(TranslationStatus status) {
        return status.translation().isEmpty() || status.isBehind() || byFile.containsKey(shownFile(status));
    }

    /** The number of translations into a language in each state; empty if none is needed. */
    private Optional<Map<String, Long>> counts(Language language) {
        List<TranslationStatus> into = statuses.stream()
                .filter(each -> each.language().equals(language))
                .toList();
        if (into.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String state : List.of("official", "reviewed", "draft", "machine", MISSING)) {
            counts.put(
                    state,
                    into.stream().filter(each -> state(each).equals(state)).count());
        }
        counts.put("behind", into.stream().filter(TranslationStatus::isBehind).count());
        counts.put(
                "unrecorded",
                into.stream()
                        .filter(each -> each.translation().isPresent() && !each.hasBasis())
                        .count());
        CHECKS.forEach(check -> counts.put(
                checkName(check),
                into.stream().filter(each -> count(each, check) > 0).count()));
        return Optional.of(counts);
    }

    /** The file: {@code {"counts": {"en": {"official": 3, …}}, "translations": [{"notice": "kx-2030-6", …}]}}. */
    byte[] json(MessageLanguage messageLanguage) {
        Map<String, Object> counts = new LinkedHashMap<>();
        languages.forEach(language -> counts(language).ifPresent(found -> counts.put(language.key(), found)));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("counts", counts);
        json.put(
                "translations",
                statuses.stream().map(status -> json(status, messageLanguage)).toList());
        return JsonWriter.renderFile(json);
    }

    private Map<String, Object> json(TranslationStatus status, MessageLanguage messageLanguage) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("notice", status.notice().slug());
        json.put(
                "original",
                folder.displayPath(status.notice().originalEdition().source().path()));
        json.put("language", status.language().key());
        json.put("file", shownFile(status));
        json.put("state", state(status));
        json.put("recorded", status.hasBasis());
        json.put("behind", status.isBehind());
        json.put("outdated", status.changedAnchors());
        json.put("deleted", status.deletedBlocks());
        for (ProblemCode check : CHECKS) {
            json.put(
                    checkName(check),
                    problems(status, check)
                            .map(problem -> problemJson(problem, messageLanguage))
                            .toList());
        }
        return json;
    }

    private static Map<String, Object> problemJson(Problem problem, MessageLanguage messageLanguage) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("line", problem.at().line());
        json.put("column", problem.at().column());
        json.put("message", problem.message().in(messageLanguage));
        return json;
    }

    private Stream<Problem> problems(TranslationStatus status, ProblemCode check) {
        return byFile.getOrDefault(shownFile(status), List.of()).stream().filter(problem -> problem.code() == check);
    }

    private long count(TranslationStatus status, ProblemCode check) {
        return problems(status, check).count();
    }

    /** {@code structure}, {@code figures}, {@code terms}. */
    private static String checkName(ProblemCode check) {
        return check.id().substring("translation-".length());
    }

    private static String state(TranslationStatus status) {
        return status.translation()
                .map(how -> how.state().name().toLowerCase(Locale.ROOT))
                .orElse(MISSING);
    }

    private String shownFile(TranslationStatus status) {
        return folder.displayPath(status.path());
    }
}
