package io.noticepress.plan;

import io.noticepress.model.site.Language;
import io.noticepress.model.values.Digest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of the search. Their addresses tell their content.
 *
 * @param script the script of the search pages, a JavaScript module
 * @param engine the one that reads the index
 * @param roots how the index of each language begins, in base64, by language key
 * @param files all of them, the engine among them
 */
public record SearchFiles(Address script, Address engine, Map<String, String> roots, List<Page.SearchFile> files) {
    public SearchFiles {
        roots = Collections.unmodifiableMap(new LinkedHashMap<>(roots));
        files = List.copyOf(files);
    }

    /** The pages where a reader uses them, one per language. */
    List<Page> pages(Digest surroundings, List<Language> languages) {
        List<Page> pages = new ArrayList<>();
        for (Language language : languages) {
            Digest used = Digest.of(script.file(), engine.file(), roots.get(language.key()));
            pages.add(new Page.SearchPage(
                    Addresses.search(language),
                    new InputDigests(surroundings, PageFingerprints.EMPTY, used),
                    this,
                    language));
        }
        return pages;
    }
}
