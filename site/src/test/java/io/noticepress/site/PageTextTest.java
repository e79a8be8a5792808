package io.noticepress.site;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Page texts are complete and free of unprocessed markup, with headings in order. */
class PageTextTest {
    private static final Pattern HAN = Pattern.compile("[\\p{IsHan}]+");
    private static final Pattern TARGET = Pattern.compile("\\]\\([^)]*\\)|\\[\\^[^]]*\\]|<[^>]*>");

    private final BuiltSite site = BuiltSite.current();

    @Test
    void headingsGoDownStepByStepFromOneHeading() {
        FailureCollector failureCollector = new FailureCollector();
        site.pages().forEach((file, page) -> {
            failureCollector.checkEqual(page.select("h1").size(), 1, file, "number of h1");
            int level = 0;
            for (Element heading : page.select(":is(h1, h2, h3, h4, h5, h6):not(template *)")) {
                int next = heading.tagName().charAt(1) - '0';
                failureCollector.check(
                        next <= level + 1, file, "skips from h" + level + " to h" + next + ": " + heading.text());
                failureCollector.check(!heading.text().isBlank(), file, "has an empty heading");
                level = next;
            }
        });
        failureCollector.assertNoFailures();
    }

    @Test
    void idsAreUnique() {
        FailureCollector failureCollector = new FailureCollector();
        site.pages().forEach((file, page) -> {
            Set<String> ids = new HashSet<>();
            page.select("[id]").eachAttr("id").forEach(id -> {
                failureCollector.check(ids.add(id), file, "has the id " + id + " twice");
                failureCollector.check(id.matches("[A-Za-z][A-Za-z0-9-]*"), file, "has the id " + id);
            });
        });
        failureCollector.assertNoFailures();
    }

    @Test
    void noTemplateOrMarkdownSyntaxIsVisible() {
        FailureCollector failureCollector = new FailureCollector();
        site.pages().forEach((file, page) -> {
            Document copy = page.clone();
            copy.select("code, pre").remove();
            String text = copy.title() + " " + copy.body().text() + " "
                    + String.join(" ", copy.select("[alt]").eachAttr("alt")) + " "
                    + String.join(" ", copy.select("[aria-label]").eachAttr("aria-label")) + " "
                    + String.join(" ", copy.select("meta[content]").eachAttr("content"));
            for (String left : List.of("**", "__", "${", "<#", "[=", "\uFFFD", "](", "{0}", "null")) {
                failureCollector.check(!text.contains(left), file, "shows " + left);
            }
        });
        failureCollector.assertNoFailures();
    }

    @Test
    void everyPageHasATitleAndADescriptionOfItsOwn() {
        FailureCollector failureCollector = new FailureCollector();
        Set<String> titles = new HashSet<>();
        site.pages().forEach((file, page) -> {
            failureCollector.check(page.title().matches("[^\\s-].*\\S"), file, "has the title <" + page.title() + ">");
            failureCollector.check(titles.add(page.title()), file, "has the title of another page: " + page.title());
            failureCollector.checkEqual(page.select("title").size(), 1, file, "number of titles");
        });
        site.pagesWithAddress().forEach((file, page) -> {
            String description = page.select("meta[name=description], meta[name=Description]")
                    .attr("content");
            failureCollector.check(!description.isBlank(), file, "has no description");
        });
        failureCollector.assertNoFailures();
    }

    @Test
    void everyPictureSaysWhatItShowsAndHowLargeItIs() {
        FailureCollector failureCollector = new FailureCollector();
        site.pages().forEach((file, page) -> {
            for (Element picture : page.select("img")) {
                failureCollector.check(
                        picture.hasAttr("alt"), file, "has a picture without alt: " + picture.attr("src"));
            }
            failureCollector.check(page.select("main").size() == 1, file, "has no main or several");
        });
        failureCollector.assertNoFailures();
    }

    @Test
    void noChineseCharacterOfATextIsLost() {
        FailureCollector failureCollector = new FailureCollector();
        for (SourceContent.SourceNotice sourceNotice : site.sources().notices()) {
            sourceNotice.editions().forEach((language, sourceEdition) -> {
                String file = language + "/notices/" + sourceNotice.year() + "/" + sourceNotice.slug() + "/index.html";
                checkTextKept(failureCollector, file, sourceEdition);
            });
        }
        for (SourceContent.SourceEdition text : site.sources().plainPages()) {
            checkTextKept(failureCollector, text.language() + "/" + text.name() + "/index.html", text);
        }
        failureCollector.assertNoFailures();
    }

    private void checkTextKept(
            FailureCollector failureCollector, String file, SourceContent.SourceEdition sourceEdition) {
        Document page = site.pages().get(file);
        failureCollector.check(page != null, file, "is not there");
        if (page == null) {
            return;
        }
        String body = TARGET.matcher(sourceEdition.body()).replaceAll("]");
        String text = page.select("main").text().replaceAll("\\s", "")
                + String.join("", page.select("main img").eachAttr("alt"));
        List<String> runs = HAN.matcher(body).results().map(MatchResult::group).toList();
        for (String run : runs) {
            failureCollector.check(text.contains(run), file, "lost " + run);
        }
        Map<Integer, Long> shown = count(text);
        count(String.join("", runs))
                .forEach((character, times) -> failureCollector.check(
                        shown.getOrDefault(character, 0L) >= times, file, "lost a " + Character.toString(character)));
    }

    private static Map<Integer, Long> count(String text) {
        return text.codePoints().boxed().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
