package io.noticepress.laws;

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
final class Gazette {
    static final List<String> ISSUERS = List.of("kx", "kx-office", "kx-office-two", "city");
    static final List<String> TOPICS = List.of("talent", "youth", "youth-summer");
    static final List<String> RELATIONS =
            List.of("issues", "forwards", "repeals", "amends", "corrects", "replaces", "repliesTo", "cites");
    private static final List<String> STATES = List.of("reviewed", "draft", "machine", "official");
    private static final List<String> KINDS = List.of("通知", "公告", "意见", "函", "公示");

    /** A notice in the making. */
    static final class Item {
        String slug;
        LocalDate issued;
        String number = "";
        final List<String> issuers = new ArrayList<>();
        final List<String> topics = new ArrayList<>();
        String kind;
        String original;
        boolean translated;
        boolean draft;
        int title;
        int body;
        int summary;
        /** Of the translation alone: its words, its state, and which basis it has. */
        int wording;

        int state;
        int basis;
        /** Two digits: a change of it leaves the size of the file as it was. */
        int stamp = 10;

        Optional<LocalDate> published = Optional.empty();
        Optional<LocalDate> effective = Optional.empty();
        Optional<LocalDate> expires = Optional.empty();
        /** Relation to slugs. */
        final Map<String, List<String>> relations = new TreeMap<>();
        /** File name to content. */
        final Map<String, Integer> attachments = new TreeMap<>();

        boolean isIn(String language) {
            return original.equals(language) || translated;
        }

        String folder() {
            return "notices/" + issued.getYear() + "/" + slug;
        }
    }

    final Map<String, Item> items = new TreeMap<>();
    final Map<String, Integer> pages = new TreeMap<>();
    final Map<String, Integer> names = new TreeMap<>();
    boolean issuersReversed;
    int footer;
    int pageSize = 3;
    private int count;

    /** A collection of some size. */
    static Gazette of(int size, Random random) {
        Gazette gazette = new Gazette();
        gazette.pages.put("about", 0);
        for (int i = 0; i < size; i++) {
            gazette.add(random);
        }
        return gazette;
    }

    Item add(Random random) {
        Item item = new Item();
        item.slug = "n" + random.nextInt(100) + "-" + count++;
        item.issued = day(random);
        item.issuers.add(one(ISSUERS, random));
        if (random.nextInt(4) == 0) {
            String second = one(ISSUERS, random);
            if (!item.issuers.contains(second)) {
                item.issuers.add(second);
            }
        }
        item.topics.add(one(TOPICS, random));
        item.kind = one(KINDS, random);
        item.original = random.nextInt(5) == 0 ? "en" : "zh";
        item.translated = random.nextBoolean();
        item.draft = random.nextInt(8) == 0;
        if (random.nextInt(3) > 0) {
            number(item);
        }
        item.published =
                random.nextInt(3) == 0 ? Optional.of(item.issued.plusDays(random.nextInt(40))) : Optional.empty();
        item.effective = random.nextInt(4) == 0 ? Optional.of(item.issued.plusDays(30)) : Optional.empty();
        item.expires = random.nextInt(4) == 0 ? Optional.of(item.issued.plusYears(1)) : Optional.empty();
        if (random.nextInt(3) == 0) {
            item.attachments.put("附表 " + random.nextInt(3) + ".csv", random.nextInt(100));
        }
        items.put(item.slug, item);
        if (random.nextInt(2) == 0) {
            relate(item, random);
        }
        return item;
    }

    /** A number nobody else has. */
    void number(Item item) {
        item.number = "示例发〔" + item.issued.getYear() + "〕" + (++count) + "号";
    }

    void relate(Item item, Random random) {
        Item other = any(random);
        if (other != item && !other.draft) {
            List<String> slugs = item.relations.computeIfAbsent(one(RELATIONS, random), key -> new ArrayList<>());
            if (!slugs.contains(other.slug)) {
                slugs.add(other.slug);
            }
        }
    }

    /** Nobody refers to the notice any more. */
    void release(Item item) {
        items.values().forEach(other -> {
            other.relations.values().forEach(slugs -> slugs.remove(item.slug));
            other.relations.values().removeIf(List::isEmpty);
        });
    }

    void rename(Item item, String slug) {
        items.remove(item.slug);
        for (Item other : items.values()) {
            other.relations.values().forEach(slugs -> slugs.replaceAll(s -> s.equals(item.slug) ? slug : s));
        }
        item.slug = slug;
        items.put(slug, item);
    }

    String freshSlug(Random random) {
        return "n" + random.nextInt(100) + "-" + count++;
    }

    Item any(Random random) {
        return one(new ArrayList<>(items.values()), random);
    }

