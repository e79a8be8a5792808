package io.noticepress.model.site;

/**
 * A language of the site.
 *
 * @param key how it is named in files and addresses: {@code zh}
 * @param tag its tag (BCP 47), as in {@code lang} and {@code hreflang}: {@code zh-CN}
 * @param name its name in itself: 中文
 * @param title the site's title in it
 * @param description the site in a sentence
 */
public record Language(String key, String tag, String name, String title, String description) {
    /** Whether texts in it are Chinese. */
    public boolean isChinese() {
        return tag.equals("zh") || tag.startsWith("zh-");
    }
}
