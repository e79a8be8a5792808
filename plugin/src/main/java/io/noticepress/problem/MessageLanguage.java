package io.noticepress.problem;

/** The languages of the plugin's own messages. */
public enum MessageLanguage {
    ZH,
    EN;

    /** The message language for a language key or tag: Chinese for {@code zh} and {@code zh-…}, otherwise English. */
    public static MessageLanguage of(String tag) {
        return tag.equals("zh") || tag.startsWith("zh-") ? ZH : EN;
    }
}
