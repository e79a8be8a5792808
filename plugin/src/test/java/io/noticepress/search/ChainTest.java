package io.noticepress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which phrases stand in a line, and in which contexts: {@code left[term]right@position}, and a common phrase alone. */
class ChainTest {
    private static final String NUMBER = "闽科协发〔2023〕6号";

    @Test
    void withoutCommonPhrasesThereIsNothingToTell() {
        assertThat(told(NUMBER)).isEmpty();
    }

    @Test
    void whatStandsBesideACommonPhraseKnowsIt() {
        assertThat(told("科技创新", " 科技", " 创新")).containsExactly(" 科技[技创] 创新@1");
        assertThat(told("safety fund plans", " safety", " plan")).containsExactly(" safety[fund] plan@1");
        assertThat(told("科技创新", " 技创")).containsExactlyInAnyOrder("[科技] 技创@0", " 技创[创新]@2");
    }

    @Test
    void twoCommonWordsThatAreNotCommonSideBySideAreATermOfTheirOwn() {
        assertThat(told("the safety fund", " safety", " fund"))
                .containsExactlyInAnyOrder("[the] safety@0", "[ safety fund]@1");
        assertThat(told("试验区的", " 试验", " 验区")).containsExactlyInAnyOrder("[ 试验 验区]@0", " 验区[区的]@2");
    }

    @Test
    void commonPhrasesOfSeveralTokensAreContextsAsAWhole() {
        assertThat(told("试验区的", " 试验", " 试验 验区", " 验区")).containsExactlyInAnyOrder(" 试验 验区", " 试验 验区[区的]@2");
        assertThat(told("a b c d", " a", " a b", " b", " b c", " c"))
                .containsExactlyInAnyOrder(" a b", " b c", "[ a b c]@0", " b c[d]@3");
    }

    @Test
    void whatIsNotCommonThoughItsPartsAreHasContextsToo() {
        assertThat(told("x a b y", " a", " b", " x", " y"))
                .containsExactlyInAnyOrder("[ x a] b@0", " x[ a b] y@1", " a[ b y]@2");
    }

    @Test
    void punctuationIsPartOfAPhrase() {
        assertThat(told("安全、基金", " 安全", " 基金")).containsExactly("[ 安全,基金]@0");
        assertThat(told("safety, funds", " safety", " fund", " safety fund")).containsExactly("[ safety,fund]@0");
        assertThat(told("安全，好", " 安全")).containsExactly(",安全[好]@3");
    }

    @Test
    void aFigureStandsBesideTheChain() {
        assertThat(told(NUMBER, " 发", " 号"))
                .containsExactlyInAnyOrder("[协发] 发@2", " 发[2023]@4", "[6] 号@5", " 发[#2023-6] 号@4");
        assertThat(told("[2023] 6, 通知", " 通知")).containsExactlyInAnyOrder("[6],通知@1", "[#2023-6],通知@0");
    }

    @Test
    void aLineEndsAChain() {
        Told told = new Told(" 安全", " 基金");
        told.cut("安全");
        told.cut("基金");
        assertThat(told.found).isEmpty();
    }

    @Test
    void aLongLineIsAsAShortOne() {
        assertThat(told("科技创新".repeat(1000), " 科技", " 创新")).hasSize(1999).contains(" 科技[技创] 创新@1", " 创新[新科] 科技@3995");
    }

    private static List<String> told(String line, String... common) {
        Told told = new Told(common);
        told.cut(line);
        return told.found;
    }

    /** What the chain of some lines tells. */
    private static final class Told implements Cutter.Sink, Chain.Sink {
        private final Phrases phrases;
        private final Chain chain;
        private final List<String> tokens = new ArrayList<>();
        private final List<Integer> positions = new ArrayList<>();
        private final Cutter cutter = new Cutter(new Letters(Folding.read()));
        private final List<String> found = new ArrayList<>();

        Told(String... common) {
            phrases = new Phrases(Stream.of(common).sorted().toList());
            chain = new Chain(phrases);
        }

        void cut(String line) {
            cutter.cut(line, false, this);
            chain.end(this);
        }

        @Override
        public void take(char[] term, int length, int position, boolean linked) {
            String whole = new String(term, 0, length);
            if (linked) {
                chain.add(tokens.size(), phrases.word(whole), position);
            } else {
                chain.addFigure(tokens.size(), position);
            }
            tokens.add(whole);
            positions.add(position);
        }

        @Override
        public void common(int phrase, int position) {
            found.add(phrases.phrase(phrase));
        }

        @Override
        public void rare(int phrase, boolean apart, int word, int position, long context) {
            String last = phrases.phrase(word).substring(1);
            tell(phrases.phrase(phrase) + (apart ? ',' : ' ') + last, position, context);
        }

        @Override
        public void context(int token, long context) {
            if (context != 0) {
                tell(tokens.get(token), positions.get(token), context);
            }
        }

        private void tell(String term, int position, long context) {
            found.add(side((int) (context >>> 32)) + "[" + term + "]" + side((int) context) + "@" + position);
        }

        /** A context, a comma instead of its blank if punctuation parts it from the term. */
        private String side(int context) {
            if (context == 0) {
                return "";
            }
            String phrase = phrases.phrase(context / 2);
            return (context % 2 == 1 ? ',' : ' ') + phrase.substring(1);
        }
    }
}
