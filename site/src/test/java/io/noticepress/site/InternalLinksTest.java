package io.noticepress.site;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Every internal link leads to an existing page or anchor, and every page can be reached. */
class InternalLinksTest {
    private static final Pattern STYLE_URL = Pattern.compile("url\\(\\s*['\"]?([^'\")]+)|@import\\s+['\"]([^'\"]+)");

    private final BuiltSite site = BuiltSite.current();

    @Test
    void everyInternalLinkLeadsToAFileAndAPlaceInIt() {
        FailureCollector failureCollector = new FailureCollector();
        site.pages().forEach((file, page) -> {
            for (Element link : page.select("a[href], area[href]")) {
                checkLink(failureCollector, file, page, link.attr("href"));
            }
        });
        failureCollector.assertNoFailures();
    }

    private void checkLink(FailureCollector failureCollector, String file, Document page, String href) {
        int hash = href.indexOf('#');
        String path = hash < 0 ? href : href.substring(0, hash);
        String fragment =
                hash < 0 ? "" : URLDecoder.decode(href.substring(hash + 1).replace("+", "%2B"), StandardCharsets.UTF_8);
        if (path.isEmpty()) {
            failureCollector.check(!fragment.isEmpty(), file, "has an empty link");
            failureCollector.check(page.getElementById(fragment) != null, file, "has no place " + href);
            return;
        }
        if (path.matches("(https?:|mailto:).*")) {
            failureCollector.check(
                    !path.startsWith(site.sources().origin() + "/"), file, "names the own host in " + href);
            return;
        }
        failureCollector.check(path.matches("/[^/].*|/"), file, "has a link that is not root-absolute: " + href);
        Optional<String> target = site.fileOfPath(path);
        failureCollector.check(target.isPresent(), file, "leads nowhere: " + href);
        if (!fragment.isEmpty() && target.isPresent()) {
            Document other = site.pages().get(target.get());
            failureCollector.check(
                    other != null && other.getElementById(fragment) != null, file, "leads to no place: " + href);
        }
    }

    @Test
    void whatAPageFetchesIsOnTheSite() {
        FailureCollector failureCollector = new FailureCollector();
        site.pages().forEach((file, page) -> {
            for (Element element : page.select("[src], [srcset], [poster], [data], form[action], [formaction]")) {
                for (String name : Set.of("src", "srcset", "poster", "data", "action", "formaction")) {
                    if (element.hasAttr(name)) {
                        checkFetched(failureCollector, file, element.attr(name));
                    }
                }
            }
            for (Element link : page.select("link[href]")) {
                String rel = link.attr("rel");
                if (!rel.equals("canonical") && !link.hasAttr("hreflang")) {
                    checkFetched(failureCollector, file, link.attr("href"));
                }
            }
        });
        failureCollector.assertNoFailures();
    }

    @Test
    void theStyleFetchesFromTheSiteOnly() {
        FailureCollector failureCollector = new FailureCollector();
        for (String file : site.files("assets/.*\\.css")) {
            Matcher matcher = STYLE_URL.matcher(site.text(file));
            while (matcher.find()) {
                checkFetched(failureCollector, file, matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
            }
            failureCollector.check(!site.text(file).contains("//"), file, "names a host");
        }
        failureCollector.assertNoFailures();
    }

    private void checkFetched(FailureCollector failureCollector, String file, String url) {
        failureCollector.check(url.matches("/[^/].*|/"), file, "fetches " + url);
        failureCollector.check(site.fileOfPath(url).isPresent(), file, "fetches what is not there: " + url);
    }

    @Test
    void everyFileIsReachedFromTheFirstPage() {
        Set<String> reached = new LinkedHashSet<>();
        collectReachable("index.html", reached);
        FailureCollector failureCollector = new FailureCollector();
        for (String file : site.pagesWithAddress().keySet()) {
            failureCollector.check(reached.contains(file), file, "no link leads here");
        }
        for (String file : site.files("notices/.*|assets/.*|.*/(feed\\.(xml|json)|opensearch\\.xml)")) {
            failureCollector.check(reached.contains(file), file, "no link leads here");
        }
        failureCollector.assertNoFailures();
    }

    private void collectReachable(String first, Set<String> reached) {
        Set<String> waiting = new LinkedHashSet<>(Set.of(first));
        while (!waiting.isEmpty()) {
            String file = waiting.iterator().next();
            waiting.remove(file);
            if (!reached.add(file)) {
                continue;
            }
            Set<String> next = file.endsWith(".bin") ? namedIn(site.bytes(file)) : new LinkedHashSet<>();
            if (site.pages().containsKey(file)) {
                for (Element element : site.pages().get(file).select("*")) {
                    for (String name : Set.of("src", "href")) {
                        site.fileOfPath(element.attr(name).replaceAll("#.*", ""))
                                .ifPresent(next::add);
                    }
                    if (element.hasAttr("data-index")) {
                        next.addAll(namedIn(Base64.getDecoder().decode(element.attr("data-index"))));
                    }
                }
            }
            next.removeAll(reached);
            waiting.addAll(next);
        }
    }

    /**
     * The index files that the given search pages or index files name, by the first eight bytes of their SHA-256 or of that
     * of their group.
     */
    private Set<String> namedIn(byte[] content) {
        String bytes = new String(content, StandardCharsets.ISO_8859_1);
        Set<String> named = new LinkedHashSet<>();
        for (String other : site.files("assets/search/.*\\.bin")) {
            byte[] name = HexFormat.of().parseHex(other.replaceAll(".*\\.([0-9a-f]{16})(\\.\\d+)?\\.bin", "$1"));
            if (bytes.contains(new String(name, StandardCharsets.ISO_8859_1))) {
                named.add(other);
            }
        }
        return named;
    }

    @Test
    void noAddressOfAPageNeedsEscaping() {
        FailureCollector failureCollector = new FailureCollector();
        for (String file : site.pagesWithAddress().keySet()) {
            failureCollector.check(file.matches("[a-z0-9/-]*index\\.html"), file, "is no plain address");
        }
        failureCollector.assertNoFailures();
    }
}
