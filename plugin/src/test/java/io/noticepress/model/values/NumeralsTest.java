package io.noticepress.model.values;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumeralsTest {
    @Test
    void chineseNumerals() {
        assertThat(Numerals.chinese(0)).isEqualTo("〇");
        assertThat(Numerals.chinese(10)).isEqualTo("十");
        assertThat(Numerals.chinese(12)).isEqualTo("十二");
        assertThat(Numerals.chinese(20)).isEqualTo("二十");
        assertThat(Numerals.chinese(99)).isEqualTo("九十九");
        assertThat(Numerals.chinese(100)).isEqualTo("一百");
        assertThat(Numerals.chinese(105)).isEqualTo("一百零五");
        assertThat(Numerals.chinese(110)).isEqualTo("一百一十");
        assertThat(Numerals.chinese(320)).isEqualTo("三百二十");
        assertThat(Numerals.chinese(1000)).isEqualTo("1000");
    }

    @Test
    void romanNumerals() {
        assertThat(Numerals.roman(4)).isEqualTo("IV");
        assertThat(Numerals.roman(89)).isEqualTo("LXXXIX");
        assertThat(Numerals.roman(1999)).isEqualTo("MCMXCIX");
        assertThat(Numerals.roman(0)).isEmpty();
    }
}
