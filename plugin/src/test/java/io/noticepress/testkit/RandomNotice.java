package io.noticepress.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A notice of {@link RandomContent}: its fields and its files. A higher version number gives a different text. */
public final class RandomNotice {
    private static final List<String> STATES = List.of("reviewed", "draft", "machine", "official");

    String slug;
    LocalDate issued;
    String number = "";
    final List<String> issuers = new ArrayList<>();
    final List<String> topics = new ArrayList<>();
    String kind;
    public String originalLanguage;
    boolean translated;
    boolean draft;
    public int titleVersion;
    public int bodyVersion;
    int summaryVersion;
    /** Versions that affect only the translation: of its text, its state and its basis. */
    public int translationVersion;

    int stateVersion;
    int basisVersion;
    /** Always two digits, so that a change keeps the size of the file. */
    int sameSizeVersion = 10;

    Optional<LocalDate> published = Optional.empty();
    Optional<LocalDate> effective = Optional.empty();
    Optional<LocalDate> expires = Optional.empty();
    /** Slugs of other notices by the name of the relation. */
    final Map<String, List<String>> relations = new TreeMap<>();
    /** A number written into each attachment, by file name. */
    public final Map<String, Integer> attachments = new TreeMap<>();

    boolean hasEdition(String language) {
        return originalLanguage.equals(language) || translated;
    }

    public String pathWithoutLanguage() {
        return "notices/" + issued.getYear() + "/" + slug;
    }

    /** The file with the original text; the other notices are needed to build links to them. */
    String originalFile(Map<String, RandomNotice> notices) {
        StringBuilder out = new StringBuilder("---\n");
        out.append("title: ").append(title(originalLanguage)).append('\n');
        out.append("kind: ").append(kind).append('\n');
        if (!number.isEmpty()) {
            out.append("number: ").append(number).append('\n');
        }
        out.append("issuer: ").append(issuers).append('\n');
        out.append("issued: ").append(issued).append('\n');
        out.append("topics: ").append(topics).append('\n');
        published.ifPresent(day -> out.append("published: ").append(day).append('\n'));
        effective.ifPresent(day -> out.append("effective: ").append(day).append('\n'));
        expires.ifPresent(day -> out.append("expires: ").append(day).append('\n'));
        if (summaryVersion > 0) {
            out.append("summary: 摘要").append(summaryVersion).append('\n');
        }
        if (!attachments.isEmpty()) {
            out.append("attachments:\n");
            attachments
                    .keySet()
                    .forEach(name -> out.append("  - {file: ").append(name).append(", title: 附表}\n"));
        }
        if (!relations.isEmpty()) {
            out.append("relations:\n");
            relations.forEach((type, slugs) ->
                    out.append("  ").append(type).append(": ").append(slugs).append('\n'));
        }
        if (draft) {
            out.append("draft: true\n");
        }
        return out.append("---\n").append(body(originalLanguage, notices)).toString();
    }

    /** The file with the translation into a language. */
    String translationFile(String language, Map<String, RandomNotice> notices) {
        String state = STATES.get(stateVersion % STATES.size());
        String basis = basisVersion % 2 == 0 ? ", basis: v1 000000" + basisVersion : "";
        return "---\ntitle: " + title(language)
                + (translationVersion % 3 == 2 ? "\nsummary: " + translationVersion : "")
                + "\ntranslation: {state: " + state + basis + "}\n---\n" + body(language, notices)
                + "\n" + translationVersion + "\n";
    }

    private String title(String language) {
        String matter = titleVersion + (language.equals(originalLanguage) ? "" : "." + translationVersion / 2);
        return language.equals("zh") ? "第" + matter + "项事宜的" + kind : "Notice on Matter " + matter;
    }

    private String body(String language, Map<String, RandomNotice> notices) {
        StringBuilder out = new StringBuilder(
                language.equals("zh")
                        ? "各单位：\n\n正文" + bodyVersion + "，印记" + sameSizeVersion + "。\n"
                        : "To all.\n\nText " + bodyVersion + ", stamp " + sameSizeVersion + ".\n");
        relations.values().stream().flatMap(List::stream).distinct().forEach(slug -> {
            RandomNotice other = notices.get(slug);
            String target = other.hasEdition(language) ? language : other.originalLanguage;
            out.append("\n[")
                    .append(language.equals("zh") ? "另见" : "See also")
                    .append("](../")
                    .append(other.issued.getYear())
                    .append("/")
                    .append(slug)
                    .append(".")
                    .append(target)
                    .append(".md)\n");
        });
        attachments
                .keySet()
                .forEach(name -> out.append("\n[")
                        .append(language.equals("zh") ? "附表" : "table")
                        .append("](<")
                        .append(slug)
                        .append("/")
                        .append(name)
                        .append(">)\n"));
        return out.append(language.equals("zh") ? "\n# 附件 " : "\n# Annex ")
                .append(bodyVersion % 3)
                .append("\n\n## ")
                .append(language.equals("zh") ? "一、内容" : "I. Content")
                .append("\n\n1. **")
                .append(language.equals("zh") ? "要求。" : "Rule.")
                .append("** 1\n")
                .toString();
    }
}
