package io.noticepress.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.content.files.Slug;
import io.noticepress.content.frontmatter.DateReader;
import io.noticepress.content.frontmatter.KindMatcher;
import io.noticepress.content.links.LinkResolver;
import io.noticepress.content.schema.FieldReader;
import io.noticepress.content.schema.FieldSchemas;
import io.noticepress.content.settings.BaseUrl;
import io.noticepress.markdown.lint.ClassificationMark;
import io.noticepress.model.site.DocumentKind;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.Site;
import io.noticepress.problem.Problem;
import io.noticepress.problem.Problems;
import io.noticepress.yaml.Mapping;
import io.noticepress.yaml.YamlParser;
import io.noticepress.yaml.YamlText;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The small grammars: days, kinds, names, addresses, marks. */
class FieldGrammarsTest {
    @TempDir
    Path folder;

    private static Optional<LocalDate> date(String text, Problems problems) {
        Mapping map = YamlParser.parse(new YamlText("a", "issued: '" + text + "'\n", 1), problems)
                .orElseThrow();
        return new DateReader(problems)
                .read(FieldReader.ofNotice(map, FieldSchemas.ORIGINAL, false, problems), "issued");
    }

    @Test
    void everyDayOfTwoCenturiesIsReadAsItself() {
        Problems problems = new Problems();
        for (LocalDate day = LocalDate.of(1900, 1, 1); day.getYear() <= 2100; day = day.plusDays(1)) {
            assertThat(date(day.toString(), problems)).contains(day);
        }
        assertThat(problems.sorted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29",
                "2100-02-29",
                "2024-04-31",
                "2024-13-01",
                "2024-00-10",
                "2024-01-00",
                "1899-12-31",
                "2101-01-01",
                "24-01-01",
                "2024-1-1",
                "２０２４-01-01",
                "2024-01-01T00:00:00",
                "today"
            })
    void whatIsNoDayIsRefused(String text) {
        Problems problems = new Problems();
        assertThat(date(text, problems)).isEmpty();
        assertThat(problems.sorted())
                .singleElement()
                .extracting(problem -> problem.code().id())
                .isEqualTo("invalid-date");
    }

    @ParameterizedTest
    @CsvSource({
        "2024/3/1, 2024-03-01",
        "2024.03.01, 2024-03-01",
        "2024 年 3 月 1 日, 2024-03-01",
        "２０２４年３月１日, 2024-03-01",
        "二〇二四年三月十日, 2024-03-10",
        "二○二四年十月二十日, 2024-10-20",
        "20240301, 2024-03-01",
        "2024-03-01T00:30:00+08:00, 2024-03-01"
    })
    void aDayInAnotherFormIsProposedInTheRightOne(String text, String day) {
        Problems problems = new Problems();
        date(text, problems);
        assertThat(problems.sorted().get(0).mend().en()).isEqualTo("write " + day);
    }

