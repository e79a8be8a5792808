package io.noticepress.render.views.assemble;

import io.noticepress.model.site.Language;
import io.noticepress.model.site.Site;
import io.noticepress.plan.Address;
import io.noticepress.plan.Addresses;
import io.noticepress.render.views.LanguageLink;
import io.noticepress.render.views.PageView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Links from a page to the same page in other languages: the language switch and the {@code hreflang} links. */
final class LanguageLinks {
    private static final String X_DEFAULT = "x-default";

    private final Site site;
    private final SiteUrls siteUrls;

    LanguageLinks(Site site) {
        this.site = site;
        this.siteUrls = new SiteUrls(site);
    }

    /** The home pages, and as {@code x-default} the page where readers choose a language. */
    List<PageView.AlternateLink> homeAlternates() {
        List<PageView.AlternateLink> alternates = new ArrayList<>();
        site.languages()
                .forEach(language -> alternates.add(
                        new PageView.AlternateLink(language.tag(), siteUrls.absolute(Addresses.home(language)))));
        alternates.add(new PageView.AlternateLink(X_DEFAULT, siteUrls.absolute(Address.folder(""))));
        return alternates;
    }

    /** The page in each language in which it exists; {@code preferred} is the {@code x-default} language. */
    List<PageView.AlternateLink> alternates(
            List<Language> existing, Language preferred, Function<Language, Address> address) {
        List<PageView.AlternateLink> alternates = new ArrayList<>();
        existing.forEach(language ->
                alternates.add(new PageView.AlternateLink(language.tag(), siteUrls.absolute(address.apply(language)))));
        if (existing.size() > 1) {
            alternates.add(new PageView.AlternateLink(X_DEFAULT, siteUrls.absolute(address.apply(preferred))));
        }
        return alternates;
    }

    /** The language switch of a page that exists in every language. */
    List<LanguageLink> completeSwitch(Language current, Function<Language, Address> address) {
        return languageSwitch(current, site.languages(), current, address);
    }

    /** The language switch of a page that shows several languages: no link is the current one. */
    List<LanguageLink> switchWithoutCurrent(Function<Language, Address> address) {
        return site.languages().stream()
                .map(language -> new LanguageLink(
                        language.key(),
                        language.tag(),
                        language.name(),
                        siteUrls.href(address.apply(language)),
                        false,
                        true,
                        language.tag()))
                .toList();
    }

    /** The language switch: for a language in which the page does not exist, it links to {@code fallback}. */
    List<LanguageLink> languageSwitch(
            Language current, List<Language> existing, Language fallback, Function<Language, Address> address) {
        if (site.languages().size() < 2) {
            return List.of();
        }
        return site.languages().stream()
                .map(language -> {
                    boolean exists = existing.contains(language);
                    Language target = exists ? language : fallback;
                    return new LanguageLink(
                            language.key(),
                            language.tag(),
                            language.name(),
                            siteUrls.href(address.apply(target)),
                            language.equals(current),
                            exists,
                            target.tag());
                })
                .toList();
    }
}
