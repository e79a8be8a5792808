package io.noticepress.browser;

import io.noticepress.site.BuiltSite;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The pages to look at: of each kind of page and each language so many that every kind of element with every class is seen
 * on one of them, the largest pages first. A new part of a template is thus looked at without anyone naming it.
 */
final class SamplePages {
    private SamplePages() {}

    /** Files: {@code zh/years/2030/index.html}. */
    static List<String> coveringAllElements() {
        Map<String, Set<String>> seen = new HashMap<>();
        return largestFirst()
                .filter(file -> seen.computeIfAbsent(kind(file), none -> new HashSet<>())
                        .addAll(elementClasses(page(file))))
                .toList();
    }

    /** One file, the largest, of each kind of page in each language. */
    static List<String> onePerKind() {
        Set<String> seen = new HashSet<>();
        return largestFirst().filter(file -> seen.add(kind(file))).toList();
    }

    private static Stream<String> largestFirst() {
        BuiltSite site = BuiltSite.current();
        return site.pages().keySet().stream()
                .sorted(Comparator.comparing((String file) -> -site.bytes(file).length)
                        .thenComparing(file -> file));
    }

    /** {@code zh-CN notice}. */
    private static String kind(String file) {
        return page(file).child(0).attr("lang") + " " + page(file).body().className();
    }

    private static Document page(String file) {
        return BuiltSite.current().pages().get(file);
    }

    /** How the elements of a page can look: {@code p.number}. */
    private static Set<String> elementClasses(Document page) {
        Set<String> looks = new HashSet<>();
        for (Element element : page.body().getAllElements()) {
            looks.add(element.tagName() + "." + element.className());
        }
        return looks;
    }
}
