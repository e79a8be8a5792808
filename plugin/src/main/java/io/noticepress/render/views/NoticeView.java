package io.noticepress.render.views;

import io.noticepress.markdown.analysis.OutlineHeading;
import io.noticepress.render.template.SafeHtml;
import java.util.List;
import java.util.Optional;

/**
 * A notice in one language. Named {@code notice} in templates; absent texts are empty.
 *
 * @param number as printed, in every language
 * @param numberTag language tag of the number if it is not the page's language, else empty
 * @param gloss the number for readers of other languages, {@code [2030] No. 6}; empty on pages in Chinese
 * @param letterhead as printed on top, else the issuers' names
 * @param signatories as printed at the end, else the issuers' names
 * @param recipients in the words of the original where a translation has none
 * @param recipientsTag the tag of their language if it is not the page's, else empty
 * @param ccTag the same for {@code cc}
 * @param banners what a reader must know before reading
 * @param effects what other notices did to this one
 * @param ties all relations, in both directions, without those in {@code effects}
 * @param parts the cover, then the documents issued with it
 * @param editions the languages in which it can be read
 * @param parallel the page with both languages side by side
 * @param fingerprint SHA-256 of the file this page was made from
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
     * A warning on top: {@code draft digest translation-official translation-reviewed translation-draft
     * translation-machine translation-outdated repealed replaced amended corrected expired pending}.
     */
    public record Banner(String kind) {}

    /**
     * A relation and the documents at its other end.
     *
     * @param type {@code issues repeals …}, or the other way {@code issuedBy forwardedBy repealedBy amendedBy
     *     correctedBy replacedBy answeredBy citedBy}
     */
    public record RelationGroup(String type, List<RelatedDocument> others) {}

    /**
     * The other notice.
     *
     * @param href empty for a document that is not on this site
     * @param tag language tag of its title if it is not the page's language, else empty
     * @param numberTag the same for its number
     * @param since from when it acts, for effects
     */
    public record RelatedDocument(
            String title, String number, String numberTag, String href, String tag, Optional<DisplayDate> since) {}

    /** An attachment: {@code type} such as {@code PDF}, {@code size} such as {@code 1.2 MB}. */
    public record AttachmentView(String title, String href, String type, String size) {}

    /**
     * A document within the notice.
     *
     * @param kind {@code cover issued annex}
     * @param anchor empty for the cover
     * @param heading its title, empty for the cover
     * @param twin a link to the same document in the other language; empty for the cover, and if there is none
     */
    public record PartView(String kind, String anchor, SafeHtml heading, SafeHtml twin, SafeHtml html) {}

    /**
     * How this edition came from the original.
     *
     * @param state {@code official reviewed draft machine}
     * @param by who translated or checked it, or empty
     */
    public record TranslationView(
            String state, String by, boolean outdated, String originalHref, String originalTag, String originalName) {}

    /** Where the text was taken from. */
    public record SourceView(String url, String file, String sha256, Optional<DisplayDate> retrieved) {}
}
