package io.noticepress.problem;

/** The languages in which the plugin itself speaks. */
public enum MessageLanguage {
    ZH,
    EN;

    /** The tongue for a language key or tag: Chinese for {@code zh} and {@code zh-…}, else English. */
    public static MessageLanguage of(String tag) {
        return tag.equals("zh") || tag.startsWith("zh-") ? ZH : EN;
    }
}
