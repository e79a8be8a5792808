package io.noticepress.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of the search. Their addresses tell their content.
 *
 * @param engine the script that reads them, a JavaScript module
 * @param roots where the index of each language begins, by language key
 * @param files all of them, the engine among them
 */
public record SearchFiles(Address engine, Map<String, Address> roots, List<Page.SearchFile> files) {
    public SearchFiles {
        roots = Collections.unmodifiableMap(new LinkedHashMap<>(roots));
        files = List.copyOf(files);
    }
}
