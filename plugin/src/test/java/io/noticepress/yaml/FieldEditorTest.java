package io.noticepress.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldEditorTest {
    private static String set(String text) {
        return FieldEditor.set(text, "translation", "basis", "v1 new words").orElse("refused");
    }

    @Test
    void aFieldOfABraceMapIsReplacedOrAddedAtItsEnd() {
        assertThat(set("title: a\ntranslation: {state: draft, basis: v1 old} # as agreed\nnote: b\n"))
                .isEqualTo("title: a\ntranslation: {state: draft, basis: v1 new words} # as agreed\nnote: b\n");
        assertThat(set("translation: { state: draft }\n"))
                .isEqualTo("translation: { state: draft, basis: v1 new words }\n");
        assertThat(set("translation: {}\n")).isEqualTo("translation: {basis: v1 new words}\n");
        assertThat(set("translation: {state: draft, # why\n  by: 李甲 𠮷}\n"))
                .isEqualTo("translation: {state: draft, # why\n  by: 李甲 𠮷, basis: v1 new words}\n");
    }

    @Test
    void aFieldOfAnIndentedMapIsReplacedWhereverItsTextRuns() {
        assertThat(set("translation:\n  basis: v1 old\n    older # c\n  state: draft\n"))
                .isEqualTo("translation:\n  basis: v1 new words # c\n  state: draft\n");
        assertThat(set("translation:\n  basis: >-\n    v1 old\n    older\n  state: draft\ntitle: x\n"))
                .isEqualTo("translation:\n  basis: v1 new words\n  state: draft\ntitle: x\n");
        assertThat(set("translation:\n  basis: 'v1 old' # c\n")).isEqualTo("translation:\n  basis: v1 new words # c\n");
        assertThat(set("translation:\n  basis:\n  state: draft\n"))
                .isEqualTo("translation:\n  basis: v1 new words\n  state: draft\n");
    }

    @Test
    void aNewFieldFollowsTheLastOneInItsStyle() {
        assertThat(set("translation:\n    state: draft # by hand\n# the end\ntitle: x\n"))
                .isEqualTo("translation:\n    state: draft # by hand\n    basis: v1 new words\n# the end\ntitle: x\n");
        assertThat(set("translation:\r\n  state: draft\r\ntitle: x\r\n"))
                .isEqualTo("translation:\r\n  state: draft\r\n  basis: v1 new words\r\ntitle: x\r\n");
    }

    @Test
    void withoutSuchAMapNothingIsWritten() {
        assertThat(set("title: x\n")).isEqualTo("refused");
        assertThat(set("translation: draft\n")).isEqualTo("refused");
        assertThat(set("translation: {state: [}\n")).isEqualTo("refused");
        assertThat(set("")).isEqualTo("refused");
    }
}
