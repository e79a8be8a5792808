package io.noticepress.translation.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.model.site.Language;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureSetTest {
    private static final Language ZH = new Language("zh", "zh-CN", "中文", "公文", "");
    private static final Language EN = new Language("en", "en", "English", "Notices", "");
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final String[] WORDS = {
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen"
    };
    private static final String[] TENS = {
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    };

    private static List<String> missingFigures(String from, Language a, String to, Language b) {
        return FigureSet.of(from, a).missingIn(FigureSet.of(to, b)).stream()
                .map(figure -> from.substring(figure.start(), figure.end()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "下午3点半 | half past three in the afternoon",
                "8时45分 | quarter to nine",
                "15分钟 | a quarter of an hour",
                "30分钟 | half an hour",
                "千分之三 | three per thousand",
                "5‰ | 5 per mille",
                "一式三份 | in triplicate",
                "1.5倍 | one and a half times",
                "4K电视 | 4K television",
                "20世纪80年代 | the 1980s",
                "上世纪八十年代 | the 1980s",
                "20世纪80年代 | the 80s of the 20th century",
                "5000万至1亿元 | 50 million to 100 million yuan",
                "数十家企业 | dozens of enterprises",
                "几十名专家 | dozens of experts",
                "8月1日 | 1 August",
                "8月1日 | August 1",
                "8月1日 | Aug. 1st",
                "2030年4月15日 | 15 April 2030",
                "2030年4月15日 | April 15, 2030",
                "二〇三〇年四月十五日 | 15 April 2030",
                "2030-04-15 | 15 April 2030",
                "8月1日至3日 | 1 to 3 August",
                "8月1日至3日 | August 1–3",
                "8月30日至9月2日 | from August 30 to September 2",
                "8月1日、5日和9日 | the 1st, 5th and 9th of August",
                "2030年8月至10月 | August to October 2030",
                "8—10月 | August–October",
                "2021—2025年 | 2021–25",
                "每月20日 | on the 20th of each month",
                "百分之八十 | 80 percent",
                "80% | 80 per cent",
                "８０％ | 80 %",
                "百分之零点五 | 0.5%",
                "3‰ | 0.3%",
                "提高3个百分点 | by 3 percentage points",
                "10%—20% | 10 to 20 percent",
                "十二项 | 12 items",
                "十二项 | twelve items",
                "第三章 | Chapter III",
                "第三届 | the third session",
                "第二十条 | Article 20",
                "二十大 | the 20th National Congress",
                "3.5万人 | 35,000 people",
                "1.2亿元 | 120 million yuan",
                "1.2亿元 | 0.12 billion yuan",
                "3000万元 | 30 million yuan",
                "一百二十人 | one hundred and twenty people",
                "三十五万元 | 350,000 yuan",
                "3至5万元 | 30,000 to 50,000 yuan",
                "示例科协发〔2030〕6号 | Document No. 6 [2030] of the Association",
                "示例科协发〔2030〕6号 | No. 6 of 2030",
                "示例科协发〔2030〕6号 | 示例科协发〔2030〕6号",
                "下午2时30分 | 2:30 p.m.",
                "14:30 | 2.30 pm",
                "上午9时至11时30分 | 9:00 to 11:30 a.m.",
                "18时 | 6 p.m.",
                "两个方面 | both aspects",
                "三分之二 | two-thirds",
                "三分之一 | a third",
                "电话：010-12345678 | Tel. 010 12345678",
                "1名联系人 | a contact person",
                "五年 | a five-year term"
            })
    void theSameFigureIsTheSameInBothLanguages(String zh, String en) {
        assertThat(missingFigures(zh, ZH, en, EN)).as(zh + " -> " + en).isEmpty();
        assertThat(missingFigures(en, EN, zh, ZH)).as(en + " -> " + zh).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8月1日 | 1 July",
                "8月1日 | 2 August",
                "8月1日至9月3日 | August 3 to September 1",
                "2030年4月15日 | 15 April 2031",
                "百分之八十 | 80 people",
                "3.5万 | 3,500",
                "1.2亿 | 12 million",
                "十二项 | eleven items",
                "第三章 | Chapter IV",
                "下午2时 | 2 a.m.",
                "示例科协发〔2030〕6号 | No. 7 of 2030",
                "三分之二 | one third",
                "五个 | several"
            })
    void aDifferentFigureIsMissing(String zh, String en) {
        assertThat(missingFigures(zh, ZH, en, EN)).as(zh + " -> " + en).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "一定",
                "一些",
                "统一",
                "一体化",
                "万一",
                "千方百计",
                "十分重要",
                "一个",
                "一次",
                "第一",
                "百花齐放",
                "成千上万",
                "三令五申",
                "四面八方",
                "再三",
                "周三至周五",
                "星期一",
                "三五天",
                "七八个",
                "百分之百",
                "四川",
                "万物",
                "三位一体",
                "一带一路",
                "千家万户",
                "五湖四海",
                "不一致",
                "唯一",
                "一律",
                "进一步",
                "三天两头",
                "两会",
                "https://example.org/2030/6"
            })
    void idiomsAreNoFigures(String zh) {
        List<Figure> firm =
                FigureSet.of(zh, ZH).all().stream().filter(Figure::required).toList();
        assertThat(firm).as(zh).isEmpty();
    }

    @Test
    void modalMayIsNoMonth() {
        assertThat(missingFigures("May applicants apply? They may. March on!", EN, "可以申请。", ZH))
                .isEmpty();
        assertThat(missingFigures("It ends in May.", EN, "活动结束。", ZH)).containsExactly("May");
    }

    @Test
    void placesAreThoseOfTheText() {
        assertThat(missingFigures("定于2030年8月1日，约３．５万人。", ZH, "…", EN)).containsExactly("2030年8月1日", "３．５万");
    }

    @Tag("long")
    @Test
    void randomFiguresAreRecognisedInEitherLanguage() {
        Random chance = new Random(20300415);
        for (int i = 0; i < 3000; i++) {
            int day = 1 + chance.nextInt(28);
            int month = 1 + chance.nextInt(12);
            int year = 1950 + chance.nextInt(150);
            int small = 2 + chance.nextInt(98);
            long large = 1 + chance.nextInt(99_999);
            String zh = year + "年" + month + "月" + day + "日，" + han(small) + "个，" + large + "万元，百分之" + han(small) + "。";
            String en = (chance.nextBoolean()
                            ? day + " " + MONTHS.get(month - 1) + " " + year
                            : MONTHS.get(month - 1) + " " + day + ", " + year)
                    + "; " + (chance.nextBoolean() ? words(small) : Integer.toString(small)) + " items; "
                    + (chance.nextBoolean() ? grouped(large * 10_000) : Long.toString(large * 10_000)) + " yuan; "
                    + words(small) + " percent.";
            assertThat(missingFigures(zh, ZH, en, EN)).as(zh + " | " + en).isEmpty();
            assertThat(missingFigures(en, EN, zh, ZH)).as(en + " | " + zh).isEmpty();
        }
    }

    @Tag("long")
    @Test
    void longRunsOfNumeralsAreReadInLinearTime() {
        for (String hostile : List.of("一", "万", "9", "1,234,", "三五", "〔2030〕", "a ", "III ", "1 1 ", "百分之")) {
            String text = hostile.repeat(60_000 / hostile.length());
            long start = System.nanoTime();
            FigureSet.of(text, ZH).missingIn(FigureSet.of(text, EN));
            FigureSet.of(text, EN).missingIn(FigureSet.of("", ZH));
            assertThat(System.nanoTime() - start).as(hostile).isLessThan(10_000_000_000L);
        }
    }

    private static String grouped(long value) {
        return String.format(java.util.Locale.ROOT, "%,d", value);
    }

    private static String han(int value) {
        String digits = "〇一二三四五六七八九";
        String tens = value < 10 ? "" : value < 20 ? "十" : digits.charAt(value / 10) + "十";
        return tens + (value % 10 == 0 ? "" : digits.substring(value % 10, value % 10 + 1));
    }

    private static String words(int value) {
        return value < 20 ? WORDS[value] : TENS[value / 10] + (value % 10 == 0 ? "" : "-" + WORDS[value % 10]);
    }
}
