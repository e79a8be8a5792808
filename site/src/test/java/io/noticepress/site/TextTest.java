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

/** What is read: nothing lost, nothing left over, headings in order. */
class TextTest {
    private static final Pattern HAN = Pattern.compile("[\\p{IsHan}]+");
    private static final Pattern TARGET = Pattern.compile("\\]\\([^)]*\\)|\\[\\^[^]]*\\]|<[^>]*>");

    private final BuiltSite site = BuiltSite.here();

    @Test
    void headingsGoDownStepByStepFromOneHeading() {
        Complaints complaints = new Complaints();
        site.pages().forEach((file, page) -> {
            complaints.unlessEqual(page.select("h1").size(), 1, file, "number of h1");
            int level = 0;
            for (Element heading : page.select(":is(h1, h2, h3, h4, h5, h6):not(template *)")) {
                int next = heading.tagName().charAt(1) - '0';
                complaints.unless(
                        next <= level + 1, file, "skips from h" + level + " to h" + next + ": " + heading.text());
                complaints.unless(!heading.text().isBlank(), file, "has an empty heading");
                level = next;
            }
        });
        complaints.none();
    }

    @Test
    void idsAreUnique() {
        Complaints complaints = new Complaints();
        site.pages().forEach((file, page) -> {
            Set<String> ids = new HashSet<>();
            page.select("[id]").eachAttr("id").forEach(id -> {
                complaints.unless(ids.add(id), file, "has the id " + id + " twice");
                complaints.unless(id.matches("[A-Za-z][A-Za-z0-9-]*"), file, "has the id " + id);
            });
        });
        complaints.none();
    }

    @Test
    void nothingOfTheMachineryShows() {
        Complaints complaints = new Complaints();
        site.pages().forEach((file, page) -> {
            Document copy = page.clone();
            copy.select("code, pre").remove();
            String text = copy.title() + " " + copy.body().text() + " "
                    + String.join(" ", copy.select("[alt]").eachAttr("alt")) + " "
                    + String.join(" ", copy.select("[aria-label]").eachAttr("aria-label")) + " "
                    + String.join(" ", copy.select("meta[content]").eachAttr("content"));
            for (String left : List.of("**", "__", "${", "<#", "[=", "\uFFFD", "](", "{0}", "null")) {
                complaints.unless(!text.contains(left), file, "shows " + left);
            }
        });
        complaints.none();
    }

    @Test
    void everyPageHasATitleAndADescriptionOfItsOwn() {
        Complaints complaints = new Complaints();
        Set<String> titles = new HashSet<>();
        site.pages().forEach((file, page) -> {
            complaints.unless(page.title().matches("[^\\s-].*\\S"), file, "has the title <" + page.title() + ">");
            complaints.unless(titles.add(page.title()), file, "has the title of another page: " + page.title());
            complaints.unlessEqual(page.select("title").size(), 1, file, "number of titles");
        });
        site.addressed().forEach((file, page) -> {
            String description = page.select("meta[name=description], meta[name=Description]")
                    .attr("content");
            complaints.unless(!description.isBlank(), file, "has no description");
        });
        complaints.none();
    }

    @Test
    void everyPictureSaysWhatItShowsAndHowLargeItIs() {
        Complaints complaints = new Complaints();
        site.pages().forEach((file, page) -> {
            for (Element picture : page.select("img")) {
                complaints.unless(picture.hasAttr("alt"), file, "has a picture without alt: " + picture.attr("src"));
            }
            complaints.unless(page.select("main").size() == 1, file, "has no main or several");
        });
        complaints.none();
    }

    @Test
    void noChineseCharacterOfATextIsLost() {
        Complaints complaints = new Complaints();
        for (Sources.Notice notice : site.sources().notices()) {
            notice.editions().forEach((language, edition) -> {
                String file = language + "/notices/" + notice.year() + "/" + notice.slug() + "/index.html";
                kept(complaints, file, edition);
            });
        }
        for (Sources.Edition text : site.sources().texts()) {
            kept(complaints, text.language() + "/" + text.name() + "/index.html", text);
        }
        complaints.none();
    }

    private void kept(Complaints complaints, String file, Sources.Edition edition) {
        Document page = site.pages().get(file);
        complaints.unless(page != null, file, "is not there");
        if (page == null) {
            return;
        }
        String body = TARGET.matcher(edition.body()).replaceAll("]");
        String text = page.select("main").text().replaceAll("\\s", "")
                + String.join("", page.select("main img").eachAttr("alt"));
        List<String> runs = HAN.matcher(body).results().map(MatchResult::group).toList();
        for (String run : runs) {
            complaints.unless(text.contains(run), file, "lost " + run);
        }
        Map<Integer, Long> shown = count(text);
        count(String.join("", runs))
                .forEach((character, times) -> complaints.unless(
                        shown.getOrDefault(character, 0L) >= times, file, "lost a " + Character.toString(character)));
    }

    private static Map<Integer, Long> count(String text) {
        return text.codePoints().boxed().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
