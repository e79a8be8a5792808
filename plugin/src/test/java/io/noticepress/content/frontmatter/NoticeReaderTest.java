package io.noticepress.content.frontmatter;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.content.ContentFixture;
import io.noticepress.content.MinimalSite;
import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.Inventory;
import io.noticepress.model.Edition;
import io.noticepress.model.Extent;
import io.noticepress.model.Notice;
import io.noticepress.model.RelationType;
import io.noticepress.model.Translation;
import io.noticepress.model.values.FileType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeReaderTest {
    @TempDir
    Path folder;

    private Notice onlyNotice(MinimalSite site) {
        ContentFixture run = site.readAll();
        assertThat(run.problems.sorted().stream().map(MinimalSite::headLine)).isEmpty();
        return run.facts.get(run.facts.size() - 1).notice().orElseThrow();
    }

    @Test
    void everyFieldOfAnOriginalAndItsTranslationIsRead() {
        MinimalSite site = new MinimalSite(folder);
        site.write("notices/2029/kx-2029-1.zh.md", MinimalSite.ORIGINAL.replace("2030", "2029"));
        site.write("notices/2029/kx-2029-1.en.md", MinimalSite.TRANSLATION);
        site.write(MinimalSite.ZH.replace(".zh.md", "/附件1.csv"), "甲,乙\n");
        site.write(MinimalSite.ZH, """
                ---
                title: 关于印发《2030年示范办法（试行）》的通知（试行）
                number: 示例科协发[2030] 6号
                kind: 通知
                issuer: [kx]
                issued: 2030-04-15
                published: 2030-04-20
                updated: 2030-05-01
                effective: 2030-06-01
                expires: 2032-05-31
                topics: [party-building]
                recipients: [各省级科技社团]
                cc:
                  - 示例省政府办公厅
                printed: {office: 示例科协办公室, date: 2030-04-16}
                letterhead: 示例科协文件
                signatories: 示例科协
                note: |
                  此件公开发布
                  联系人：某某
                summary: 摘要
                extent: digest
                source: {url: https://example.org/a, file: a.txt, retrieved: 2030-05-01}
                attachments: [{file: 附件1.csv, title: 任务表}]
                relations:
                  repeals: [kx-2029-1]
                  cites: [{title: 示例法, number: 示例令第1号}, {title: 示例条例}]
                ---
                正文。
                """);
        site.write(MinimalSite.EN, """
                ---
                title: Notice on Issuing the Measures (Trial)
                recipients: [Provincial societies]
                signatories: [Example Association]
                printed: {office: Office of the Association}
                attachments: [{title: Table of tasks}]
                relations: {cites: [{}, {title: Example Regulations}]}
                translation: {state: official, by: Example Translation Centre, basis: v1 abcdefg}
                ---
                Text.
                """);
        ContentFixture run = site.readAll();
        assertThat(run.problems.sorted().stream().map(MinimalSite::headLine))
                .singleElement()
                .asString()
                .endsWith("[translation-outdated]");
        Notice notice = run.facts.get(1).notice().orElseThrow();
        assertThat(notice.number().orElseThrow().canonical()).isEqualTo("示例科协发〔2030〕6号");
        assertThat(notice.number().orElseThrow().printed()).isEqualTo("示例科协发[2030] 6号");
        assertThat(notice.kind().code()).isEqualTo("tongzhi");
        assertThat(notice.dates().effectiveOrIssued()).isEqualTo(LocalDate.of(2030, 6, 1));
        assertThat(notice.dates().printed()).contains(LocalDate.of(2030, 4, 16));
        assertThat(notice.dates().expires()).contains(LocalDate.of(2032, 5, 31));
        assertThat(notice.source().orElseThrow().retrieved()).contains(LocalDate.of(2030, 5, 1));
        assertThat(notice.attachments()).singleElement().satisfies(attachment -> {
            assertThat(attachment.file()).isEqualTo("附件1.csv");
            assertThat(attachment.type()).isEqualTo(FileType.CSV);
            assertThat(attachment.size()).isEqualTo(8);
            assertThat(attachment.title().words()).containsEntry("zh", "任务表").containsEntry("en", "Table of tasks");
        });
        assertThat(notice.relations().stream().map(relation -> relation.type()))
                .containsExactly(RelationType.REPEALS, RelationType.CITES, RelationType.CITES);
        assertThat(notice.relations().get(0).slug()).contains("kx-2029-1");
        assertThat(notice.relations().get(1).title().words()).containsOnlyKeys("zh");
        assertThat(notice.relations().get(2).title().words()).containsEntry("en", "Example Regulations");
        Edition original = notice.originalEdition();
        assertThat(original.note()).isEqualTo("此件公开发布\n联系人：某某");
        assertThat(original.signatories()).containsExactly("示例科协");
        assertThat(original.printOffice()).isEqualTo("示例科协办公室");
        assertThat(original.extent()).isEqualTo(Extent.DIGEST);
        Edition english = notice.editions().get("en");
        assertThat(english.extent()).isEqualTo(Extent.DIGEST);
        assertThat(english.translation().orElseThrow())
                .isEqualTo(new Translation(
                        Translation.State.OFFICIAL, "Example Translation Centre", List.of("v1", "abcdefg")));
        assertThat(english.source().bodyLine()).isEqualTo(10);
        assertThat(notice.editions().keySet()).containsExactly("zh", "en");
    }

    @Test
    void anOriginalMayBeInAnyLanguageAndItsNumberAnyText() {
        MinimalSite site = new MinimalSite(folder);
        site.write(
                MinimalSite.EN,
                "---\ntitle: Public Notice of Example Works\nnumber: EA/2030/6\nissuer: kx\nissued: 2030-04-15\ntopics: [party-building]\n---\nText.\n");
        site.write(MinimalSite.ZH, "---\ntitle: 关于示范工程的通告\ntranslation: {state: machine}\n---\n正文。\n");
        Notice notice = onlyNotice(site);
        assertThat(notice.original()).isEqualTo("en");
        assertThat(notice.kind().code()).isEqualTo("tonggao");
        assertThat(notice.number().orElseThrow().canonical()).isEqualTo("EA/2030/6");
        assertThat(notice.editions().keySet()).containsExactly("zh", "en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "BOM\n", "BOM\r\n", "BLANKS\n"})
    void lineEndsAndMarksMakeNoDifference(String way) {
        String end = way.replaceAll("[A-Z]", "");
        String text = MinimalSite.ORIGINAL.replace("---\n", way.startsWith("BLANKS") ? "---  \t\n" : "---\n");
        text = (way.startsWith("BOM") ? "\uFEFF" : "") + text.replace("\n", end);
        Notice notice = onlyNotice(new MinimalSite(folder).write(MinimalSite.ZH, text));
        assertThat(notice.originalEdition().title()).isEqualTo("关于印发《2030年示范工作要点》的通知");
        assertThat(notice.originalEdition().source().bodyLine()).isEqualTo(8);
    }

    @Test
    void rareCharactersAndSelectorsAreText() {
        String title = "关于𠮷野㐂事葛\uDB40\uDD00城😀\uFE0F的通知";
        Notice notice = onlyNotice(new MinimalSite(folder)
                .write(MinimalSite.ZH, MinimalSite.ORIGINAL.replace("关于印发《2030年示范工作要点》的通知", title)));
        assertThat(notice.originalEdition().title()).isEqualTo(title);
    }

    @Test
    void aFileNamedInAnotherNormalFormIsFound() {
        MinimalSite site = new MinimalSite(folder);
        String name = "Café.txt";
        site.write("notices/2030/kx-2030-6/" + Normalizer.normalize(name, Normalizer.Form.NFD), "x\n");
        site.write(
                MinimalSite.ZH,
                MinimalSite.ORIGINAL.replace("issuer:", "attachments: [{file: " + name + ", title: 表}]\nissuer:"));
        Notice notice = onlyNotice(site);
        assertThat(notice.attachments()).singleElement().satisfies(attachment -> {
            assertThat(attachment.file()).isEqualTo(name);
            assertThat(ContentFolder.of(site.root, "content")
                            .readAttachment("notices/2030/kx-2030-6/" + name, attachment.digest()))
                    .hasSize(2);
        });
    }

    @Test
    void textsInGb18030MayBeAttached() {
        MinimalSite site = new MinimalSite(folder);
        byte[] text = "名单：张三、李四\n".repeat(9_000).getBytes(Charset.forName("GB18030"));
        site.write("notices/2030/kx-2030-6/a.txt", text);
        site.write("notices/2030/kx-2030-6/b.csv", "甲，乙\n".repeat(30_000).getBytes(StandardCharsets.UTF_8));
        site.write(MinimalSite.ZH, MinimalSite.ORIGINAL + "[甲](kx-2030-6/a.txt)、[乙](kx-2030-6/b.csv)\n");
        assertThat(onlyNotice(site).attachments()).hasSize(2).noneMatch(attachment -> attachment.isListed());
    }

    @Test
    void brokenFactsStillLeaveTheTextsToBeChecked() {
        ContentFixture run = new MinimalSite(folder)
                .write(MinimalSite.ZH, MinimalSite.ORIGINAL.replace("issuer: kx", "issuer: nobody"))
                .readAll();
        assertThat(run.facts.get(0).notice()).isEmpty();
        assertThat(run.facts.get(0).texts()).hasSize(2);
        assertThat(run.facts.get(0).texts().get(0).title()).isNotEmpty();
    }

    @Test
    void aDraftIsReadButMarked() {
        ContentFixture run = new MinimalSite(folder)
                .write(MinimalSite.ZH, MinimalSite.ORIGINAL.replace("issuer:", "draft: true\nissuer:"))
                .readAll();
        assertThat(run.facts.get(0).draft()).isTrue();
        assertThat(run.facts.get(0).notice().map(Notice::draft)).isEqualTo(Optional.of(true));
        assertThat(run.facts.get(0).texts()).allMatch(BodySource::draft);
    }

    @Test
    void severalThreadsReadTheSameFacts() {
        MinimalSite site = new MinimalSite(folder);
        for (int i = 10; i < 60; i++) {
            site.write("notices/2030/kx-" + i + ".zh.md", MinimalSite.ORIGINAL.replace("6号", i + "号"));
            site.write("notices/2030/kx-" + i + ".en.md", MinimalSite.TRANSLATION);
        }
        ContentFixture run = site.readAll();
        ContentFolder content = ContentFolder.of(site.root, "content");
        Inventory inventory = Inventory.of(content, run.site.orElseThrow(), run.problems);
        NoticeReader reader = new NoticeReader(content, run.site.orElseThrow());
        assertThat(inventory.notices().parallelStream().map(reader::read).toList())
                .isEqualTo(run.facts);
        assertThat(run.problems.sorted()).isEmpty();
    }

    @Test
    void aSiteMayHaveOneLanguage() {
        MinimalSite site = new MinimalSite(folder);
        site.write("site.yaml", "baseUrl: http://localhost/\nlanguages: {zh: {tag: zh-CN, name: 中文, title: 通知}}\n");
        site.write("issuers.yaml", "kx: {zh: 示例科协}\n");
        site.write("topics.yaml", "party-building: {zh: 党建工作}\n");
        assertThat(site.problemHeads())
                .containsExactly(
                        "content/" + MinimalSite.EN + ":1:1: error: unknown language \"en\" [unknown-language]");
    }
}
