package io.noticepress.testkit;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** An invented collection of notices, always without errors, and how its content folder looks. Grows by chance, from a seed. */
public final class RandomContent {
    static final List<String> ISSUERS = List.of("kx", "kx-office", "kx-office-two", "city");
    static final List<String> TOPICS = List.of("talent", "youth", "youth-summer");
    static final List<String> RELATIONS =
            List.of("issues", "forwards", "repeals", "amends", "corrects", "replaces", "repliesTo", "cites");
    private static final List<String> STATES = List.of("reviewed", "draft", "machine", "official");
    private static final List<String> KINDS = List.of("通知", "公告", "意见", "函", "公示");

    /** A notice in the making. */
    public static final class RandomNotice {
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
        /** Of the translation alone: its words, its state, and which basis it has. */
        public int translationVersion;

        int stateVersion;
        int basisVersion;
        /** Two digits: a change of it leaves the size of the file as it was. */
        int sameSizeVersion = 10;

        Optional<LocalDate> published = Optional.empty();
        Optional<LocalDate> effective = Optional.empty();
        Optional<LocalDate> expires = Optional.empty();
        /** Relation to slugs. */
        final Map<String, List<String>> relations = new TreeMap<>();
        /** File name to content. */
        public final Map<String, Integer> attachments = new TreeMap<>();

        boolean hasEdition(String language) {
            return originalLanguage.equals(language) || translated;
        }

        public String pathWithoutLanguage() {
            return "notices/" + issued.getYear() + "/" + slug;
        }
    }

    public final Map<String, RandomNotice> notices = new TreeMap<>();
    final Map<String, Integer> pageVersions = new TreeMap<>();
    final Map<String, Integer> nameVersions = new TreeMap<>();
    boolean issuersReversed;
    public int footerVersion;
    int pageSize = 3;
    private int nextNumber;

    /** A collection of some size. */
    public static RandomContent of(int size, Random random) {
        RandomContent randomContent = new RandomContent();
        randomContent.pageVersions.put("about", 0);
        for (int i = 0; i < size; i++) {
            randomContent.add(random);
        }
        return randomContent;
    }

    RandomNotice add(Random random) {
        RandomNotice randomNotice = new RandomNotice();
        randomNotice.slug = "n" + random.nextInt(100) + "-" + nextNumber++;
        randomNotice.issued = randomDay(random);
        randomNotice.issuers.add(oneOf(ISSUERS, random));
        if (random.nextInt(4) == 0) {
            String second = oneOf(ISSUERS, random);
            if (!randomNotice.issuers.contains(second)) {
                randomNotice.issuers.add(second);
            }
        }
        randomNotice.topics.add(oneOf(TOPICS, random));
        randomNotice.kind = oneOf(KINDS, random);
        randomNotice.originalLanguage = random.nextInt(5) == 0 ? "en" : "zh";
        randomNotice.translated = random.nextBoolean();
        randomNotice.draft = random.nextInt(8) == 0;
        if (random.nextInt(3) > 0) {
            giveNewNumber(randomNotice);
        }
        randomNotice.published = random.nextInt(3) == 0
                ? Optional.of(randomNotice.issued.plusDays(random.nextInt(40)))
                : Optional.empty();
        randomNotice.effective =
                random.nextInt(4) == 0 ? Optional.of(randomNotice.issued.plusDays(30)) : Optional.empty();
        randomNotice.expires =
                random.nextInt(4) == 0 ? Optional.of(randomNotice.issued.plusYears(1)) : Optional.empty();
        if (random.nextInt(3) == 0) {
            randomNotice.attachments.put("附表 " + random.nextInt(3) + ".csv", random.nextInt(100));
        }
        notices.put(randomNotice.slug, randomNotice);
        if (random.nextInt(2) == 0) {
            relateToAnother(randomNotice, random);
        }
        return randomNotice;
    }

    /** A number nobody else has. */
    void giveNewNumber(RandomNotice randomNotice) {
        randomNotice.number = "示例发〔" + randomNotice.issued.getYear() + "〕" + (++nextNumber) + "号";
    }

