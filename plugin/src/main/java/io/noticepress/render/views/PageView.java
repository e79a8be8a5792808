package io.noticepress.render.views;

import io.noticepress.render.template.SafeHtml;
import java.util.ArrayList;
import java.util.List;

/**
 * What every page has: its head, its frame, its ways to other languages. Named {@code page} in templates.
 *
 * @param kind {@code chooser home notice parallel overview list register translations text search not-found}, also the name of its template
 * @param language key of its language
 * @param tag for {@code <html lang>}
 * @param title for {@code <title>}
 * @param heading for {@code <h1>}
 * @param description one sentence for machines, may be empty
 * @param canonical its absolute URL; empty for a page that has none (404)
 * @param alternates the same page in each language in which it exists, itself included; empty for a page of no language
 * @param metas name and content, in order; the description is always among them
 * @param feeds what can be subscribed to here
 * @param data JSON-LD, or empty
 * @param languages the language switch, in the site's order; empty for a site of one language
 * @param trail from the home page to the page above this one
 */
public record PageView(
        String kind,
        String language,
        String tag,
        String title,
        String heading,
        String description,
        String canonical,
        List<AlternateLink> alternates,
        List<MetaTag> metas,
        List<FeedLink> feeds,
        SafeHtml data,
        List<LanguageLink> languages,
        List<NamedLink> trail) {
    public PageView {
        if (!description.isEmpty() && metas.stream().noneMatch(MetaTag::isDescription)) {
            metas = new ArrayList<>(metas);
            metas.add(new MetaTag("description", description));
        }
    }

    /** The same with one more tag. */
    public PageView withMeta(MetaTag metaTag) {
        List<MetaTag> more = new ArrayList<>(metas);
        more.add(metaTag);
        return new PageView(
                kind,
                language,
                tag,
                title,
                heading,
                description,
                canonical,
                alternates,
                more,
                feeds,
                data,
                languages,
                trail);
    }

    /** {@code <link rel="alternate" hreflang href>}; {@code href} is absolute. */
    public record AlternateLink(String hreflang, String href) {}

    /** {@code <meta name content>}. */
    public record MetaTag(String name, String content) {
        /** Names of tags are the same in capitals and small letters (HTML, section 4.2.5). */
        private boolean isDescription() {
            return name.equalsIgnoreCase("description");
        }
    }

    /** {@code <link rel="alternate" type title href>}. */
    public record FeedLink(String type, String title, String href) {}
}
