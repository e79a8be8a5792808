package io.noticepress.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.markdown.text.MarkdownSource;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Input made to keep a parser busy or to overflow its stack: each text is rendered or rejected within two seconds.
 *
 * <p>CPU time of the thread is measured, so that a busy machine does not fail the test.
 */
@Tag("long")
class PathologicalInputTest {
    private static final int[] SIZES = {10, 1_000, 20_000};
    private static final Markdown MARKDOWN = new Markdown();

    static Map<String, IntFunction<String>> patterns() {
        Map<String, IntFunction<String>> families = new TreeMap<>();
        families.put("bracket and backslashes", n -> "[" + "\\".repeat(n));
        families.put("bracket and sixty backslashes", n -> ("[" + "\\".repeat(60) + "\n\n").repeat(n / 100 + 1));
        families.put("bracket, backslashes, letters", n -> "[" + "\\a".repeat(n));
        families.put("empty links", n -> "[](".repeat(n));
        families.put("empty pictures in brackets", n -> "![[]()".repeat(n));
        families.put("open brackets", n -> "[".repeat(n));
        families.put("close brackets", n -> "]".repeat(n));
        families.put("nested brackets", n -> "[".repeat(n) + "a" + "]".repeat(n));
        families.put("brackets on lines", n -> "[a\n".repeat(n));
        families.put("brackets in paragraphs", n -> "[a](b\n\n".repeat(n));
        families.put("link in link", n -> "[a".repeat(n) + "](b)".repeat(n));
        families.put("angle destinations", n -> "[a](<b".repeat(n));
        families.put("titles", n -> "[a](b \"c".repeat(n));
        families.put("quotes on a line", n -> ">".repeat(n));
        families.put("spaced quotes on a line", n -> "> ".repeat(n) + "a");
        families.put("quotes on many lines", n -> "> a\n".repeat(n));
        families.put("quote after quote", n -> "> a\n\n".repeat(n));
        families.put("bullets on a line", n -> "- ".repeat(n) + "a");
        families.put("numbers on a line", n -> "1. ".repeat(n) + "a");
        families.put("quotes and bullets", n -> "> - ".repeat(n) + "a");
        families.put("bullets ever deeper", n -> deeper("- a", Math.min(n, 1_000)));
        families.put("quotes ever deeper", n -> quotes(Math.min(n, 1_000)));
        families.put("bullets", n -> "- a\n".repeat(n));
        families.put("loose bullets", n -> "- a\n\n".repeat(n));
        families.put("stars", n -> "*".repeat(n) + "a");
        families.put("stars both sides", n -> "*".repeat(n) + "a" + "*".repeat(n));
        families.put("strong openers", n -> "**a ".repeat(n));
        families.put("strong closers", n -> "a** ".repeat(n));
        families.put("nested emphasis", n -> "*a **a ".repeat(n) + "a** a*".repeat(n));
        families.put("stars and underscores", n -> "*a_ ".repeat(n));
        families.put("underscores", n -> "_".repeat(n) + "a");
        families.put("underscores apart", n -> "a_".repeat(n));
        families.put("chinese emphasis", n -> "**《甲》".repeat(n));
        families.put("tildes", n -> "~".repeat(n));
        families.put("strikes", n -> "~~a ".repeat(n));
        families.put("back-ticks", n -> "`".repeat(n));
        families.put("back-ticks of growing length", n -> ticks(Math.min(n, 800)));
        families.put("back-ticks apart", n -> "`a ".repeat(n) + "``");
        families.put("processing instructions", n -> "<?".repeat(n));
        families.put("processing instructions in text", n -> "a <?".repeat(n));
        families.put("cdata", n -> "a <![CDATA[".repeat(n));
        families.put("declarations", n -> "a <!A ".repeat(n));
        families.put("comments", n -> "a <!--".repeat(n));
        families.put("open tags", n -> "<a ".repeat(n));
        families.put("tags with attributes", n -> "a <a" + " b=\"c\"".repeat(n));
        families.put("tag lines", n -> "<div>\n".repeat(n));
        families.put("angle links", n -> "<https://a".repeat(n));
        families.put("angle mails", n -> "<a@b".repeat(n));
        families.put("www", n -> "www.a.".repeat(n));
        families.put("www apart", n -> "www.a.b ".repeat(n));
        families.put("schemes", n -> "https://".repeat(n));
        families.put("schemes apart", n -> "https://a.b/c ".repeat(n));
        families.put("mails", n -> "a@".repeat(n));
        families.put("mails apart", n -> "a@b.cn ".repeat(n));
        families.put("dotted mail", n -> "a.".repeat(n) + "@");
        families.put("addresses and chinese", n -> "见https://a.b/c，".repeat(n));
        families.put("entities", n -> "&".repeat(n));
        families.put("entity names", n -> "&amp;".repeat(n));
        families.put("entities in addresses", n -> "https://a.b/?" + "&amp;".repeat(n));
        families.put("half entities", n -> "&amp".repeat(n));
        families.put("reference definitions", n -> references(n));
        families.put("reference definitions in a paragraph", n -> references(n).replace("\n\n", "\n"));
        families.put("uses of one reference", n -> "[a]: b\n\n" + "[a] ".repeat(n));
        families.put("uses of a long reference", n -> "[a]: /" + "b".repeat(60_000) + "\n\n" + "[a]\n\n".repeat(n));
        families.put("undefined references", n -> "[a] ".repeat(n));
        families.put("footnote definitions", n -> notes(n));
        families.put("footnote uses", n -> "[^1]: a\n\n" + "[^1] ".repeat(n));
        families.put("footnote uses on lines", n -> "[^1]: a\n\n" + "[^1]\n\n".repeat(n));
        families.put("footnote of blanks", n -> "[^" + " ".repeat(n) + "]");
        families.put("footnote of blanks, again", n -> ("[^" + " ".repeat(500) + "\n").repeat(n / 500 + 1));
        families.put("table of one row", n -> "|a".repeat(n) + "\n" + "|-".repeat(n) + "\n" + "|b".repeat(n));
        families.put("table rows", n -> "|a|b|\n|-|-|\n" + "|c|d|\n".repeat(n));
        families.put(
                "wide table, short rows",
                n -> "|a".repeat(Math.min(n, 2_000)) + "\n" + "|-".repeat(Math.min(n, 2_000)) + "\n"
                        + "|b\n".repeat(n));
        families.put("table heads", n -> "|a|\n|-|\n\n".repeat(n));
        families.put("pipes", n -> "|".repeat(n));
        families.put("separators", n -> "|-".repeat(n));
        families.put("rules", n -> "- ".repeat(n).strip());
        families.put("headings", n -> "# a\n".repeat(n));
        families.put("setext headings", n -> "a\n=\n".repeat(n));
        families.put("setext underline", n -> "a\n" + "=".repeat(n));
        families.put("hashes", n -> "#".repeat(n));
        families.put("hash and blanks", n -> "# a" + " #".repeat(n));
        families.put("blanks", n -> "a" + " ".repeat(n) + "\nb");
        families.put("blank lines", n -> "\n".repeat(n));
        families.put("tabs", n -> "\t".repeat(n) + "a");
        families.put("fences", n -> "```\n".repeat(n));
        families.put("open fence", n -> "```\n" + "a\n".repeat(n));
        families.put("fence info", n -> "``` " + "a ".repeat(n));
        families.put("indented code", n -> "    a\n".repeat(n));
        families.put("backslashes", n -> "\\".repeat(n));
        families.put("hard breaks", n -> "a  \n".repeat(n));
        families.put("lines of chinese", n -> "甲\n".repeat(n));
        families.put("emphasis at line ends", n -> "**甲**\n".repeat(n));
        families.put("brackets without partner", n -> "（".repeat(n));
        families.put("typed numbers", n -> "1．甲\n\n".repeat(n));
        families.put("classification markings", n -> "机密★" + "1".repeat(n));
        families.put("nul", n -> "\0".repeat(n));
        return families;
    }

