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

/** Every way that leads somewhere leads there. */
class LinksTest {
    private static final Pattern STYLE_URL = Pattern.compile("url\\(\\s*['\"]?([^'\")]+)|@import\\s+['\"]([^'\"]+)");

    private final BuiltSite site = BuiltSite.here();

    @Test
    void everyInternalLinkLeadsToAFileAndAPlaceInIt() {
        Complaints complaints = new Complaints();
        site.pages().forEach((file, page) -> {
            for (Element link : page.select("a[href], area[href]")) {
                follow(complaints, file, page, link.attr("href"));
            }
        });
        complaints.none();
    }

    private void follow(Complaints complaints, String file, Document page, String href) {
        int hash = href.indexOf('#');
        String path = hash < 0 ? href : href.substring(0, hash);
        String fragment =
                hash < 0 ? "" : URLDecoder.decode(href.substring(hash + 1).replace("+", "%2B"), StandardCharsets.UTF_8);
        if (path.isEmpty()) {
            complaints.unless(!fragment.isEmpty(), file, "has an empty link");
            complaints.unless(page.getElementById(fragment) != null, file, "has no place " + href);
            return;
        }
        if (path.matches("(https?:|mailto:).*")) {
            complaints.unless(!path.startsWith(site.sources().origin() + "/"), file, "names the own host in " + href);
            return;
        }
        complaints.unless(path.matches("/[^/].*|/"), file, "has a link that is not root-absolute: " + href);
        Optional<String> target = site.served(path);
        complaints.unless(target.isPresent(), file, "leads nowhere: " + href);
        if (!fragment.isEmpty() && target.isPresent()) {
            Document other = site.pages().get(target.get());
            complaints.unless(
                    other != null && other.getElementById(fragment) != null, file, "leads to no place: " + href);
        }
    }

    @Test
    void whatAPageFetchesIsOnTheSite() {
        Complaints complaints = new Complaints();
        site.pages().forEach((file, page) -> {
            for (Element element : page.select("[src], [srcset], [poster], [data], form[action], [formaction]")) {
                for (String name : Set.of("src", "srcset", "poster", "data", "action", "formaction")) {
                    if (element.hasAttr(name)) {
                        own(complaints, file, element.attr(name));
                    }
                }
            }
            for (Element link : page.select("link[href]")) {
                String rel = link.attr("rel");
                if (!rel.equals("canonical") && !link.hasAttr("hreflang")) {
                    own(complaints, file, link.attr("href"));
                }
            }
        });
        complaints.none();
    }

    @Test
    void theStyleFetchesFromTheSiteOnly() {
        Complaints complaints = new Complaints();
        for (String file : site.files("assets/.*\\.css")) {
            Matcher matcher = STYLE_URL.matcher(site.text(file));
            while (matcher.find()) {
                own(complaints, file, matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
            }
            complaints.unless(!site.text(file).contains("//"), file, "names a host");
        }
        complaints.none();
    }

    private void own(Complaints complaints, String file, String url) {
        complaints.unless(url.matches("/[^/].*|/"), file, "fetches " + url);
        complaints.unless(site.served(url).isPresent(), file, "fetches what is not there: " + url);
    }

    @Test
    void everyFileIsReachedFromTheFirstPage() {
        Set<String> reached = new LinkedHashSet<>();
        visit("index.html", reached);
        Complaints complaints = new Complaints();
        for (String file : site.addressed().keySet()) {
            complaints.unless(reached.contains(file), file, "no link leads here");
        }
        for (String file : site.files("notices/.*|assets/.*|.*/(feed\\.(xml|json)|opensearch\\.xml)")) {
            complaints.unless(reached.contains(file), file, "no link leads here");
        }
        complaints.none();
    }

    private void visit(String first, Set<String> reached) {
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
                        site.served(element.attr(name).replaceAll("#.*", "")).ifPresent(next::add);
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

    /** The files of the search that are named in one of them, or in a page that begins an index, by the first eight bytes of their SHA-256, or of that of their group. */
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
        Complaints complaints = new Complaints();
        for (String file : site.addressed().keySet()) {
            complaints.unless(file.matches("[a-z0-9/-]*index\\.html"), file, "is no plain address");
        }
        complaints.none();
    }
}
