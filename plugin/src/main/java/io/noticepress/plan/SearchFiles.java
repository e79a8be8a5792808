package io.noticepress.plan;

import io.noticepress.model.site.Language;
import io.noticepress.model.values.Digest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of the search index and its scripts. Their names contain the digest of their content.
 *
 * @param script the script of the search pages, a JavaScript module
 * @param engine the script that reads the index
 * @param roots the root of each language's index (file {@code r} of search.md), in base64, by language key
 * @param files all files, the engine included
 */
public record SearchFiles(Address script, Address engine, Map<String, String> roots, List<Page.SearchFile> files) {
    public SearchFiles {
        roots = Collections.unmodifiableMap(new LinkedHashMap<>(roots));
        files = List.copyOf(files);
    }

    /** The search pages, one per language. */
    List<Page> pages(Digest environment, List<Language> languages) {
        List<Page> pages = new ArrayList<>();
        for (Language language : languages) {
            Digest used = Digest.of(script.file(), engine.file(), roots.get(language.key()));
            pages.add(new Page.SearchPage(
                    Addresses.search(language),
                    new InputDigests(environment, PageFingerprints.EMPTY, used),
                    this,
                    language));
        }
        return pages;
    }
}