    static <T> T one(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    static LocalDate day(Random random) {
        return LocalDate.of(2028 + random.nextInt(3), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    /** The content folder. */
    SortedMap<String, byte[]> files() {
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
                """.formatted(pageSize, footer, footer));
        List<String> issuers = new ArrayList<>(ISSUERS);
        if (issuersReversed) {
            java.util.Collections.reverse(issuers);
        }
        Map<String, String> parents = Map.of("kx-office", "kx", "kx-office-two", "kx-office", "youth-summer", "youth");
        files.put("issuers.yaml", names(issuers, parents));
        files.put("topics.yaml", names(TOPICS, parents));
        files.put("kinds.yaml", "gongshi: {zh: 公示, en: Public Notice}\n");
        pages.forEach((name, version) -> {
            files.put(
                    "pages/" + name + ".zh.md",
                    "---\ntitle: 说明" + version / 2 + "\n---\n正文。\n" + "\n## 部分\n".repeat(version % 2));
            if (version % 3 != 2) {
                files.put(
                        "pages/" + name + ".en.md",
                        "---\ntitle: Page " + version + "\n---\nText.\n\n## Part\n\nMore.\n");
            }
        });
        items.values().forEach(item -> {
            files.put(item.folder() + "." + item.original + ".md", original(item));
            if (item.translated) {
                String other = item.original.equals("zh") ? "en" : "zh";
                files.put(item.folder() + "." + other + ".md", translation(item, other));
            }
            item.attachments.forEach(
                    (name, content) -> files.put(item.folder() + "/" + name, "列,column\n" + content + ",1\n"));
        });
        SortedMap<String, byte[]> bytes = new TreeMap<>();
        files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    private String names(List<String> keys, Map<String, String> parents) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (String key : keys) {
            String parent = parents.containsKey(key) ? ", parent: " + parents.get(key) : "";
            int version = names.getOrDefault(key, 0);
            lines.put(key, "{zh: " + key + "单位" + version + ", en: " + key + " body " + version + parent + "}");
        }
        StringBuilder out = new StringBuilder();
        lines.forEach((key, line) -> out.append(key).append(": ").append(line).append('\n'));
        return out.toString();
    }

    private String original(Item item) {
        StringBuilder out = new StringBuilder("---\n");
        out.append("title: ").append(title(item, item.original)).append('\n');
        out.append("kind: ").append(item.kind).append('\n');
        if (!item.number.isEmpty()) {
            out.append("number: ").append(item.number).append('\n');
        }
        out.append("issuer: ").append(item.issuers).append('\n');
        out.append("issued: ").append(item.issued).append('\n');
        out.append("topics: ").append(item.topics).append('\n');
        item.published.ifPresent(day -> out.append("published: ").append(day).append('\n'));
        item.effective.ifPresent(day -> out.append("effective: ").append(day).append('\n'));
        item.expires.ifPresent(day -> out.append("expires: ").append(day).append('\n'));
        if (item.summary > 0) {
            out.append("summary: 摘要").append(item.summary).append('\n');
        }
        if (!item.attachments.isEmpty()) {
            out.append("attachments:\n");
            item.attachments
                    .keySet()
                    .forEach(name -> out.append("  - {file: ").append(name).append(", title: 附表}\n"));
        }
        if (!item.relations.isEmpty()) {
            out.append("relations:\n");
            item.relations.forEach((type, slugs) ->
                    out.append("  ").append(type).append(": ").append(slugs).append('\n'));
        }
        if (item.draft) {
            out.append("draft: true\n");
        }
        return out.append("---\n").append(body(item, item.original)).toString();
    }

    private String translation(Item item, String language) {
        String state = STATES.get(item.state % STATES.size());
        String basis = item.basis % 2 == 0 ? ", basis: v1 000000" + item.basis : "";
        return "---\ntitle: " + title(item, language) + (item.wording % 3 == 2 ? "\nsummary: " + item.wording : "")
                + "\ntranslation: {state: " + state + basis + "}\n---\n" + body(item, language)
                + "\n" + item.wording + "\n";
    }

    private static String title(Item item, String language) {
        String matter = item.title + (language.equals(item.original) ? "" : "." + item.wording / 2);
        return language.equals("zh") ? "第" + matter + "项事宜的" + item.kind : "Notice on Matter " + matter;
    }

    private String body(Item item, String language) {
        StringBuilder out = new StringBuilder(
                language.equals("zh")
                        ? "各单位：\n\n正文" + item.body + "，印记" + item.stamp + "。\n"
                        : "To all.\n\nText " + item.body + ", stamp " + item.stamp + ".\n");
        item.relations.values().stream().flatMap(List::stream).distinct().forEach(slug -> {
            Item other = items.get(slug);
            String there = other.isIn(language) ? language : other.original;
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
        item.attachments
                .keySet()
                .forEach(name -> out.append("\n[")
                        .append(language.equals("zh") ? "附表" : "table")
                        .append("](<")
                        .append(item.slug)
                        .append("/")
                        .append(name)
                        .append(">)\n"));
        return out.append(language.equals("zh") ? "\n# 附件 " : "\n# Annex ")
                .append(item.body % 3)
                .append("\n\n## ")
                .append(language.equals("zh") ? "一、内容" : "I. Content")
                .append("\n\n1. **")
                .append(language.equals("zh") ? "要求。" : "Rule.")
                .append("** 1\n")
                .toString();
    }
}
