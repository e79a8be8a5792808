package io.noticepress.render.views;

/**
 * The way to a page in another language.
 *
 * @param tag its language tag, for {@code lang} and {@code hreflang} of the link's text
 * @param name the language's name in itself
 * @param href the same page in that language; if there is none, the edition that exists
 * @param current whether this is the language of the page the link stands on
 * @param exists whether the page exists in that language
 * @param targetTag the tag of the language in which the linked page really is
 */
public record LanguageLink(
        String key, String tag, String name, String href, boolean current, boolean exists, String targetTag) {}
