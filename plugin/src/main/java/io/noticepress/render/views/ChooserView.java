package io.noticepress.render.views;

import io.noticepress.render.template.ThemeMessages;
import java.util.List;

/** The first page, where a reader chooses a language; also the page for what is not found. Named {@code chooser}. */
public record ChooserView(List<LanguageChoice> choices) {
    /**
     * A language to choose.
     *
     * @param words the theme's words in it
     */
    public record LanguageChoice(
            String key, String tag, String name, String title, String description, String home, ThemeMessages words) {}
}
