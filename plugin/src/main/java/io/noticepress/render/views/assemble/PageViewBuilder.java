package io.noticepress.render.views.assemble;

import io.noticepress.model.site.Language;
import io.noticepress.render.template.SafeHtml;
import io.noticepress.render.views.LanguageLink;
import io.noticepress.render.views.NamedLink;
import io.noticepress.render.views.PageView;
import java.util.List;

/** Collects the components of a {@link PageView}. What is not set is empty; the title is the heading. */
final class PageViewBuilder {
    private final String kind;
    private final Language language;
    private final String heading;
    private String title;
    private String description = "";
    private String canonical = "";
    private List<PageView.AlternateLink> alternates = List.of();
    private List<PageView.MetaTag> metas = List.of();
    private List<PageView.FeedLink> feeds = List.of();
    private SafeHtml data = new SafeHtml("");
    private List<LanguageLink> languages = List.of();
    private List<NamedLink> trail = List.of();

    PageViewBuilder(String kind, Language language, String heading) {
        this.kind = kind;
        this.language = language;
        this.heading = heading;
        this.title = heading;
    }

    PageViewBuilder title(String title) {
        this.title = title;
        return this;
    }

    PageViewBuilder description(String description) {
        this.description = description;
        return this;
    }

    PageViewBuilder canonical(String canonical) {
        this.canonical = canonical;
        return this;
    }

    PageViewBuilder alternates(List<PageView.AlternateLink> alternates) {
        this.alternates = alternates;
        return this;
    }

    PageViewBuilder metas(List<PageView.MetaTag> metas) {
        this.metas = metas;
        return this;
    }

    PageViewBuilder feeds(List<PageView.FeedLink> feeds) {
        this.feeds = feeds;
        return this;
    }

    PageViewBuilder data(SafeHtml data) {
        this.data = data;
        return this;
    }

    PageViewBuilder languages(List<LanguageLink> languages) {
        this.languages = languages;
        return this;
    }

    PageViewBuilder trail(List<NamedLink> trail) {
        this.trail = trail;
        return this;
    }

    PageView build() {
        return new PageView(
                kind,
                language.key(),
                language.tag(),
                title,
                heading,
                description,
                canonical,
                alternates,
                metas,
                feeds,
                data,
                languages,
                trail);
    }
}
