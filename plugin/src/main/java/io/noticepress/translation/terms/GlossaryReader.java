package io.noticepress.translation.terms;

import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.settings.AgreedTerm;
import io.noticepress.content.settings.TaxonomyReader;
import io.noticepress.model.site.Issuer;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.LocalizedText;
import io.noticepress.model.site.Site;
import io.noticepress.model.site.Topic;
import io.noticepress.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the agreed terms of a site: {@code terms.yaml}, and the names of issuers and topics. */
public final class GlossaryReader {
    /** Topic names with fewer Chinese characters, or fewer words, are common words and no terms. */
    private static final int MIN_CHARACTERS = 4;

    private static final int MIN_WORDS = 2;

    private GlossaryReader() {}

    /** The agreed terms of a site. Problems in {@code terms.yaml} were reported when the settings were read. */
    public static TermBase read(ContentFolder folder, Site site) {
        List<AgreedTerm> terms = new ArrayList<>(new TaxonomyReader(folder, site.languages(), new Problems()).terms());
        for (Issuer issuer : site.issuers().values()) {
            terms.add(nameTerm(issuer.name(), AgreedTerm.TermStrictness.SO_FAR, "issuers.yaml"));
        }
        for (Topic topic : site.topics().values()) {
            boolean distinctive = site.languages().stream().allMatch(language -> isDistinctive(topic.name(), language));
            if (distinctive) {
                terms.add(nameTerm(topic.name(), AgreedTerm.TermStrictness.SO_FAR_ANY_ORDER, "topics.yaml"));
            }
        }
        return new TermBase(terms, site.languages());
    }

    private static AgreedTerm nameTerm(LocalizedText name, AgreedTerm.TermStrictness termStrictness, String file) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        name.words().forEach((language, word) -> words.put(language, List.of(word)));
        return new AgreedTerm(words, Map.of(), termStrictness, file);
    }

    private static boolean isDistinctive(LocalizedText name, Language language) {
        String words = name.in(language);
        return language.isChinese()
                ? words.length() >= MIN_CHARACTERS
                : words.strip().split("[\\s-]+").length >= MIN_WORDS;
    }
}
