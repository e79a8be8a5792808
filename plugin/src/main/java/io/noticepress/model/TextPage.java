package io.noticepress.model;

import io.noticepress.model.site.Language;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A plain page such as "about", with its versions by language key. */
public record TextPage(String name, Map<String, TextPageEdition> versions) {
    /** The page in one language; {@code summary} may be empty. */
    public record TextPageEdition(Language language, String title, String summary, SourceFile source) {}

    public TextPage {
        versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
    }
}
