package io.noticepress.render.views;

/**
 * A link to a page in another language.
 *
 * @param key of the language
 * @param tag of the language, for {@code lang} and {@code hreflang}
 * @param name of the language, in the language itself
 * @param href the page in that language; if it does not exist, the page in a language in which it does
 * @param current whether this is the language of the page that contains the link
 * @param exists whether the page exists in that language
 * @param targetTag tag of the language of the linked page
 */
public record LanguageLink(
        String key, String tag, String name, String href, boolean current, boolean exists, String targetTag) {}
