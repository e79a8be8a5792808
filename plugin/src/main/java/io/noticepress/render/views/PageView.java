package io.noticepress.render.views;

import io.noticepress.render.template.SafeHtml;
import java.util.ArrayList;
import java.util.List;

/**
 * What surrounds the content of every page: head, language links, breadcrumb trail. Named {@code page} in templates.
 *
 * @param kind {@code chooser home notice parallel overview list register translations text search not-found}, also the name of its template
 * @param language key of the language
 * @param tag of the language, for {@code <html lang>}
 * @param title for {@code <title>}
 * @param heading for {@code <h1>}
 * @param description for search engines and feeds; may be empty
 * @param canonical absolute URL; empty for the page for HTTP status 404
 * @param alternates the page in each language in which it exists, itself included; empty for a page in several languages
 * @param metas in order; a description that is not empty is always among them
 * @param feeds for {@code <link rel="alternate">}
 * @param data JSON-LD, or empty
 * @param languages the language switch, in the order of the site's languages; empty for a site in one language
 * @param trail the breadcrumb trail, from the home page to the page above this one
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

    /** A copy with one more tag. */
    public PageView withMeta(MetaTag metaTag) {
        List<MetaTag> extended = new ArrayList<>(metas);
        extended.add(metaTag);
        return new PageView(
                kind,
                language,
                tag,
                title,
                heading,
                description,
                canonical,
                alternates,
                extended,
                feeds,
                data,
                languages,
                trail);
    }

    /** {@code <link rel="alternate" hreflang href>}; {@code href} is absolute. */
    public record AlternateLink(String hreflang, String href) {}

    /** {@code <meta name content>}. */
    public record MetaTag(String name, String content) {
        /** The names are compared case-insensitively (HTML Standard, section 4.2.5). */
        private boolean isDescription() {
            return name.equalsIgnoreCase("description");
        }
    }

    /** {@code <link rel="alternate" type title href>}. */
    public record FeedLink(String type, String title, String href) {}
}
