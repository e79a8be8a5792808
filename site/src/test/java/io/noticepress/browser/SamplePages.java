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
 * The pages to test: for each kind of page and each language enough pages to include every combination of element and
 * class, largest pages first. A new part of a template is therefore covered without being listed anywhere.
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

    /** The largest file of each kind of page in each language. */
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

    /** Key of a kind of page in a language: {@code zh-CN notice}. */
    private static String kind(String file) {
        return page(file).child(0).attr("lang") + " " + page(file).body().className();
    }

    private static Document page(String file) {
        return BuiltSite.current().pages().get(file);
    }

    /** Element names with classes: {@code p.number}. */
    private static Set<String> elementClasses(Document page) {
        Set<String> classNames = new HashSet<>();
        for (Element element : page.body().getAllElements()) {
            classNames.add(element.tagName() + "." + element.className());
        }
        return classNames;
    }
}