    private static String deeper(String item, int depth) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            out.append("  ".repeat(i)).append(item).append('\n');
        }
        return out.toString();
    }

    private static String quotes(int depth) {
        StringBuilder out = new StringBuilder();
        for (int i = 1; i <= depth; i++) {
            out.append(">".repeat(i)).append("a\n");
        }
        return out.toString();
    }

    private static String ticks(int most) {
        StringBuilder out = new StringBuilder();
        for (int i = 1; i <= most; i++) {
            out.append('e').append("`".repeat(i));
        }
        return out.toString();
    }

    private static String references(int count) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append("[a").append(i).append("]: b\n\n");
        }
        return out.append("[a1]").toString();
    }

    private static String notes(int count) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append("[^").append(i).append("]: a[^").append(i + 1).append("]\n\n");
        }
        return out.append("[^1]").toString();
    }

    static Stream<Arguments> texts() {
        return patterns().entrySet().stream()
                .flatMap(family -> Arrays.stream(SIZES)
                        .mapToObj(size -> Arguments.of(
                                family.getKey(), size, family.getValue().apply(size))));
    }

    @ParameterizedTest(name = "{0}, {1} times")
    @MethodSource("texts")
    void endsInTimeWithAPageOrAProblem(String family, int size, String body) {
        MarkdownSource text = new MarkdownSource("a.md", body, 1, true, "甲", false);

        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        Body set = MARKDOWN.parse(text, path -> Optional.of("/" + path));
        Duration worked = Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);

        assertThat(worked).isLessThan(Duration.ofSeconds(2));
        assertThat(set.parts()).isNotEmpty();
    }

    @Test
    void fiftyCharactersThatTakeDaysAreTooComplex() {
        assertThat(problems("甲\n\n[" + "\\".repeat(60) + "\n"))
                .extracting(Problem::code)
                .contains(ProblemCode.TOO_COMPLEX);
    }

    @Test
    void aThousandQuotesAreTooComplexAtTheirLine() {
        Problem problem = problems("甲\n\n" + ">".repeat(1_000) + " 乙\n").get(0);

        assertThat(problem.at()).hasToString("a.md:3:33");
        assertThat(problem.code()).isEqualTo(ProblemCode.TOO_COMPLEX);
        assertThat(problem.message().zh()).isEqualTo("引用或列表套了 32 层以上");
        assertThat(problem.message().en()).isEqualTo("quotes or lists are nested more than 32 levels deep");
    }

    @Test
    void moreThanAMegabyteIsTooLarge() {
        Problem problem = problems("甲乙丙丁\n".repeat(90_000)).get(0);

        assertThat(problem.code()).isEqualTo(ProblemCode.TOO_LARGE);
        assertThat(problem.message().zh()).isEqualTo("正文超过 1024 KiB");
        assertThat(problem.at()).hasToString("a.md:1:1");
    }

    @Test
    void realTextsOfSizeAreSet() {
        String paragraph = "各有关单位要认真贯彻落实《管理办法》，加强**组织领导**，确保取得实效。".repeat(30) + "\n\n";
        assertThat(problems(paragraph.repeat(100))).isEmpty();
        StringBuilder list = new StringBuilder();
        StringBuilder table = new StringBuilder("| 序号 | 名称 |\n| --- | --- |\n");
        for (int i = 1; i <= 2_000; i++) {
            list.append(i).append(". 见[附件](a.pdf)。\n");
            table.append("| ").append(i).append(" | [`甲`](a.pdf) *乙* |\n");
        }
        assertThat(problems(list.toString())).isEmpty();
        assertThat(problems(table.toString())).isEmpty();
    }

    private static List<Problem> problems(String body) {
        MarkdownSource text = new MarkdownSource("a.md", body, 1, true, "甲", false);
        return MARKDOWN.parse(text, path -> Optional.of("/" + path)).findings().problems();
    }
}
