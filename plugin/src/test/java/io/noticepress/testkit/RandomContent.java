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

/** Random notices, always without errors, and the content folder that holds them. Equal seeds give equal content. */
public final class RandomContent {
    static final List<String> ISSUERS = List.of("kx", "kx-office", "kx-office-two", "city");
    static final List<String> TOPICS = List.of("talent", "youth", "youth-summer");
    static final List<String> RELATIONS =
            List.of("issues", "forwards", "repeals", "amends", "corrects", "replaces", "repliesTo", "cites");
    private static final List<String> KINDS = List.of("通知", "公告", "意见", "函", "公示");

    public final Map<String, RandomNotice> notices = new TreeMap<>();
    final Map<String, Integer> pageVersions = new TreeMap<>();
    final Map<String, Integer> nameVersions = new TreeMap<>();
    boolean issuersReversed;
    public int footerVersion;
    int pageSize = 3;
    private int nextNumber;

    /** Creates content with this number of notices. */
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

    /** Sets a number that no other notice has. */
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

    /** Deletes the relations of other notices to this one. */
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

    /** The files of the content folder, by path. */
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
                    randomNotice.originalFile(notices));
            if (randomNotice.translated) {
                String other = randomNotice.originalLanguage.equals("zh") ? "en" : "zh";
                files.put(
                        randomNotice.pathWithoutLanguage() + "." + other + ".md",
                        randomNotice.translationFile(other, notices));
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
}
