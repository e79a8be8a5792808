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

/** The ways from a page to the same page in other languages, for readers and for machines. */
final class LanguageLinks {
    private static final String X_DEFAULT = "x-default";

    private final Site site;
    private final SiteUrls siteUrls;

    LanguageLinks(Site site) {
        this.site = site;
        this.siteUrls = new SiteUrls(site);
    }

    /** The home pages, with the chooser for readers of any other language. */
    List<PageView.AlternateLink> homeAlternates() {
        List<PageView.AlternateLink> alternates = new ArrayList<>();
        site.languages()
                .forEach(language -> alternates.add(
                        new PageView.AlternateLink(language.tag(), siteUrls.absolute(Addresses.home(language)))));
        alternates.add(new PageView.AlternateLink(X_DEFAULT, siteUrls.absolute(Address.folder(""))));
        return alternates;
    }

    /** Every language in which a page exists, itself included; {@code preferred} for readers of any other language. */
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

    List<LanguageLink> completeSwitch(Language current, Function<Language, Address> address) {
        return languageSwitch(current, site.languages(), current, address);
    }

    /** From a page in all languages to the pages in each. */
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

    /** The language switch: where there is no such edition it leads to the one that exists. */
    List<LanguageLink> languageSwitch(
            Language current, List<Language> existing, Language otherwise, Function<Language, Address> address) {
        if (site.languages().size() < 2) {
            return List.of();
        }
        return site.languages().stream()
                .map(language -> {
                    boolean exists = existing.contains(language);
                    Language target = exists ? language : otherwise;
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