    void relateToAnother(RandomNotice randomNotice, Random random) {
        RandomNotice other = anyNotice(random);
        if (other != randomNotice && !other.draft) {
            List<String> slugs =
                    randomNotice.relations.computeIfAbsent(oneOf(RELATIONS, random), key -> new ArrayList<>());
            if (!slugs.contains(other.slug)) {
                slugs.add(other.slug);
            }
        }
    }

    /** Nobody refers to the notice any more. */
    void removeReferencesTo(RandomNotice randomNotice) {
        notices.values().forEach(other -> {
            other.relations.values().forEach(slugs -> slugs.remove(randomNotice.slug));
            other.relations.values().removeIf(List::isEmpty);
        });
    }

    void rename(RandomNotice randomNotice, String slug) {
        notices.remove(randomNotice.slug);
        for (RandomNotice other : notices.values()) {
            other.relations.values().forEach(slugs -> slugs.replaceAll(s -> s.equals(randomNotice.slug) ? slug : s));
        }
        randomNotice.slug = slug;
        notices.put(slug, randomNotice);
    }

    String freshSlug(Random random) {
        return "n" + random.nextInt(100) + "-" + nextNumber++;
    }

    public RandomNotice anyNotice(Random random) {
        return oneOf(new ArrayList<>(notices.values()), random);
    }

