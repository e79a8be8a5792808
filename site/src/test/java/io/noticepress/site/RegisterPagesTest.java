package io.noticepress.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The register of an issuer lists each document number once, in order, and marks every gap. */
class RegisterPagesTest {
    private static final Pattern NUMBER = Pattern.compile("([0-9]+)号$");

    private final BuiltSite site = BuiltSite.current();
    private final SourceContent sourceContent = site.sources();

    @Test
    void everyNumberStandsInTheRegisterOfTheBodyThatGaveIt() {
        FailureCollector failureCollector = new FailureCollector();
        Set<String> registers = new TreeSet<>();
        for (SourceContent.SourceNotice sourceNotice : sourceContent.notices()) {
            String number = sourceNotice.facts().path("number").asText();
            if (!NUMBER.matcher(number).find()) {
                continue;
            }
            for (String language : sourceContent.languages().keySet()) {
                String file = language + "/issuers/" + sourceNotice.issuers().get(0) + "/register/index.html";
                registers.add(file);
                Document page = site.pages().get(file);
                failureCollector.check(page != null, file, "is not there");
                if (page != null) {
                    List<String> numbers = page.select("ul.rows p.number").eachText();
                    failureCollector.checkEqual(
                            numbers.stream().filter(number::equals).count(), 1L, file, "times " + number);
                }
            }
        }
        failureCollector.checkEqual(
                new TreeSet<>(site.files("[a-z0-9-]+/issuers/[a-z0-9-]+/register/index\\.html")),
                registers,
                "registers",
                "set");
        failureCollector.assertNoFailures();
    }

    @Test
    void theNumbersOfARunAndItsGapsFollowEachOther() {
        FailureCollector failureCollector = new FailureCollector();
        for (String file : site.files("[a-z0-9-]+/issuers/[a-z0-9-]+/register/index\\.html")) {
            for (Element run : site.pages().get(file).select("ul.rows")) {
                List<Integer> ends = new ArrayList<>(List.of(0));
                for (Element entry : run.children()) {
                    List<Integer> numbers = numbers(entry);
                    failureCollector.checkEqual(
                            numbers.get(0), ends.get(ends.size() - 1) + 1, file, "number after " + ends);
                    ends.add(numbers.get(numbers.size() - 1));
                }
                failureCollector.check(!run.children().last().hasClass("gap"), file, "ends with a gap");
            }
        }
        failureCollector.assertNoFailures();
    }

    @Test
    void theListOfABodyLeadsToItsRegister() {
        FailureCollector failureCollector = new FailureCollector();
        for (String file : site.files("[a-z0-9-]+/issuers/[a-z0-9-]+/register/index\\.html")) {
            String list = file.replace("register/", "");
            failureCollector.check(
                    !site.pages()
                            .get(list)
                            .select("main a[href=" + site.address(file) + "]")
                            .isEmpty(),
                    list,
                    "does not lead to " + file);
        }
        failureCollector.assertNoFailures();
    }

    private static List<Integer> numbers(Element entry) {
        String text =
                entry.hasClass("gap") ? entry.text() : entry.select("p.number").text();
        Matcher matcher = (entry.hasClass("gap") ? Pattern.compile("([0-9]+)") : NUMBER).matcher(text);
        List<Integer> numbers = new ArrayList<>();
        while (matcher.find()) {
            numbers.add(Integer.parseInt(matcher.group(1)));
        }
        return numbers;
    }
}
