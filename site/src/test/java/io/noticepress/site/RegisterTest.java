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

/** The document numbers of a body: each once, in their order, and nothing missing that is not said to be. */
class RegisterTest {
    private static final Pattern NUMBER = Pattern.compile("([0-9]+)号$");

    private final BuiltSite site = BuiltSite.here();
    private final Sources sources = site.sources();

    @Test
    void everyNumberStandsInTheRegisterOfTheBodyThatGaveIt() {
        Complaints complaints = new Complaints();
        Set<String> registers = new TreeSet<>();
        for (Sources.Notice notice : sources.notices()) {
            String number = notice.facts().path("number").asText();
            if (!NUMBER.matcher(number).find()) {
                continue;
            }
            for (String language : sources.languages().keySet()) {
                String file = language + "/issuers/" + notice.issuers().get(0) + "/register/index.html";
                registers.add(file);
                Document page = site.pages().get(file);
                complaints.unless(page != null, file, "is not there");
                if (page != null) {
                    List<String> numbers = page.select("ul.rows p.number").eachText();
                    complaints.unlessEqual(
                            numbers.stream().filter(number::equals).count(), 1L, file, "times " + number);
                }
            }
        }
        complaints.unlessEqual(
                new TreeSet<>(site.files("[a-z0-9-]+/issuers/[a-z0-9-]+/register/index\\.html")),
                registers,
                "registers",
                "set");
        complaints.none();
    }

    @Test
    void theNumbersOfARunAndItsGapsFollowEachOther() {
        Complaints complaints = new Complaints();
        for (String file : site.files("[a-z0-9-]+/issuers/[a-z0-9-]+/register/index\\.html")) {
            for (Element run : site.pages().get(file).select("ul.rows")) {
                List<Integer> ends = new ArrayList<>(List.of(0));
                for (Element entry : run.children()) {
                    List<Integer> numbers = numbers(entry);
                    complaints.unlessEqual(numbers.get(0), ends.get(ends.size() - 1) + 1, file, "number after " + ends);
                    ends.add(numbers.get(numbers.size() - 1));
                }
                complaints.unless(!run.children().last().hasClass("gap"), file, "ends with a gap");
            }
        }
        complaints.none();
    }

    @Test
    void theListOfABodyLeadsToItsRegister() {
        Complaints complaints = new Complaints();
        for (String file : site.files("[a-z0-9-]+/issuers/[a-z0-9-]+/register/index\\.html")) {
            String list = file.replace("register/", "");
            complaints.unless(
                    !site.pages()
                            .get(list)
                            .select("main a[href=" + site.address(file) + "]")
                            .isEmpty(),
                    list,
                    "does not lead to " + file);
        }
        complaints.none();
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