    public static <T> T oneOf(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    static LocalDate randomDay(Random random) {
        return LocalDate.of(2028 + random.nextInt(3), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    /** The content folder. */
    public SortedMap<String, byte[]> files() {
        SortedMap<String, String> files = new TreeMap<>();
        files.put("site.yaml", """
                baseUrl: https://notices.example.org/
                theme: bare
                pageSize: %d
                messages: en
                footer: {zh: 页脚%d, en: footer %d}
                languages:
                  zh: {tag: zh-CN, name: 中文, title: 公文, description: 全部公文}
                  en: {tag: en, name: English, title: Notices}
                """.formatted(pageSize, footerVersion, footerVersion));
        List<String> issuers = new ArrayList<>(ISSUERS);
        if (issuersReversed) {
            java.util.Collections.reverse(issuers);
        }
        Map<String, String> parents = Map.of("kx-office", "kx", "kx-office-two", "kx-office", "youth-summer", "youth");
        files.put("issuers.yaml", namesYaml(issuers, parents));
        files.put("topics.yaml", namesYaml(TOPICS, parents));
        files.put("kinds.yaml", "gongshi: {zh: 公示, en: Public Notice}\n");
        pageVersions.forEach((name, version) -> {
            files.put(
                    "pages/" + name + ".zh.md",
                    "---\ntitle: 说明" + version / 2 + "\n---\n正文。\n" + "\n## 部分\n".repeat(version % 2));
            if (version % 3 != 2) {
                files.put(
                        "pages/" + name + ".en.md",
                        "---\ntitle: Page " + version + "\n---\nText.\n\n## Part\n\nMore.\n");
            }
        });
        notices.values().forEach(randomNotice -> {
            files.put(
                    randomNotice.pathWithoutLanguage() + "." + randomNotice.originalLanguage + ".md",
                    originalFile(randomNotice));
            if (randomNotice.translated) {
                String other = randomNotice.originalLanguage.equals("zh") ? "en" : "zh";
                files.put(
                        randomNotice.pathWithoutLanguage() + "." + other + ".md", translationFile(randomNotice, other));
            }
            randomNotice.attachments.forEach((name, content) ->
                    files.put(randomNotice.pathWithoutLanguage() + "/" + name, "列,column\n" + content + ",1\n"));
        });
        SortedMap<String, byte[]> bytes = new TreeMap<>();
        files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    private String namesYaml(List<String> keys, Map<String, String> parents) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (String key : keys) {
            String parent = parents.containsKey(key) ? ", parent: " + parents.get(key) : "";
            int version = nameVersions.getOrDefault(key, 0);
            lines.put(key, "{zh: " + key + "单位" + version + ", en: " + key + " body " + version + parent + "}");
        }
        StringBuilder out = new StringBuilder();
        lines.forEach((key, line) -> out.append(key).append(": ").append(line).append('\n'));
        return out.toString();
    }

    private String originalFile(RandomNotice randomNotice) {
        StringBuilder out = new StringBuilder("---\n");
        out.append("title: ")
                .append(title(randomNotice, randomNotice.originalLanguage))
                .append('\n');
        out.append("kind: ").append(randomNotice.kind).append('\n');
        if (!randomNotice.number.isEmpty()) {
            out.append("number: ").append(randomNotice.number).append('\n');
        }
        out.append("issuer: ").append(randomNotice.issuers).append('\n');
        out.append("issued: ").append(randomNotice.issued).append('\n');
        out.append("topics: ").append(randomNotice.topics).append('\n');
        randomNotice.published.ifPresent(
                day -> out.append("published: ").append(day).append('\n'));
        randomNotice.effective.ifPresent(
                day -> out.append("effective: ").append(day).append('\n'));
        randomNotice.expires.ifPresent(
                day -> out.append("expires: ").append(day).append('\n'));
        if (randomNotice.summaryVersion > 0) {
            out.append("summary: 摘要").append(randomNotice.summaryVersion).append('\n');
        }
        if (!randomNotice.attachments.isEmpty()) {
            out.append("attachments:\n");
            randomNotice
                    .attachments
                    .keySet()
                    .forEach(name -> out.append("  - {file: ").append(name).append(", title: 附表}\n"));
        }
        if (!randomNotice.relations.isEmpty()) {
            out.append("relations:\n");
            randomNotice.relations.forEach((type, slugs) ->
                    out.append("  ").append(type).append(": ").append(slugs).append('\n'));
        }
        if (randomNotice.draft) {
            out.append("draft: true\n");
        }
        return out.append("---\n")
                .append(body(randomNotice, randomNotice.originalLanguage))
                .toString();
    }

    private String translationFile(RandomNotice randomNotice, String language) {
        String state = STATES.get(randomNotice.stateVersion % STATES.size());
        String basis = randomNotice.basisVersion % 2 == 0 ? ", basis: v1 000000" + randomNotice.basisVersion : "";
        return "---\ntitle: " + title(randomNotice, language)
                + (randomNotice.translationVersion % 3 == 2 ? "\nsummary: " + randomNotice.translationVersion : "")
                + "\ntranslation: {state: " + state + basis + "}\n---\n" + body(randomNotice, language)
                + "\n" + randomNotice.translationVersion + "\n";
    }

    private static String title(RandomNotice randomNotice, String language) {
        String matter = randomNotice.titleVersion
                + (language.equals(randomNotice.originalLanguage) ? "" : "." + randomNotice.translationVersion / 2);
        return language.equals("zh") ? "第" + matter + "项事宜的" + randomNotice.kind : "Notice on Matter " + matter;
    }

    private String body(RandomNotice randomNotice, String language) {
        StringBuilder out = new StringBuilder(
                language.equals("zh")
                        ? "各单位：\n\n正文" + randomNotice.bodyVersion + "，印记" + randomNotice.sameSizeVersion + "。\n"
                        : "To all.\n\nText " + randomNotice.bodyVersion + ", stamp " + randomNotice.sameSizeVersion
                                + ".\n");
        randomNotice.relations.values().stream()
                .flatMap(List::stream)
                .distinct()
                .forEach(slug -> {
                    RandomNotice other = notices.get(slug);
                    String there = other.hasEdition(language) ? language : other.originalLanguage;
                    out.append("\n[")
                            .append(language.equals("zh") ? "另见" : "See also")
                            .append("](../")
                            .append(other.issued.getYear())
                            .append("/")
                            .append(slug)
                            .append(".")
                            .append(there)
                            .append(".md)\n");
                });
        randomNotice
                .attachments
                .keySet()
                .forEach(name -> out.append("\n[")
                        .append(language.equals("zh") ? "附表" : "table")
                        .append("](<")
                        .append(randomNotice.slug)
                        .append("/")
                        .append(name)
                        .append(">)\n"));
        return out.append(language.equals("zh") ? "\n# 附件 " : "\n# Annex ")
                .append(randomNotice.bodyVersion % 3)
                .append("\n\n## ")
                .append(language.equals("zh") ? "一、内容" : "I. Content")
                .append("\n\n1. **")
                .append(language.equals("zh") ? "要求。" : "Rule.")
                .append("** 1\n")
                .toString();
    }
}
