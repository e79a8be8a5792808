package io.noticepress.model.site;

import io.noticepress.model.values.Digest;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a site, from {@code site.yaml}, {@code issuers.yaml}, {@code topics.yaml} and {@code kinds.yaml}.
 *
 * @param baseUrl the URL of the site, ending in {@code /}: {@code https://notices.example.org/docs/}
 * @param theme the name of its theme
 * @param timeZone the time zone of its dates
 * @param pageSize how many notices a page of a list has
 * @param messages the tag of the language of the plugin's messages
 * @param siteIdCode website identification code (网站标识码), if the site has one
 * @param icp licence number of the internet content provider (ICP备案号), if it has one
 * @param policeRecord public security record number (公安备案号), if it has one
 * @param languages at least one; the first is the default
 * @param issuers by key, in display order; the same holds for topics and kinds
 * @param digest of the settings files
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

    /** The path of the base URL, starting and ending with {@code /}. */
    public String basePath() {
        return baseUrl.substring(baseUrl.indexOf('/', baseUrl.indexOf("://") + 3));
    }

    /** Scheme and authority of the base URL, without a slash at the end: {@code https://notices.example.org}. */
    public String origin() {
        return baseUrl.substring(0, baseUrl.indexOf('/', baseUrl.indexOf("://") + 3));
    }

    /** The language with a key, if the site has it. */
    public Optional<Language> language(String key) {
        return languages.stream().filter(language -> language.key().equals(key)).findFirst();
    }

    /** The first language. */
    public Language defaultLanguage() {
        return languages.get(0);
    }
}
