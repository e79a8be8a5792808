package io.noticepress.browser;

import io.noticepress.site.BuiltSite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The pages to look at: of each kind of page and each language so many that every kind of element with every class is seen
 * on one of them, the largest pages first. A new part of a template is thus looked at without anyone naming it.
 */
final class Samples {
    private Samples() {}

    /** Files: {@code zh/years/2030/index.html}. */
    static List<String> files() {
        BuiltSite site = BuiltSite.here();
        List<String> files = new ArrayList<>(site.pages().keySet());
        files.sort(
                Comparator.comparing((String file) -> -site.bytes(file).length).thenComparing(file -> file));
        Map<String, Set<String>> seen = new HashMap<>();
        List<String> chosen = new ArrayList<>();
        for (String file : files) {
            Document page = site.pages().get(file);
            String kind = page.child(0).attr("lang") + " " + page.body().className();
            if (seen.computeIfAbsent(kind, none -> new HashSet<>()).addAll(looks(page))) {
                chosen.add(file);
            }
        }
        return chosen;
    }

    /** How the elements of a page can look: {@code p.number}. */
    private static Set<String> looks(Document page) {
        Set<String> looks = new HashSet<>();
        for (Element element : page.body().getAllElements()) {
            looks.add(element.tagName() + "." + element.className());
        }
        return looks;
    }
}
