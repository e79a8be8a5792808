package io.noticepress.site;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
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
        for (String file : site.files("notices/.*|assets/.*|.*/feed\\.(xml|json)")) {
            complaints.unless(reached.contains(file), file, "no link leads here");
        }
        complaints.none();
    }

    private void visit(String first, Set<String> reached) {
        Set<String> waiting = new LinkedHashSet<>(Set.of(first));
        while (!waiting.isEmpty()) {
            String file = waiting.iterator().next();
            waiting.remove(file);
            if (!reached.add(file) || !site.pages().containsKey(file)) {
                continue;
            }
            for (Element element : site.pages().get(file).select("a[href], link[href], [src]")) {
                String url =
                        element.attr(element.hasAttr("src") ? "src" : "href").replaceAll("#.*", "");
                site.served(url).filter(next -> !reached.contains(next)).ifPresent(waiting::add);
            }
        }
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
