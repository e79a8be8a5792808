package io.noticepress.model.site;

import io.noticepress.model.values.Digest;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a site: what {@code site.yaml}, {@code issuers.yaml}, {@code topics.yaml} and {@code kinds.yaml} say.
 *
 * @param baseUrl where the site will stand, ending in {@code /}: {@code https://notices.example.org/docs/}
 * @param theme the name of its theme
 * @param timeZone the zone in which a day begins
 * @param pageSize notices on one page of a list
 * @param messages the tag of the language in which the plugin speaks
 * @param siteIdCode website identification code (网站标识码), if the site has one
 * @param icp licence number of the internet content provider (ICP备案号), if it has one
 * @param policeRecord public security record number (公安备案号), if it has one
 * @param languages at least one; the first is the default
 * @param issuers by key, in the order in which they are shown, as are topics and kinds
 */
public record Site(
        String baseUrl,
        String theme,
        ZoneId timeZone,
        int pageSize,
        String messages,
        LocalizedText publisher,
        LocalizedText contact,
        LocalizedText footer,
        Optional<String> siteIdCode,
        Optional<String> icp,
        Optional<String> policeRecord,
        List<Language> languages,
        Map<String, Issuer> issuers,
        Map<String, Topic> topics,
        Map<String, DocumentKind> kinds,
        Digest digest) {

    /** The path of the base URL, starting and ending in {@code /}. */
    public String basePath() {
        return baseUrl.substring(baseUrl.indexOf('/', baseUrl.indexOf("://") + 3));
    }

    /** Scheme and host of the base URL, without a slash at the end. */
    public String origin() {
        return baseUrl.substring(0, baseUrl.indexOf('/', baseUrl.indexOf("://") + 3));
    }

    /** The language of a key, if the site has it. */
    public Optional<Language> language(String key) {
        return languages.stream().filter(language -> language.key().equals(key)).findFirst();
    }

    /** The first language. */
    public Language defaultLanguage() {
        return languages.get(0);
    }
}
