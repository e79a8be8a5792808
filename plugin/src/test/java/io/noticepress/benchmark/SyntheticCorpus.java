package io.noticepress.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Generated notices in two languages, deterministic by their number, about 5 KB per language: 36 years, 60 issuers, 40
 * topics, tables in 1 of 4, footnotes in 1 of 3, list items, links to earlier notices, relations in 1 of 10. Written as
 * content for Noticepress or for Hugo, with the same texts.
 */
public final class SyntheticCorpus {
    private static final int ISSUERS = 60;
    private static final int TOPICS = 40;
    private static final int FIRST_YEAR = 1990;
    private static final int YEARS = 36;
    private static final double GROWTH = 1.085;
    private static final String NUMERALS = "一二三四五六七八九十";
    private static final String[][] KIND_NAMES = {
        {"通知", "Notice"},
        {"通知", "Notice"},
        {"通知", "Notice"},
        {"公告", "Announcement"},
        {"意见", "Opinions"},
        {"函", "Letter"}
    };

    /** The generator whose syntax is written. */
    private enum CorpusFormat {
        NOTICEPRESS,
        HUGO
    }

    private final int size;
    private final LocalDate[] days;
    private final int[] issuers;
    private final int[] serialNumbers;

    /** A corpus with this number of notices in two languages. */
    public SyntheticCorpus(int size) {
        this.size = size;
        this.days = new LocalDate[size];
        this.issuers = new int[size];
        this.serialNumbers = new int[size];
        Map<Long, Integer> last = new HashMap<>();
        for (int i = 0; i < size; i++) {
            double years =
                    StrictMath.log1p((i + 0.5) / size * (StrictMath.pow(GROWTH, YEARS) - 1)) / StrictMath.log(GROWTH);
            int year = (int) years;
            days[i] = LocalDate.ofYearDay(FIRST_YEAR + year, 1 + (int) ((years - year) * 365));
            Random random = new Random(i);
            issuers[i] = Math.min(random.nextInt(ISSUERS), random.nextInt(ISSUERS));
            serialNumbers[i] = last.merge(issuers[i] * 10_000L + days[i].getYear(), 1, Integer::sum);
        }
    }

    /** Writes a corpus as content for Noticepress; the arguments are number and folder: {@code 1000 target/content}. */
    public static void main(String[] args) throws IOException {
        new SyntheticCorpus(Integer.parseInt(args[0])).writeContent(Path.of(args[1]));
    }

    /** Writes a content folder for Noticepress. */
    public void writeContent(Path folder) throws IOException {
        writeFile(folder.resolve("site.yaml"), """
                baseUrl: https://notices.example.org/
                publisher: {zh: 示例发布单位, en: Example Publisher}
                languages:
                  zh: {tag: zh-CN, name: 中文, title: 示例通知库, description: 供测量用的合成语料}
                  en: {tag: en, name: English, title: Example Notices, description: Made-up notices for measurement}
                """);
        writeFile(folder.resolve("issuers.yaml"), namesYaml(ISSUERS, "i", "示例省", "局", "Example Bureau of "));
        writeFile(folder.resolve("topics.yaml"), namesYaml(TOPICS, "t", "", "工作", ""));
        for (int i = 0; i < size; i++) {
            for (SentenceGenerator sentenceGenerator : SentenceGenerator.values()) {
                Path file = folder.resolve(
                        "notices/" + days[i].getYear() + "/" + slug(i) + "." + sentenceGenerator.languageKey() + ".md");
                writeFile(file, noticeFile(i, sentenceGenerator, CorpusFormat.NOTICEPRESS));
            }
        }
    }

