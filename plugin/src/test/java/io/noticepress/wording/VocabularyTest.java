package io.noticepress.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.model.Language;
import io.noticepress.wording.Term.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {
    private static final Language ZH = new Language("zh", "zh-CN", "中文", "公文", "");
    private static final Language EN = new Language("en", "en", "English", "Notices", "");
    private static final Term SOCIETY = term(Rule.HERE, "社会团体", "social organization");
    private static final Term MUSEUM = new Term(
            Map.of("zh", List.of("流动科技馆"), "en", List.of("mobile science museum", "travelling science museum")),
            Map.of("en", List.of("mobile science center")),
            Rule.HERE,
            "terms.yaml");
    private static final Term HALL = term(Rule.HERE, "科技馆", "science hall");
    private static final Term ISSUER = term(Rule.BEFORE, "示例科协", "Example Association");
    private static final Term TOPIC = term(Rule.LOOSELY, "科学普及", "Science Popularization");
    private static final Vocabulary ALL =
            new Vocabulary(List.of(SOCIETY, MUSEUM, HALL, ISSUER, TOPIC), List.of(ZH, EN));

    private final Set<Term> said = new HashSet<>();

    private static Term term(Rule rule, String zh, String en) {
        return new Term(Map.of("zh", List.of(zh), "en", List.of(en)), Map.of(), rule, "terms.yaml");
    }

    private List<Vocabulary.Breach> breaches(String zh, String en) {
        return ALL.breaches(zh, ZH, en, EN, said);
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
    void whatIsNotSaidIsNamedAtItsPlaceOnce() {
        assertThat(breaches("请各社会团体和社会团体", "All civic groups")).singleElement().satisfies(breach -> {
            assertThat(breach.term()).isEqualTo(SOCIETY);
            assertThat(breach.start()).isEqualTo(2);
            assertThat(breach.end()).isEqualTo(6);
            assertThat(breach.wrong()).isEmpty();
        });
        assertThat(breaches("各单位", "All civic groups")).isEmpty();
    }

    @Test
    void anyAgreedFormWillDoAndAWrongOneIsShown() {
        assertThat(breaches("流动科技馆巡展", "The travelling science museum")).isEmpty();
        String wrong = "A mobile science center comes.";
        assertThat(breaches("流动科技馆巡展", wrong)).singleElement().satisfies(breach -> {
            Vocabulary.Span span = breach.wrong().orElseThrow();
            assertThat(wrong.substring(span.start(), span.end())).isEqualTo("mobile science center");
        });
    }

    @Test
    void aTermWithinALongerOneDoesNotCount() {
        assertThat(breaches("流动科技馆", "The mobile science museum")).isEmpty();
        assertThat(breaches("市科技馆", "The mobile science museum"))
                .extracting(Vocabulary.Breach::term)
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
        assertThat(ALL.breaches("a social organization", EN, "某社会团体", ZH, said)).isEmpty();
        assertThat(ALL.breaches("a social organization", EN, "某社团", ZH, said)).hasSize(1);
        assertThat(ALL.isEmpty()).isFalse();
        assertThat(new Vocabulary(List.of(), List.of(ZH, EN)).isEmpty()).isTrue();
    }
}
