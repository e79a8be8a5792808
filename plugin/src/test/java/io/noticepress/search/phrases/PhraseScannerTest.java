package io.noticepress.search.phrases;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.search.text.CharNormalizer;
import io.noticepress.search.text.SimplifiedFolding;
import io.noticepress.search.text.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The phrases of a line and their contexts, as {@code left[term]right@position}; a frequent phrase has no context. */
class PhraseScannerTest {
    private static final String NUMBER = "闽科协发〔2023〕6号";

    @Test
    void withoutFrequentPhrasesALineHasNeitherTermsNorContexts() {
        assertThat(scan(NUMBER)).isEmpty();
    }

    @Test
    void aTermBesideAFrequentPhraseHasItAsContext() {
        assertThat(scan("科技创新", " 科技", " 创新")).containsExactly(" 科技[技创] 创新@1");
        assertThat(scan("safety fund plans", " safety", " plan")).containsExactly(" safety[fund] plan@1");
        assertThat(scan("科技创新", " 技创")).containsExactlyInAnyOrder("[科技] 技创@0", " 技创[创新]@2");
    }

    @Test
    void twoCommonWordsThatAreNotCommonSideBySideAreATermOfTheirOwn() {
        assertThat(scan("the safety fund", " safety", " fund"))
                .containsExactlyInAnyOrder("[the] safety@0", "[ safety fund]@1");
        assertThat(scan("试验区的", " 试验", " 验区")).containsExactlyInAnyOrder("[ 试验 验区]@0", " 验区[区的]@2");
    }

    @Test
    void commonPhrasesOfSeveralTokensAreContextsAsAWhole() {
        assertThat(scan("试验区的", " 试验", " 试验 验区", " 验区")).containsExactlyInAnyOrder(" 试验 验区", " 试验 验区[区的]@2");
        assertThat(scan("a b c d", " a", " a b", " b", " b c", " c"))
                .containsExactlyInAnyOrder(" a b", " b c", "[ a b c]@0", " b c[d]@3");
    }

    @Test
    void whatIsNotCommonThoughItsPartsAreHasContextsToo() {
        assertThat(scan("x a b y", " a", " b", " x", " y"))
                .containsExactlyInAnyOrder("[ x a] b@0", " x[ a b] y@1", " a[ b y]@2");
    }

    @Test
    void punctuationIsPartOfAPhrase() {
        assertThat(scan("安全、基金", " 安全", " 基金")).containsExactly("[ 安全,基金]@0");
        assertThat(scan("safety, funds", " safety", " fund", " safety fund")).containsExactly("[ safety,fund]@0");
        assertThat(scan("安全，好", " 安全")).containsExactly(",安全[好]@3");
    }

    @Test
    void aNumberTokenIsOutsideThePhrases() {
        assertThat(scan(NUMBER, " 发", " 号"))
                .containsExactlyInAnyOrder("[协发] 发@2", " 发[2023]@4", "[6] 号@5", " 发[#2023-6] 号@4");
        assertThat(scan("[2023] 6, 通知", " 通知")).containsExactlyInAnyOrder("[6],通知@1", "[#2023-6],通知@0");
    }

    @Test
    void phrasesEndWithTheLine() {
        PhraseCollector phraseCollector = new PhraseCollector(" 安全", " 基金");
        phraseCollector.scanLine("安全");
        phraseCollector.scanLine("基金");
        assertThat(phraseCollector.found).isEmpty();
    }

    @Test
    void aLongLineIsAsAShortOne() {
        assertThat(scan("科技创新".repeat(1000), " 科技", " 创新")).hasSize(1999).contains(" 科技[技创] 创新@1", " 创新[新科] 科技@3995");
    }

    private static List<String> scan(String line, String... common) {
        PhraseCollector phraseCollector = new PhraseCollector(common);
        phraseCollector.scanLine(line);
        return phraseCollector.found;
    }

    /** The phrases and contexts of some lines. */
    private static final class PhraseCollector implements Tokenizer.TokenSink, PhraseScanner.PhraseSink {
        private final PhraseDictionary phraseDictionary;
        private final PhraseScanner phraseScanner;
        private final List<String> tokens = new ArrayList<>();
        private final List<Integer> positions = new ArrayList<>();
        private final Tokenizer tokenizer = new Tokenizer(new CharNormalizer(SimplifiedFolding.read()));
        private final List<String> found = new ArrayList<>();

        PhraseCollector(String... common) {
            phraseDictionary = new PhraseDictionary(Stream.of(common).sorted().toList());
            phraseScanner = new PhraseScanner(phraseDictionary);
        }

        void scanLine(String line) {
            tokenizer.tokenize(line, false, this);
            phraseScanner.endLine(this);
        }

        @Override
        public void token(char[] term, int length, int position, boolean linked) {
            String whole = new String(term, 0, length);
            if (linked) {
                phraseScanner.addLink(tokens.size(), phraseDictionary.wordNumber(whole), position);
            } else {
                phraseScanner.addNumeric(tokens.size(), position);
            }
            tokens.add(whole);
            positions.add(position);
        }

        @Override
        public void commonPhrase(int phrase, int position) {
            found.add(phraseDictionary.phrase(phrase));
        }

        @Override
        public void uncommonPhrase(int phrase, boolean apart, int word, int position, long context) {
            String last = phraseDictionary.phrase(word).substring(1);
            addFound(phraseDictionary.phrase(phrase) + (apart ? ',' : ' ') + last, position, context);
        }

        @Override
        public void tokenContext(int token, long context) {
            if (context != 0) {
                addFound(tokens.get(token), positions.get(token), context);
            }
        }

        private void addFound(String term, int position, long context) {
            found.add(side((int) (context >>> 32)) + "[" + term + "]" + side((int) context) + "@" + position);
        }

        /** A context; its blank is a comma if punctuation separates it from the term. */
        private String side(int context) {
            if (context == 0) {
                return "";
            }
            String phrase = phraseDictionary.phrase(context / 2);
            return (context % 2 == 1 ? ',' : ' ') + phrase.substring(1);
        }
    }
}