    /** Writes content and data for Hugo. */
    void writeHugo(Path folder) throws IOException {
        writeFile(folder.resolve("data/issuers.yaml"), namesYaml(ISSUERS, "i", "示例省", "局", "Example Bureau of "));
        writeFile(folder.resolve("data/topics.yaml"), namesYaml(TOPICS, "t", "", "工作", ""));
        for (int i = 0; i < size; i++) {
            for (SentenceGenerator sentenceGenerator : SentenceGenerator.values()) {
                writeFile(
                        folder.resolve("content/notices/" + slug(i) + "." + sentenceGenerator.languageKey() + ".md"),
                        noticeFile(i, sentenceGenerator, CorpusFormat.HUGO));
            }
        }
    }

    /** The file of the Chinese edition of a notice, relative to the content folder. */
    public String contentFile(int notice) {
        return "notices/" + days[notice].getYear() + "/" + slug(notice) + ".zh.md";
    }

    /** The same for Hugo, relative to its project folder. */
    String hugoFile(int notice) {
        return "content/notices/" + slug(notice) + ".zh.md";
    }

    /** The address of the page of that edition, relative to the root. */
    public String pageAddress(int notice) {
        return "zh/notices/" + days[notice].getYear() + "/" + slug(notice) + "/";
    }

    /** The same for Hugo. */
    String hugoPageAddress(int notice) {
        return "zh/notices/" + slug(notice) + "/";
    }

    private String slug(int i) {
        return "i" + issuers[i] + "-" + days[i].getYear() + "-" + serialNumbers[i];
    }

    private String number(int i) {
        return "示" + SentenceGenerator.ZH.noun(issuers[i]) + "〔" + days[i].getYear() + "〕" + serialNumbers[i] + "号";
    }

    private static String namesYaml(int count, String key, String before, String after, String english) {
        StringBuilder yaml = new StringBuilder();
        for (int i = 0; i < count; i++) {
            yaml.append(key)
                    .append(i)
                    .append(": {zh: ")
                    .append(before)
                    .append(SentenceGenerator.ZH.noun(i))
                    .append(after);
            yaml.append(", en: ")
                    .append(english)
                    .append(SentenceGenerator.EN.noun(i))
                    .append("}\n");
        }
        return yaml.toString();
    }

    private String noticeFile(int i, SentenceGenerator sentenceGenerator, CorpusFormat corpusFormat) {
        // What both languages share is drawn from the same random numbers: document type, topics, structure.
        Random facts = new Random(i * 31L + 1);
        boolean zh = sentenceGenerator == SentenceGenerator.ZH;
        String[] kind = KIND_NAMES[facts.nextInt(KIND_NAMES.length)];
        List<String> topics = new ArrayList<>();
        for (int remaining = 1 + facts.nextInt(3); remaining > 0; remaining--) {
            String topic = "t" + Math.min(facts.nextInt(TOPICS), facts.nextInt(TOPICS));
            if (!topics.contains(topic)) {
                topics.add(topic);
            }
        }
        boolean cites = i > 0 && facts.nextInt(10) == 0;
        Random random = new Random(i * 31L + (zh ? 2 : 3));
        String title = zh
                ? sentenceGenerator.fillTemplate("关于$v$m$n$n的", random) + kind[0]
                : kind[1] + sentenceGenerator.fillTemplate(" on the $m $n $n", random);
        String recipients =
                "[\"" + sentenceGenerator.office(random) + "\", \"" + sentenceGenerator.office(random) + "\"]";
        StringBuilder out =
                new StringBuilder(8192).append("---\ntitle: \"").append(title).append("\"\n");
        out.append("recipients: ").append(recipients).append('\n');
        if (corpusFormat == CorpusFormat.HUGO) {
            out.append("number: ")
                    .append(number(i))
                    .append("\nissuer: [i")
                    .append(issuers[i])
                    .append("]\ntopic: ");
            out.append(topics)
                    .append("\nyear: [\"")
                    .append(days[i].getYear())
                    .append("\"]\ndate: ")
                    .append(days[i]);
            out.append("\nkind_name: ").append(kind[zh ? 0 : 1]).append('\n');
        } else if (zh) {
            out.append("number: ")
                    .append(number(i))
                    .append("\nissuer: i")
                    .append(issuers[i])
                    .append("\nissued: ");
            out.append(days[i]).append("\ntopics: ").append(topics).append('\n');
            out.append(cites ? "relations: {cites: [" + slug(i - 1) + "]}\n" : "");
        } else {
            out.append("translation: {state: reviewed}\n");
        }
        out.append("---\n");
        appendBody(i, sentenceGenerator, corpusFormat, facts, random, out);
        return out.toString();
    }

