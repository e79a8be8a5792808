package io.noticepress.model.site;

/**
 * A language of the site.
 *
 * @param key its name in file names and URLs: {@code zh}
 * @param tag its BCP 47 tag, for {@code lang} and {@code hreflang}: {@code zh-CN}
 * @param name its name in the language itself: 中文
 * @param title the site's title in this language
 * @param description the site described in one sentence
 */
public record Language(String key, String tag, String name, String title, String description) {
    /** Whether the tag is {@code zh} or begins with {@code zh-}. */
    public boolean isChinese() {
        return tag.equals("zh") || tag.startsWith("zh-");
    }
}
