package io.noticepress.theme;

import java.util.List;
import java.util.Optional;

/**
 * A notice in two languages, block by block. Named {@code parallel} in templates.
 *
 * @param number as printed, or empty
 * @param issued its date of issue, in the language of the page
 * @param left the site's first language
 * @param right the other
 * @param rows in the order of the texts
 * @param outdated whether the translation of any row is behind its original
 */
public record ParallelView(String number, Day issued, Side left, Side right, List<Pair> rows, boolean outdated) {
    /**
     * One of the languages.
     *
     * @param href the notice in this language alone
     * @param recipients the main recipients, may be empty
     * @param translation how it came from the original; missing for the original
     */
    public record Side(
            String tag,
            String name,
            String title,
            String href,
            List<String> recipients,
            Optional<NoticeView.TranslationView> translation) {}

    /**
     * A block and its counterpart; one of them is empty where the texts differ.
     *
     * @param anchor the same as on the notices' own pages; empty for the footnotes
     * @param title whether this is the title of a document issued with the notice
     * @param outdated whether the original of this block has changed since it was translated
     */
    public record Pair(String anchor, boolean title, Markup left, Markup right, boolean outdated) {}
}