    @ParameterizedTest
    @CsvSource({
        "关于示范工作的通知, tongzhi",
        "关于示范工作的通告, tonggao",
        "关于示范工作的通知（试行）, tongzhi",
        "关于示范办法的公告（2030年修订）（试行）, gonggao",
        "示例省人民政府令, mingling",
        "关于给予表彰的决定, jueding",
        "关于同意备案的复函, han",
        "Public Notice on Works, tonggao",
        "Notice on Works, tongzhi",
        "Second Circular (Trial), tongzhi",
        "Request for Instructions on Storage, qingshi"
    })
    void theKindIsTheLongestThatATitleEndsIn(String title, String code) {
        assertThat(kinds().byTitle(title).map(DocumentKind::code)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2030年示范工作要点", "Noticeboard Rules", "The Reports", "公告栏管理办法"})
    void otherTitlesHaveNoKind(String title) {
        assertThat(kinds().byTitle(title)).isEmpty();
    }

    private static KindMatcher kinds() {
        return new KindMatcher(DocumentKind.builtIn(
                        List.of(new Language("zh", "zh-CN", "中文", "", ""), new Language("en", "en", "English", "", "")))
                .values());
    }

    @ParameterizedTest
    @CsvSource({
        "HTTPS://Example.org, https://example.org/",
        "http://example.org:8080/a/b, http://example.org:8080/a/b/",
        "https://example.org/docs/, https://example.org/docs/"
    })
    void anAddressIsBroughtIntoOneSpelling(String given, String url) {
        assertThat(BaseUrl.normalised(given)).contains(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "//example.org/",
                "ftp://example.org/",
                "https:///a",
                "https://u@example.org/",
                "https://example.org/?a",
                "https://example.org/#a",
                "https://example.org/a/../b",
                "https://example.org//a",
                "https://例子.中国/",
                "javascript:alert(1)",
                "https://exa mple.org/",
                "https:example.org"
            })
    void anAddressOfAnotherKindIsRefused(String given) {
        assertThat(BaseUrl.normalised(given)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "kx-2030-6", "abc123", "console", "com10"})
    void namesMayBeOfLettersDigitsAndHyphens(String name) {
        assertThat(Slug.fault(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-", "a-", "-a", "a--b", "A", "a_b", "a.b", "..", "a/b", "ａ", "con", "nul", "com1", "lpt9", "aux",
                "prn", "通知", "a\u202E", "a\n"
            })
    void namesOfAnythingElseAreFaulty(String name) {
        assertThat(Slug.fault(name)).isPresent();
        assertThat(Slug.propose(name).isEmpty()
                        || Slug.fault(Slug.propose(name)).isEmpty())
                .isTrue();
    }

    @Test
    void aNameHasAtMost80Letters() {
        assertThat(Slug.fault("a".repeat(80))).isEmpty();
        assertThat(Slug.fault("a".repeat(81))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"机密★10年", "绝 密", "秘密★长期", "【机密】", "机密★6个月", "TOP SECRET", "Confidential ★ 10 years"})
    void aMarkOfSecrecyIsKnown(String text) {
        assertThat(ClassificationMark.isMark(text, true)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"保守国家秘密", "机密文件管理办法", "此件公开发布", "", "Secret ballots", "秘密★十年以后再说的一件很长的事情"})
    void theWordWithinProseIsNone(String text) {
        assertThat(ClassificationMark.isMark(text, true)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "../2022/b.zh.md, /docs/zh/notices/2022/b/",
        "a/附件 1.pdf, /docs/notices/2023/a/%E9%99%84%E4%BB%B6%201.pdf",
        "./a/x/y.png, /docs/notices/2023/a/x/y.png",
        "../../pages/about.en.md, /docs/en/about/",
        "a.en.md, /docs/en/notices/2023/a/"
    })
    void aRelativePathHasItsAddress(String path, String url) {
        assertThat(LinkResolver.of("notices/2023/a.zh.md", site()).url(path)).contains(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../x.md",
                "../../site.yaml",
                "/notices/2023/a.zh.md",
                "a.fr.md",
                "a.md",
                "a",
                "a/",
                "a//b.pdf",
                "../2023",
                "a\\b.pdf",
                "../../notices",
                "../../../content/notices/2023/a.zh.md",
                "../23/a.zh.md"
            })
    void whatCannotBeOnTheSiteHasNone(String path) {
        assertThat(LinkResolver.of("notices/2023/a.zh.md", site()).url(path)).isEmpty();
    }

    @Test
    void aPathIsWrittenRelativeToItsText() {
        assertThat(LinkResolver.relative("notices/2023/a.zh.md", "notices/2022/b.zh.md"))
                .isEqualTo("../2022/b.zh.md");
        assertThat(LinkResolver.relative("notices/2023/a.zh.md", "notices/2023/a/x.pdf"))
                .isEqualTo("a/x.pdf");
        assertThat(LinkResolver.relative("notices/2023/a.zh.md", "pages/about.zh.md"))
                .isEqualTo("../../pages/about.zh.md");
    }

    private Site site() {
        ContentFixture run = new MinimalSite(folder).readAll();
        assertThat(run.problems.sorted().stream().map(Problem::at)).isEmpty();
        return run.site.orElseThrow();
    }
}
