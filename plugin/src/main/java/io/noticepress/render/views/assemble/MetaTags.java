package io.noticepress.render.views.assemble;

import io.noticepress.model.Edition;
import io.noticepress.model.Notice;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.Site;
import io.noticepress.model.site.Topic;
import io.noticepress.render.views.PageView;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code <meta>} tags required of Chinese government sites (《政府网站发展指引》, 国办发〔2017〕47号, annex on page tags).
 * A tag without a known value is left out: there is no default site code, and {@code PubDate} is written only if the date
 * of publication is recorded.
 */
final class MetaTags {
    private MetaTags() {}

    /** The tags of a home page: the site. */
    static List<PageView.MetaTag> site(Site site, Language language) {
        List<PageView.MetaTag> tags = new ArrayList<>();
        add(tags, "SiteName", language.title());
        add(tags, "SiteDomain", new SiteUrls(site).host());
        add(tags, "SiteIDCode", site.siteIdCode().orElse(""));
        return tags;
    }

    /** The tags of a list page: the site and the column. */
    static List<PageView.MetaTag> column(Site site, Language language, String name, String description, String type) {
        List<PageView.MetaTag> tags = site(site, language);
        add(tags, "ColumnName", name);
        add(tags, "ColumnDescription", description);
        add(tags, "ColumnKeywords", name);
        add(tags, "ColumnType", type.isEmpty() ? name : type);
        return tags;
    }

    /** The tags of a notice: the site, its topic as the column, the article. */
    static List<PageView.MetaTag> article(Site site, Notice notice, Edition edition, String description) {
        Language language = edition.language();
        List<String> topics = notice.topics().stream()
                .map(Topic::name)
                .map(name -> name.in(language))
                .toList();
        String column = topics.isEmpty() ? notice.kind().name().in(language) : topics.get(0);
        List<PageView.MetaTag> tags = column(
                site,
                language,
                column,
                language.description(),
                notice.kind().name().in(language));
        add(tags, "ArticleTitle", edition.title());
        notice.dates().published().ifPresent(day -> add(tags, "PubDate", DisplayDateFormat.govCnDateTime(day)));
        add(
                tags,
                "ContentSource",
                String.join(
                        language.isChinese() ? "、" : ", ",
                        notice.issuers().stream()
                                .map(issuer -> issuer.name().in(language))
                                .toList()));
        List<String> keywords = new ArrayList<>(topics);
        notice.number().ifPresent(number -> keywords.add(number.printed()));
        add(tags, "Keywords", String.join(",", keywords));
        add(tags, "Description", description);
        return tags;
    }

    private static void add(List<PageView.MetaTag> tags, String name, String content) {
        if (!content.isEmpty()) {
            tags.add(new PageView.MetaTag(name, content));
        }
    }
}
