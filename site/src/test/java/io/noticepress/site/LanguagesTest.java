package io.noticepress.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The languages know of each other, and only of what there is. */
class LanguagesTest {
    private static final String DEFAULT = "x-default";

    private final BuiltSite site = BuiltSite.here();
    private final Map<String, String> languages = site.sources().languages();

    @Test
    void everyPageSaysWhichLanguageItIsIn() {
        Complaints complaints = new Complaints();
        String first = languages.values().iterator().next();
        site.pages().forEach((file, page) -> {
            String tag = languages.getOrDefault(file.replaceAll("/.*", ""), first);
            complaints.unlessEqual(page.child(0).attr("lang"), tag, file, "html lang");
        });
        complaints.none();
    }

    @Test
    void everyPageIsItsOwnCanonicalAddress() {
        Complaints complaints = new Complaints();
        site.addressed().forEach((file, page) -> {
            complaints.unlessEqual(
                    page.select("link[rel=canonical]").eachAttr("href"), List.of(site.url(file)), file, "canonical");
        });
        complaints.none();
    }

    @Test
    void alternatesAreCompleteReciprocalAndExist() {
        Complaints complaints = new Complaints();
        site.addressed().forEach((file, page) -> {
            Map<String, String> set = alternates(page);
            complaints.unlessEqual(page.select("head link[hreflang]").size(), set.size(), file, "number of alternates");
            set.forEach((tag, url) -> {
                Optional<String> target = site.behind(url);
                complaints.unless(target.isPresent(), file, "its alternate is not there: " + url);
                target.filter(other -> !file.equals("index.html") && !other.equals("index.html"))
                        .ifPresent(other -> {
                            complaints.unlessEqual(
                                    alternates(site.pages().get(other)), set, file, "set of alternates of " + other);
                            complaints.unless(
                                    tag.equals(DEFAULT)
                                            || site.pages()
                                                    .get(other)
                                                    .child(0)
                                                    .attr("lang")
                                                    .equals(tag),
                                    file,
                                    "its alternate for " + tag + " is in another language");
                        });
            });
            Map<String, String> expected = expected(file);
            if (expected.size() > 1) {
                complaints.unless(set.containsKey(DEFAULT), file, "has no x-default");
                set.remove(DEFAULT);
                complaints.unlessEqual(set, expected, file, "alternates");
            } else {
                set.remove(DEFAULT);
                complaints.unless(set.isEmpty() || set.equals(expected), file, "has alternates " + set);
            }
        });
        complaints.none();
    }

    /** The page in every language in which it stands on the site; the chooser's are the home pages. */
    private Map<String, String> expected(String file) {
        if (file.startsWith("parallel/")) {
            return Map.of(); // in both languages at once
        }
        String rest = file.equals("index.html") ? "/index.html" : file.replaceFirst("^[^/]+", "");
        Map<String, String> expected = new TreeMap<>();
        languages.forEach((key, tag) -> {
            if (site.files().contains(key + rest)) {
                expected.put(tag, site.url(key + rest));
            }
        });
        return expected;
    }

    private static Map<String, String> alternates(Document page) {
        Map<String, String> alternates = new TreeMap<>();
        for (Element link : page.select("head link[rel=alternate][hreflang]")) {
            alternates.put(link.attr("hreflang"), link.attr("href"));
        }
        return alternates;
    }

    @Test
    void theSwitchLeadsToTheSamePageOrToTheOneThatExists() {
        Complaints complaints = new Complaints();
        site.addressed().forEach((file, page) -> {
            String own = file.replaceAll("/.*", "");
            if (!languages.containsKey(own)) {
                return;
            }
            languages.forEach((key, tag) -> {
                if (key.equals(own)) {
                    return;
                }
                String twin = file.replaceFirst("^[^/]+", key);
                if (site.files().contains(twin)) {
                    String links = "a[hreflang=" + tag + "][href=" + site.address(twin) + "]";
                    complaints.unless(!page.select("header " + links).isEmpty(), file, "has no switch to " + twin);
                    complaints.unlessEqual(
                            page.select("header " + links).attr("lang"), tag, file, "language of the switch");
                }
            });
        });
        complaints.none();
    }

    @Test
    void aNoticeWithoutAnEditionIsListedInItsOriginalLanguage() {
        Complaints complaints = new Complaints();
        for (Sources.Notice notice : site.sources().notices()) {
            Map<String, String> missing = new LinkedHashMap<>(languages);
            missing.keySet().removeAll(notice.editions().keySet());
            String original = notice.original().language();
            String target = site.address(original + "/notices/" + notice.year() + "/" + notice.slug() + "/index.html");
            missing.forEach((key, tag) -> {
                String stub = key + "/notices/" + notice.year() + "/" + notice.slug() + "/index.html";
                complaints.unless(!site.files().contains(stub), stub, "is a stub");
                String list = key + "/years/" + notice.year() + "/index.html";
                Element link = site.pages()
                        .get(list)
                        .select("main a[href=" + target + "]")
                        .first();
                complaints.unless(link != null, list, "does not list " + notice.slug());
                if (link != null) {
                    complaints.unlessEqual(link.attr("hreflang"), languages.get(original), list, "hreflang");
                    Element marked = link.closest("[lang]");
                    complaints.unlessEqual(marked.attr("lang"), languages.get(original), list, "lang");
                    complaints.unlessEqual(
                            link.text(), notice.original().facts().path("title").asText(), list, "title");
                }
            });
        }
        complaints.none();
    }
}
