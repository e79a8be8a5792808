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

/** How every translation stands to its original: a table to read and a file for other programs. */
public final class TranslationReport {
    /** Its name in the work folder. */
    static final String FILE = "translations.json";

    private static final int MAX_SHOWN = 100;
    private static final List<ProblemCode> CHECKED_MISTAKES =
            List.of(ProblemCode.TRANSLATION_STRUCTURE, ProblemCode.TRANSLATION_FIGURES, ProblemCode.TRANSLATION_TERMS);
    private static final String MISSING = "missing";

    private final ContentFolder folder;
    private final List<Language> languages;
    private final List<TranslationStatus> standings;
    private final Map<String, List<Problem>> byFile = new HashMap<>();

    public TranslationReport(
            ContentFolder folder, List<Language> languages, List<TranslationStatus> standings, List<Problem> problems) {
        this.folder = folder;
        this.languages = languages;
        this.standings = standings;
        problems.stream()
                .filter(problem -> CHECKED_MISTAKES.contains(problem.code()))
                .forEach(problem -> byFile.computeIfAbsent(problem.at().file(), file -> new ArrayList<>())
                        .add(problem));
    }

    /** The translations with which something is to be done, and how many there are of each state. */
    List<String> lines(MessageLanguage messageLanguage) {
        List<String> lines = new ArrayList<>();
        List<TranslationStatus> open =
                standings.stream().filter(this::needsWork).toList();
        boolean zh = messageLanguage == MessageLanguage.ZH;
        if (!open.isEmpty()) {
            lines.add(row(zh ? List.of("落后", "结构", "数字", "术语") : List.of("behind", "blocks", "figures", "terms")) + "  "
                    + pad(zh ? "状态" : "state", 9, false) + (zh ? "文件" : "file"));
        }
        for (TranslationStatus translationStatus : open.subList(0, Math.min(MAX_SHOWN, open.size()))) {
            List<String> cells = new ArrayList<>();
            cells.add(cell(translationStatus.changedAnchors().size() + translationStatus.deletedBlocks()));
            CHECKED_MISTAKES.forEach(kind -> cells.add(cell(count(translationStatus, kind))));
            lines.add(row(cells) + "  " + pad(state(translationStatus), 9, false) + shownFile(translationStatus));
        }
        if (open.size() > MAX_SHOWN) {
            lines.add(
                    zh ? "…… 另有 " + (open.size() - MAX_SHOWN) + " 份" : "… and " + (open.size() - MAX_SHOWN) + " more");
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
        cells.forEach(cell -> out.append(pad(cell, 8, true)));
        return out.toString();
    }

    private static String cell(long count) {
        return count == 0 ? "-" : Long.toString(count);
    }

    /** Chinese characters take two cells of a terminal. */
    private static String pad(String text, int cells, boolean right) {
        int width = text.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
        String blanks = " ".repeat(Math.max(0, cells - width));
        return right ? blanks + text : text + blanks;
    }

    private boolean needsWork(TranslationStatus translationStatus) {
        return translationStatus.translation().isEmpty()
                || translationStatus.isBehind()
                || byFile.containsKey(shownFile(translationStatus));
    }

    /** How many translations into a language are in each state; empty if none is due. */
    private Optional<Map<String, Long>> counts(Language language) {
        List<TranslationStatus> into = standings.stream()
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
        CHECKED_MISTAKES.forEach(kind -> counts.put(
                checkName(kind),
                into.stream().filter(each -> count(each, kind) > 0).count()));
        return Optional.of(counts);
    }

    /** All of it. */
    byte[] json(MessageLanguage messageLanguage) {
        Map<String, Object> counts = new LinkedHashMap<>();
        languages.forEach(language -> counts(language).ifPresent(found -> counts.put(language.key(), found)));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("counts", counts);
        json.put(
                "translations",
                standings.stream()
                        .map(translationStatus -> json(translationStatus, messageLanguage))
                        .toList());
        return JsonWriter.renderFile(json);
    }

    private Map<String, Object> json(TranslationStatus translationStatus, MessageLanguage messageLanguage) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("notice", translationStatus.notice().slug());
        json.put(
                "original",
                folder.displayPath(
                        translationStatus.notice().originalEdition().source().path()));
        json.put("language", translationStatus.language().key());
        json.put("file", shownFile(translationStatus));
        json.put("state", state(translationStatus));
        json.put("recorded", translationStatus.hasBasis());
        json.put("behind", translationStatus.isBehind());
        json.put("outdated", translationStatus.changedAnchors());
        json.put("deleted", translationStatus.deletedBlocks());
        for (ProblemCode kind : CHECKED_MISTAKES) {
            json.put(
                    checkName(kind),
                    problems(translationStatus, kind)
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

    private Stream<Problem> problems(TranslationStatus translationStatus, ProblemCode kind) {
        return byFile.getOrDefault(shownFile(translationStatus), List.of()).stream()
                .filter(problem -> problem.code() == kind);
    }

    private long count(TranslationStatus translationStatus, ProblemCode kind) {
        return problems(translationStatus, kind).count();
    }

    /** {@code structure}, {@code figures}, {@code terms}. */
    private static String checkName(ProblemCode kind) {
        return kind.id().substring("translation-".length());
    }

    private static String state(TranslationStatus translationStatus) {
        return translationStatus
                .translation()
                .map(how -> how.state().name().toLowerCase(Locale.ROOT))
                .orElse(MISSING);
    }

    private String shownFile(TranslationStatus translationStatus) {
        return folder.displayPath(translationStatus.path());
    }
}
