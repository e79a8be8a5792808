package io.noticepress.translation.terms;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.content.settings.AgreedTerm;
import io.noticepress.content.settings.AgreedTerm.TermStrictness;
import io.noticepress.model.site.Language;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TermBaseTest {
    private static final Language ZH = new Language("zh", "zh-CN", "中文", "公文", "");
    private static final Language EN = new Language("en", "en", "English", "Notices", "");
    private static final AgreedTerm SOCIETY = term(TermStrictness.SAME_BLOCK, "社会团体", "social organization");
    private static final AgreedTerm MUSEUM = new AgreedTerm(
            Map.of("zh", List.of("流动科技馆"), "en", List.of("mobile science museum", "travelling science museum")),
            Map.of("en", List.of("mobile science center")),
            TermStrictness.SAME_BLOCK,
            "terms.yaml");
    private static final AgreedTerm HALL = term(TermStrictness.SAME_BLOCK, "科技馆", "science hall");
    private static final AgreedTerm ISSUER = term(TermStrictness.SO_FAR, "示例科协", "Example Association");
    private static final AgreedTerm TOPIC = term(TermStrictness.SO_FAR_ANY_ORDER, "科学普及", "Science Popularization");
    private static final TermBase ALL = new TermBase(List.of(SOCIETY, MUSEUM, HALL, ISSUER, TOPIC), List.of(ZH, EN));

    private final Set<AgreedTerm> namesSaid = new HashSet<>();

    private static AgreedTerm term(TermStrictness termStrictness, String zh, String en) {
        return new AgreedTerm(Map.of("zh", List.of(zh), "en", List.of(en)), Map.of(), termStrictness, "terms.yaml");
    }

    private List<TermBase.TermViolation> breaches(String zh, String en) {
        return ALL.violations(zh, ZH, en, EN, namesSaid);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "All social organizations take part.",
                "the Social-Organization's duty",
                "a SOCIAL ORGANIZATION",
                "social\norganizations"
            })
    void pluralCaseArticlesAndHyphensMakeNoDifference(String en) {
        assertThat(breaches("各社会团体", en)).isEmpty();
    }

    @Test
    void aMissingTermIsReportedOnceAtItsPlace() {
        assertThat(breaches("请各社会团体和社会团体", "All civic groups")).singleElement().satisfies(termViolation -> {
            assertThat(termViolation.term()).isEqualTo(SOCIETY);
            assertThat(termViolation.start()).isEqualTo(2);
            assertThat(termViolation.end()).isEqualTo(6);
            assertThat(termViolation.forbidden()).isEmpty();
        });
        assertThat(breaches("各单位", "All civic groups")).isEmpty();
    }

    @Test
    void anyAgreedFormWillDoAndAWrongOneIsShown() {
        assertThat(breaches("流动科技馆巡展", "The travelling science museum")).isEmpty();
        String wrong = "A mobile science center comes.";
        assertThat(breaches("流动科技馆巡展", wrong)).singleElement().satisfies(termViolation -> {
            TermBase.TextSpan textSpan = termViolation.forbidden().orElseThrow();
            assertThat(wrong.substring(textSpan.start(), textSpan.end())).isEqualTo("mobile science center");
        });
    }

    @Test
    void aTermWithinALongerOneDoesNotCount() {
        assertThat(breaches("流动科技馆", "The mobile science museum")).isEmpty();
        assertThat(breaches("市科技馆", "The mobile science museum"))
                .extracting(TermBase.TermViolation::term)
                .containsExactly(HALL);
    }

    @Test
    void aNameMayBeShortenedOnceItWasSaid() {
        assertThat(breaches("示例科协主办", "It is held by the Association.")).hasSize(1);
        assertThat(breaches("示例科协通知", "The Example Association informs")).isEmpty();
        assertThat(breaches("示例科协主办", "It is held by the Association.")).isEmpty();
        assertThat(breaches("社会团体", "a social organization")).isEmpty();
        assertThat(breaches("社会团体", "such a body"))
                .as("a term of terms.yaml is said each time")
                .hasSize(1);
    }

    @Test
    void theWordsOfATopicMayStandInAnyOrder() {
        assertThat(breaches("开展科学普及", "to popularize the sciences")).isEmpty();
        assertThat(breaches("开展科学普及", "to hold events")).hasSize(1);
    }

    @Test
    void bothDirectionsAreKnown() {
        assertThat(ALL.violations("a social organization", EN, "某社会团体", ZH, namesSaid))
                .isEmpty();
        assertThat(ALL.violations("a social organization", EN, "某社团", ZH, namesSaid))
                .hasSize(1);
        assertThat(ALL.isEmpty()).isFalse();
        assertThat(new TermBase(List.of(), List.of(ZH, EN)).isEmpty()).isTrue();
    }
}
