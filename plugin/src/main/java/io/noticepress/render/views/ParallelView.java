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
 * @param left the first language of the site
 * @param right the second language
 * @param rows in the order of the texts
 * @param footnotes of both texts; absent if neither has any
 * @param outdated whether any row is outdated; an outdated translation may have none, if blocks were only removed from the
 *     original
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
     * The notice in one of the languages.
     *
     * @param href the page of the notice in this language
     * @param issued the date of issue, formatted for this language
     * @param recipients may be empty
     * @param banners warnings about this edition
     * @param effects the relations by which other notices change the status of this one
     * @param translation the translation status; absent for the original
     * @param words the theme's messages in this language, a function like {@code say}
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
     * A block and its counterpart; one of them is empty if it has no counterpart.
     *
     * @param anchor the same as on the notice's own pages; empty for the footnotes, and for a block in another order whose
     *     counterpart is in an earlier row that has the anchor
     * @param title whether this is the title of a document issued with the notice
     * @param outdated whether the block has changed in the original since it was translated
     */
    public record ParallelRow(String anchor, boolean title, SafeHtml left, SafeHtml right, boolean outdated) {}
}
