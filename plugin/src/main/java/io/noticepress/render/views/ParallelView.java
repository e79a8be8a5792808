package io.noticepress.render.views;

import io.noticepress.render.template.SafeHtml;
import io.noticepress.render.template.ThemeMessages;
import java.util.List;
import java.util.Optional;

/**
 * A notice in two languages, block by block. Named {@code parallel} in templates.
 *
 * @param number as printed, or empty
 * @param numberTag language tag of the number
 * @param left the site's first language
 * @param right the other
 * @param rows in the order of the texts
 * @param footnotes the notes of both texts; missing if neither has any
 * @param outdated whether any row is outdated; a translation may be behind without one, by what the original lost
 */
public record ParallelView(
        String number,
        String numberTag,
        ParallelSide left,
        ParallelSide right,
        List<ParallelRow> rows,
        Optional<ParallelRow> footnotes,
        boolean outdated) {
    /**
     * One of the languages.
     *
     * @param href the notice in this language alone
     * @param issued its date of issue as this language writes it
     * @param recipients the main recipients, may be empty
     * @param banners what a reader must know before reading, of this edition
     * @param effects what other notices did to this one
     * @param translation how it came from the original; missing for the original
     * @param words the theme's words in this language
     */
    public record ParallelSide(
            String tag,
            String name,
            String title,
            String href,
            DisplayDate issued,
            List<String> recipients,
            List<NoticeView.Banner> banners,
            List<NoticeView.RelationGroup> effects,
            Optional<NoticeView.TranslationView> translation,
            ThemeMessages words) {}

    /**
     * A block and its counterpart; one of them is empty where the texts differ.
     *
     * @param anchor the same as on the notices' own pages; empty for the footnotes, and for a block whose counterpart has
     *     its place, and the anchor, further up
     * @param title whether this is the title of a document issued with the notice
     * @param outdated whether the original of this block has changed since it was translated
     */
    public record ParallelRow(String anchor, boolean title, SafeHtml left, SafeHtml right, boolean outdated) {}
}