    private void appendBody(
            int i,
            SentenceGenerator sentenceGenerator,
            CorpusFormat corpusFormat,
            Random facts,
            Random random,
            StringBuilder out) {
        boolean zh = sentenceGenerator == SentenceGenerator.ZH;
        out.append(sentenceGenerator.paragraph(random, 350)).append("\n\n");
        int sections = 2 + facts.nextInt(5);
        int bytes = 1800 + facts.nextInt(2400);
        int footnotes = 0;
        for (int section = 0; section < sections; section++) {
            out.append(zh ? "## " + NUMERALS.charAt(section) + "、" : "## " + (section + 1) + ". ");
            out.append(sentenceGenerator.fillTemplate(zh ? "$v$m$n$n" : "To $v the $m $n", random))
                    .append("\n\n");
            int paragraph = 0;
            for (int remaining = bytes / sections; remaining > 0; paragraph++) {
                int length = 150 + facts.nextInt(270);
                remaining -= length;
                out.append(zh ? "（" + NUMERALS.charAt(paragraph % 10) + "）" : "(" + (paragraph + 1) + ") ");
                out.append(sentenceGenerator.paragraph(random, length)).append("\n\n");
            }
            if (facts.nextInt(100) < 12) {
                footnotes++;
                out.append(sentenceGenerator.sentence(random))
                        .append("[^")
                        .append(footnotes)
                        .append("]\n\n");
                out.append("[^")
                        .append(footnotes)
                        .append("]: ")
                        .append(sentenceGenerator.sentence(random))
                        .append("\n\n");
            }
            if (facts.nextInt(100) < 35) {
                boolean numbered = facts.nextBoolean();
                for (int item = 1; item <= 4; item++) {
                    out.append(numbered ? item + ". " : "- ")
                            .append(sentenceGenerator.sentence(random))
                            .append('\n');
                }
                out.append('\n');
            }
            if (facts.nextInt(100) < 8) {
                appendTable(sentenceGenerator, 5 + facts.nextInt(15), random, out);
            }
            if (facts.nextInt(100) < 35 && i > 0) {
                int earlier = i - 1 - facts.nextInt(Math.min(i, 2000));
                String path = corpusFormat == CorpusFormat.HUGO
                        ? "/" + sentenceGenerator.languageKey() + "/notices/" + slug(earlier) + "/"
                        : "../" + days[earlier].getYear() + "/" + slug(earlier) + "." + sentenceGenerator.languageKey()
                                + ".md";
                out.append(zh ? "此前印发的" : "The earlier document ")
                        .append("[")
                        .append(number(earlier))
                        .append("](");
                out.append(path).append(zh ? ")继续执行。" : ") remains in force.").append("\n\n");
            }
        }
    }

    private static void appendTable(SentenceGenerator sentenceGenerator, int rows, Random random, StringBuilder out) {
        out.append(
                sentenceGenerator == SentenceGenerator.ZH
                        ? "| 序号 | 项目名称 | 承担单位 | 金额 |\n"
                        : "| No. | Project | Unit | Amount |\n");
        out.append("| ---: | --- | --- | ---: |\n");
        for (int row = 1; row <= rows; row++) {
            out.append("| ").append(row).append(sentenceGenerator.fillTemplate(" | $m $n | $p | # |\n", random));
        }
        out.append('\n');
    }

    private static void writeFile(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
