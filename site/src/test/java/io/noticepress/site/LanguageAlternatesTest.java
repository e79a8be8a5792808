package io.noticepress.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Pages link to their editions in other languages, and only to editions that exist. */
class LanguageAlternatesTest {
    private static final String DEFAULT = "x-default";

    private final BuiltSite site = BuiltSite.current();
    private final Map<String, String> languages = site.sources().languages();

    @Test
    void everyPageSaysWhichLanguageItIsIn() {
        FailureCollector failureCollector = new FailureCollector();
        String first = languages.values().iterator().next();
        site.pages().forEach((file, page) -> {
            String tag = languages.getOrDefault(file.replaceAll("/.*", ""), first);
            failureCollector.checkEqual(page.child(0).attr("lang"), tag, file, "html lang");
        });
        failureCollector.assertNoFailures();
    }

    @Test
    void everyPageIsItsOwnCanonicalAddress() {
        FailureCollector failureCollector = new FailureCollector();
        site.pagesWithAddress().forEach((file, page) -> {
            failureCollector.checkEqual(
                    page.select("link[rel=canonical]").eachAttr("href"), List.of(site.url(file)), file, "canonical");
        });
        failureCollector.assertNoFailures();
    }

    @Test
    void alternatesAreCompleteReciprocalAndExist() {
        FailureCollector failureCollector = new FailureCollector();
        site.pagesWithAddress().forEach((file, page) -> {
            Map<String, String> set = alternates(page);
            failureCollector.checkEqual(
                    page.select("head link[hreflang]").size(), set.size(), file, "number of alternates");
            set.forEach((tag, url) -> {
                Optional<String> target = site.fileOfUrl(url);
                failureCollector.check(target.isPresent(), file, "its alternate is not there: " + url);
                target.filter(other -> !file.equals("index.html") && !other.equals("index.html"))
                        .ifPresent(other -> {
                            failureCollector.checkEqual(
                                    alternates(site.pages().get(other)), set, file, "set of alternates of " + other);
                            failureCollector.check(
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
                failureCollector.check(set.containsKey(DEFAULT), file, "has no x-default");
                set.remove(DEFAULT);
                failureCollector.checkEqual(set, expected, file, "alternates");
            } else {
                set.remove(DEFAULT);
                failureCollector.check(set.isEmpty() || set.equals(expected), file, "has alternates " + set);
            }
        });
        failureCollector.assertNoFailures();
    }

    /** The page in every language in which it exists; for the language chooser, the home pages. */
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
        FailureCollector failureCollector = new FailureCollector();
        site.pagesWithAddress().forEach((file, page) -> {
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
                    failureCollector.check(!page.select("header " + links).isEmpty(), file, "has no switch to " + twin);
                    failureCollector.checkEqual(
                            page.select("header " + links).attr("lang"), tag, file, "language of the switch");
                }
            });
        });
        failureCollector.assertNoFailures();
    }

    @Test
    void aNoticeWithoutAnEditionIsListedInItsOriginalLanguage() {
        FailureCollector failureCollector = new FailureCollector();
        for (SourceContent.SourceNotice sourceNotice : site.sources().notices()) {
            Map<String, String> missing = new LinkedHashMap<>(languages);
            missing.keySet().removeAll(sourceNotice.editions().keySet());
            String original = sourceNotice.original().language();
            String target = site.address(
                    original + "/notices/" + sourceNotice.year() + "/" + sourceNotice.slug() + "/index.html");
            missing.forEach((key, tag) -> {
                String stub = key + "/notices/" + sourceNotice.year() + "/" + sourceNotice.slug() + "/index.html";
                failureCollector.check(!site.files().contains(stub), stub, "is a stub");
                String list = key + "/years/" + sourceNotice.year() + "/index.html";
                Element link = site.pages()
                        .get(list)
                        .select("main a[href=" + target + "]")
                        .first();
                failureCollector.check(link != null, list, "does not list " + sourceNotice.slug());
                if (link != null) {
                    failureCollector.checkEqual(link.attr("hreflang"), languages.get(original), list, "hreflang");
                    Element marked = link.closest("[lang]");
                    failureCollector.checkEqual(marked.attr("lang"), languages.get(original), list, "lang");
                    failureCollector.checkEqual(
                            link.text(),
                            sourceNotice.original().facts().path("title").asText(),
                            list,
                            "title");
                }
            });
        }
        failureCollector.assertNoFailures();
    }
}
