package io.noticepress.render.views;

import io.noticepress.render.template.ThemeMessages;
import java.util.List;

/** The root page, where a reader chooses a language, and the page for HTTP status 404. Named {@code chooser} in templates. */
public record ChooserView(List<LanguageChoice> choices) {
    /**
     * A language of the site.
     *
     * @param home the address of its home page
     * @param words the theme's messages in it, a function like {@code say}
     */
    public record LanguageChoice(
            String key, String tag, String name, String title, String description, String home, ThemeMessages words) {}
}
