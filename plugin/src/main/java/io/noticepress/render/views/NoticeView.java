package io.noticepress.render.views;

import io.noticepress.markdown.analysis.OutlineHeading;
import io.noticepress.render.template.SafeHtml;
import java.util.List;
import java.util.Optional;

/**
 * A notice in one language. Named {@code notice} in templates; texts that are absent are empty.
 *
 * @param number as printed; the same in every language
 * @param numberTag language tag of the number if it is not the language of the page, else empty
 * @param gloss the number in English, {@code [2030] No. 6}; empty on pages in Chinese
 * @param letterhead as printed; without one the names of the issuers
 * @param signatories as printed; without any the names of the issuers
 * @param recipients those of the original if a translation has none
 * @param recipientsTag language tag of the recipients if it is not the language of the page, else empty
 * @param ccTag the same for {@code cc}
 * @param banners warnings above the text
 * @param effects the relations by which other notices change the status of this one
 * @param ties all other relations, in both directions
 * @param parts the cover, then the documents issued with it and the annexes
 * @param editions its pages in all languages
 * @param parallel address of the page with both languages side by side
 * @param fingerprint SHA-256 of the source file, in hexadecimal
 */
public record NoticeView(
        String title,
        String number,
        String numberTag,
        String gloss,
        NamedLink kind,
        List<NamedLink> issuers,
        List<NamedLink> topics,
        DisplayDate issued,
        Optional<DisplayDate> published,
        Optional<DisplayDate> updated,
        Optional<DisplayDate> effective,
        Optional<DisplayDate> expires,
        Optional<DisplayDate> printed,
        String printOffice,
        String letterhead,
        List<String> recipients,
        String recipientsTag,
        List<String> cc,
        String ccTag,
        List<String> signatories,
        String note,
        String summary,
        List<Banner> banners,
        List<RelationGroup> effects,
        List<RelationGroup> ties,
        List<AttachmentView> attachments,
        List<PartView> parts,
        SafeHtml footnotes,
        List<OutlineHeading> outline,
        Optional<TranslationView> translation,
        List<LanguageLink> editions,
        Optional<String> parallel,
        Optional<SourceView> source,
        String fingerprint) {
    /**
     * A warning above the text: {@code draft digest translation-official translation-reviewed translation-draft
     * translation-machine translation-outdated repealed replaced amended corrected expired pending}.
     */
    public record Banner(String kind) {}

    /**
     * The documents that have one type of relation to the notice.
     *
     * @param type {@code issues repeals …}; for relations that other notices state, {@code issuedBy forwardedBy repealedBy amendedBy
     *     correctedBy replacedBy answeredBy citedBy}
     */
    public record RelationGroup(String type, List<RelatedDocument> others) {}

    /**
     * A document to which the notice is related.
     *
     * @param href empty for a document that is not on this site
     * @param tag language tag of its title if it is not the language of the page, else empty
     * @param numberTag the same for its number
     * @param since the date from which it is effective; for {@code effects} only
     */
    public record RelatedDocument(
            String title, String number, String numberTag, String href, String tag, Optional<DisplayDate> since) {}

    /** An attached file: {@code type} such as {@code PDF}, {@code size} such as {@code 1.2 MB}. */
    public record AttachmentView(String title, String href, String type, String size) {}

    /**
     * The cover of the notice, a document issued with it, or an annex.
     *
     * @param kind {@code cover issued annex}
     * @param anchor empty for the cover
     * @param heading its title; empty for the cover
     * @param twin a link to the same part in the other language; empty for the cover, and if there is none
     */
    public record PartView(String kind, String anchor, SafeHtml heading, SafeHtml twin, SafeHtml html) {}

    /**
     * The translation status of an edition.
     *
     * @param state {@code official reviewed draft machine}
     * @param by the translator or reviewer, or empty
     * @param outdated whether the original has changed since it was translated
     */
    public record TranslationView(
            String state, String by, boolean outdated, String originalHref, String originalTag, String originalName) {}

    /** The publication from which the text was taken. */
    public record SourceView(String url, String file, String sha256, Optional<DisplayDate> retrieved) {}
}
