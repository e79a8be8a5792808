package io.noticepress.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProblemFormatTest {
    private static Problem problem(int column, int width) {
        return Problem.of(
                ProblemCode.UNKNOWN_ISSUER,
                new Location("content/notices/2023/kx-2023-6.zh.md", 5, column),
                width,
                Message.of("没有“{0}”这个发文机关", "unknown issuer \"{0}\"", "kxx"),
                Message.of(
                        "改成 {0} 之一",
                        "write one of {0}, or add \"kxx\" to content/issuers.yaml",
                        Message.list(List.of("kx", "kjt", "kwl"))));
    }

    @Test
    void aProblemIsPrintedAsTheContractShowsIt() {
        assertThat(ProblemFormat.format(problem(9, 3), MessageLanguage.EN, Optional.of("issuer: kxx")))
                .isEqualTo("""
                        content/notices/2023/kx-2023-6.zh.md:5:9: error: unknown issuer "kxx" [unknown-issuer]
                            5 | issuer: kxx
                              |         ^^^
                          mend: write one of kx, kjt, kwl, or add "kxx" to content/issuers.yaml""");
    }

    @Test
    void inChineseTheCodeAndTheSeverityStayEnglish() {
        assertThat(ProblemFormat.format(problem(9, 3), MessageLanguage.ZH, Optional.empty()))
                .isEqualTo("""
                        content/notices/2023/kx-2023-6.zh.md:5:9: error: 没有“kxx”这个发文机关 [unknown-issuer]
                          mend: 改成 kx、kjt、kwl 之一""");
    }

    @Test
    void theCaretStandsUnderWideCharacters() {
        assertThat(excerpt(problem(4, 2), "标题：通知")).containsExactly("    5 | 标题：通知", "      |       ^^^^");
    }

    @Test
    void combiningMarksTakeNoCellAndHiddenCharactersAreShown() {
        assertThat(excerpt(problem(3, 1), "e\u0301\u202Ex"))
                .containsExactly("    5 | e\u0301⟨U+202E⟩x", "      |  ^^^^^^^^");
    }

    @Test
    void tabsAreFourCells() {
        assertThat(excerpt(problem(2, 1), "\tx")).containsExactly("    5 |     x", "      |     ^");
    }

    @Test
    void aColumnBeyondTheLineIsAtItsEnd() {
        assertThat(excerpt(problem(99, 9), "abc")).containsExactly("    5 | abc", "      |    ^");
    }

    @Test
    void aLongLineIsCutAroundTheCaret() {
        String line = "文".repeat(300) + "错" + "字".repeat(300);
        List<String> lines = excerpt(problem(301, 1), line);
        assertThat(lines.get(0)).contains("…").contains("错").hasSizeLessThan(70);
        int caret = lines.get(1).indexOf('^') - "      | ".length();
        int before = lines.get(0).indexOf('错') - "    5 | ".length() - 1;
        assertThat(caret).isEqualTo(1 + 2 * before);
    }

    @Test
    void aSentenceIsOneLineWhateverItQuotes() {
        Problem problem = Problem.of(
                ProblemCode.TODO,
                "a",
                Message.of("甲{0}", "a {0}", "x\ny\r\n" + "z".repeat(1_000)),
                Message.of("乙", "b"));
        assertThat(ProblemFormat.firstLine(problem, MessageLanguage.EN))
                .startsWith("a:1:1: error: a x y z")
                .endsWith("z… [todo]")
                .hasSizeLessThan(450);
    }

    @Test
    void aHiddenCharacterInAFileNameIsShown() {
        Problem problem =
                Problem.of(ProblemCode.FOREIGN_FILE, "content/a\u202Eb", Message.of("甲", "a"), Message.of("乙", "b"));
        assertThat(ProblemFormat.firstLine(problem, MessageLanguage.EN))
                .startsWith("content/a⟨U+202E⟩b:1:1: warning: ");
    }

    @Test
    void everyControlAndNoLetterIsHidden() {
        assertThat(IntStream.of(
                                0, 7, 0x0B, 0x7F, 0x85, 0xAD, 0x200B, 0x200D, 0x2028, 0x202E, 0x2066, 0xFEFF, 0xFFFE,
                                0xE0041, 0x1FFFF, 0x10FFFF)
                        .allMatch(HiddenChars::isHidden))
                .isTrue();
        assertThat(IntStream.of(
                                '\n', '\t', 'a', 0xA0, 0x3000, 0xFE0F, 0xE0100, 0x20BB7, 0x1F600, 0x3402, 0x3164,
                                0xFFFD)
                        .noneMatch(HiddenChars::isHidden))
                .isTrue();
    }

    private static List<String> excerpt(Problem problem, String line) {
        List<String> lines = ProblemFormat.format(problem, MessageLanguage.EN, Optional.of(line))
                .lines()
                .toList();
        return lines.subList(1, 3);
    }
}
