package io.noticepress.theme;

import io.noticepress.model.Language;
import io.noticepress.model.Site;
import io.noticepress.plan.Address;
import io.noticepress.plan.Addresses;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The ways from a page to the same page in other languages, for readers and for machines. */
final class LanguageWays {
    private static final String X_DEFAULT = "x-default";

    private final Site site;
    private final Urls urls;

    LanguageWays(Site site) {
        this.site = site;
        this.urls = new Urls(site);
    }

    /** The home pages, with the chooser for readers of any other language. */
    List<PageView.Alternate> homes() {
        List<PageView.Alternate> alternates = new ArrayList<>();
        site.languages()
                .forEach(language -> alternates.add(
                        new PageView.Alternate(language.tag(), urls.absolute(Addresses.home(language)))));
        alternates.add(new PageView.Alternate(X_DEFAULT, urls.absolute(Address.folder(""))));
        return alternates;
    }

    /** Every language in which a page exists, itself included; {@code preferred} for readers of any other language. */
    List<PageView.Alternate> alternates(
            List<Language> existing, Language preferred, Function<Language, Address> address) {
        List<PageView.Alternate> alternates = new ArrayList<>();
        existing.forEach(language ->
                alternates.add(new PageView.Alternate(language.tag(), urls.absolute(address.apply(language)))));
        if (existing.size() > 1) {
            alternates.add(new PageView.Alternate(X_DEFAULT, urls.absolute(address.apply(preferred))));
        }
        return alternates;
    }

    List<LanguageLink> everywhere(Language current, Function<Language, Address> address) {
        return switches(current, site.languages(), current, address);
    }

    /** From a page in all languages to the pages in each. */
    List<LanguageLink> apart(Function<Language, Address> address) {
        return site.languages().stream()
                .map(language -> new LanguageLink(
                        language.key(),
                        language.tag(),
                        language.name(),
                        urls.href(address.apply(language)),
                        false,
                        true,
                        language.tag()))
                .toList();
    }

    /** The language switch: where there is no such edition it leads to the one that exists. */
    List<LanguageLink> switches(
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
                            urls.href(address.apply(target)),
                            language.equals(current),
                            exists,
                            target.tag());
                })
                .toList();
    }
}
