package io.noticepress.translation.figures;

import io.noticepress.translation.figures.Quantity.QuantityUnit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the figures in a Chinese text: in 自8月1日起拨付3.5万元, the date {@code D:8-1} and the number {@code n:35000}. An instance
 * is used once.
 */
final class ChineseFigureFinder {
    private static final Pattern DOCUMENT = Pattern.compile("[〔\\[【(﹝] ?([12]\\d{3}) ?[〕\\]】)﹞] ?第? ?(\\d{1,5}) ?号");
    private static final Pattern DATE = Pattern.compile("([12]\\d{3})([-/.])(\\d{1,2})\\2(\\d{1,2})(?![\\d.])");
    private static final Pattern DECADE = Pattern.compile("(?:(\\d{1,2}) ?世纪 ?)?([1-9]0|[二三四五六七八九]十) ?年代");
    private static final Pattern CLOCK = Pattern.compile("([01]?\\d|2[0-4]):([0-5]\\d)(?!\\d)");
    private static final Pattern ARABIC =
            Pattern.compile("\\d{1,3}(?:,\\d{3}){1,5}(?:\\.\\d{1,9})?(?!\\d)|\\d{1,18}(?:\\.\\d{1,9})?");
    private static final Pattern SHARE = Pattern.compile(
            "(百|千|万|[\\d二三四五六七八九十]{1,3}) ?分之 ?(\\d+(?:\\.\\d+)?|[〇零一二三四五六七八九十百两]+(?:点[〇零一二三四五六七八九]+)?)");
    static final Pattern LARGE_UNIT =
            Pattern.compile(" ?(万亿|千万|百万|十万|万|亿|千(?![米克瓦帕伏赫焦卡字])|百(?=[元人名个件家户])|十(?=[元人名个件家户])) ?");
    static final Map<String, BigDecimal> FACTORS = Map.of(
            "十", BigDecimal.TEN,
            "百", new BigDecimal("100"),
            "千", new BigDecimal("1000"),
            "万", new BigDecimal("10000"),
            "十万", new BigDecimal("100000"),
            "百万", new BigDecimal("1000000"),
            "千万", new BigDecimal("10000000"),
            "亿", new BigDecimal("100000000"),
            "万亿", new BigDecimal("1000000000000"));
    private static final Pattern PERCENT = Pattern.compile(" ?%| ?个百分点");
    private static final Pattern PER_MILLE = Pattern.compile(" ?‰");
    private static final Pattern HOUR =
            Pattern.compile(" ?(?:时(?![间期刻代候段常效])|点(?=[\\d一二三四五六七八九十整半前后至到—–~-])) ?(?:(\\d{1,2}) ?分|(半)|整)?");
    private static final Pattern MORNING = Pattern.compile("(?:凌晨|清晨|早上|早晨|上午|早) ?$");
    private static final Pattern EVENING = Pattern.compile("(?:下午|傍晚|晚上|晚间|晚|中午) ?$");
    /** Measure words after which a single character is certainly a number: 三个, 两次, 五年. */
    private static final Pattern COUNTED =
            Pattern.compile(" ?(?:[个名人次项份件条款章节届批期季天日年月周倍家所篇页种座户场张支站张路口元]|类(?!型)|位(?!一体)|小时|分钟|公里|公斤|工作日)");

    private static final Pattern MEASURE_WORD = Pattern.compile(" ?(?:[名个位人次项份件天张家本])");
    private static final Pattern AFTER_FIRST = Pattern.compile(" ?[条款章届批期次季]");
    /** Idioms whose numbers are not meant as numbers. */
    private static final Pattern IDIOM =
            Pattern.compile("三天两头|三番五次|三番两次|三言两语|接二连三|[周期拜][一二三四五六](?![年个])|两个月亮|五个一|一年四季|四个现代化");

    private final String text;
    private final List<Figure> figures = new ArrayList<>();
    private final List<Quantity> quantities = new ArrayList<>();

    ChineseFigureFinder(String text) {
        this.text = text;
    }

    List<Figure> find() {
        Matcher idiom = IDIOM.matcher(text);
        boolean more = idiom.find();
        for (int i = 0; i < text.length(); ) {
            while (more && idiom.end() <= i) {
                more = idiom.find();
            }
            boolean inIdiom = more && i >= idiom.start();
            int next = scanMarkedForm(i);
            i = next > i ? next : scanNumber(i, inIdiom);
        }
        figures.addAll(new ChineseQuantityCombiner(text, quantities).combine());
        figures.sort(Comparator.comparingInt(Figure::start));
        return figures;
    }

    /** Scans a document number, date, time, share or decade at {@code i}; returns its end, or {@code i} if there is none. */
    private int scanMarkedForm(int i) {
        char c = text.charAt(i);
        Matcher found;
        if ("〔[【(﹝".indexOf(c) >= 0 && (found = matchAt(DOCUMENT, i)) != null) {
            figures.add(Figure.document(i, found.end(), found.group(1), found.group(2)));
        } else if (Character.isDigit(c) && !digitBefore(i) && (found = matchAt(DATE, i)) != null && isDay(found)) {
            figures.add(Figure.date(
                    i,
                    found.end(),
                    Optional.of(Integer.valueOf(found.group(1))),
                    Integer.parseInt(found.group(3)),
                    Integer.parseInt(found.group(4))));
        } else if (Character.isDigit(c) && !digitBefore(i) && (found = matchAt(CLOCK, i)) != null) {
            addTime(i, found.end(), Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)));
        } else if ((Character.isDigit(c) || ChineseNumeral.isPart(c)) && (found = matchAt(SHARE, i)) != null) {
            addShare(i, found);
        } else if ((Character.isDigit(c) || ChineseNumeral.isPart(c)) && (found = matchAt(DECADE, i)) != null) {
            figures.add(decade(i, found));
        } else {
            return i;
        }
        return found.end();
    }

    private boolean digitBefore(int i) {
        return i > 0 && (Character.isDigit(text.charAt(i - 1)) || ":.".indexOf(text.charAt(i - 1)) >= 0);
    }

    private static boolean isDay(Matcher date) {
        int month = Integer.parseInt(date.group(3));
        int day = Integer.parseInt(date.group(4));
        return month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    private void addShare(int start, Matcher found) {
        BigDecimal part = decimal(found.group(2));
        String whole = found.group(1);
        boolean isAll = found.group().matches("百 ?分之 ?百");
        switch (whole) {
            case "百" -> figures.add(Figure.percent(start, found.end(), !isAll, part));
            case "千" -> figures.add(Figure.percent(start, found.end(), true, part.movePointLeft(1)));
            case "万" -> figures.add(Figure.percent(start, found.end(), true, part.movePointLeft(2)));
            default -> figures.add(Figure.fraction(start, found.end(), true, part, decimal(whole)));
        }
    }

    /** 20世纪80年代 and 上世纪八十年代: the 1980s. */
    private Figure decade(int start, Matcher found) {
        int years = decimal(found.group(2)).intValue();
        int century = found.group(1) == null ? 20 : Integer.parseInt(found.group(1));
        String named = found.group(1) == null ? "" : "n:" + century + " ";
        String whole = "n:" + ((century - 1) * 100 + years);
        List<String> keys = List.of((whole + " " + named + "n:" + years).split(" "));
        return new Figure(start, found.end(), true, keys, List.of(whole, named + "n:" + years));
    }

    private static BigDecimal decimal(String number) {
        if (Character.isDigit(number.charAt(0))) {
            return new BigDecimal(number);
        }
        int point = number.indexOf('点');
        BigDecimal whole = ChineseNumeral.parseAt(number, 0).value();
        if (point < 0) {
            return whole;
        }
        StringBuilder digits = new StringBuilder();
        for (int i = point + 1; i < number.length(); i++) {
            digits.append(ChineseNumeral.parseAt(number.substring(i, i + 1), 0).value());
        }
        return whole.add(new BigDecimal("0." + digits));
    }

    private void addTime(int start, int end, int hour, int minute) {
        String before = text.substring(Math.max(0, start - 4), start);
        boolean evening = EVENING.matcher(before).find();
        boolean certain = evening || MORNING.matcher(before).find();
        int hourOfDay = evening && hour < 12 && !(hour == 11 && before.contains("中午")) ? hour + 12 : hour;
        quantities.add(new Quantity(
                BigDecimal.valueOf(hourOfDay * 60L + minute),
                start,
                end,
                certain ? QuantityUnit.CERTAIN_TIME : QuantityUnit.TIME,
                true));
    }

    /** Scans a number at {@code i}; returns where to go on. */
    private int scanNumber(int i, boolean inIdiom) {
        char c = text.charAt(i);
        Matcher arabic = Character.isDigit(c) && c < 0x80 ? matchAt(ARABIC, i) : null;
        if (arabic != null) {
            return scanUnit(
                    new Quantity(
                            new BigDecimal(arabic.group().replace(",", "")), i, arabic.end(), QuantityUnit.NONE, true),
                    true);
        }
        if (!ChineseNumeral.isPart(c)) {
            return i + 1;
        }
        ChineseNumeral numeral = ChineseNumeral.parseAt(text, i);
        boolean ordinal = i > 0 && text.charAt(i - 1) == '第';
        boolean alone = numeral.end() - i == 1;
        int value = alone ? numeral.value().intValue() : 0;
        boolean neighbour = i > 0 && ChineseNumeral.isPart(text.charAt(i - 1));
        boolean approximate = i > 0 && "数几".indexOf(text.charAt(i - 1)) >= 0;
        boolean required = !inIdiom
                && !approximate
                && !neighbour
                && (numeral.exact()
                        || ordinal && value > 1 && value <= 10
                        || ordinal && value == 1 && matchAt(AFTER_FIRST, numeral.end()) != null
                        || value > 1 && value <= 10 && matchAt(COUNTED, numeral.end()) != null);
        return scanUnit(new Quantity(numeral.value(), i, numeral.end(), QuantityUnit.NONE, required), false);
    }

    /** Adds a number together with the unit that follows it; returns its end. */
    private int scanUnit(Quantity quantity, boolean arabic) {
        int end = quantity.end();
        Quantity read = quantity;
        Matcher large = arabic ? matchAt(LARGE_UNIT, end) : null;
        if (large != null) {
            read = quantity.withEnd(large.end()).times(FACTORS.get(large.group(1)));
            end = large.end();
        }
        Matcher found;
        if ((found = matchAt(PERCENT, end)) != null) {
            read = read.withEnd(found.end()).withUnit(QuantityUnit.PERCENT);
        } else if ((found = matchAt(PER_MILLE, end)) != null) {
            read = read.withEnd(found.end()).times(new BigDecimal("0.1")).withUnit(QuantityUnit.PERCENT);
        } else if ((found = matchAt(HOUR, end)) != null && read.isBetween(0, 24)) {
            int minute = found.group(1) != null ? Integer.parseInt(found.group(1)) : found.group(2) != null ? 30 : 0;
            if (read.required() || text.charAt(end) == '时') {
                addTime(read.start(), found.end(), read.value().intValue(), minute);
                return found.end();
            }
        } else {
            read = withCalendarUnit(read);
        }
        boolean one =
                arabic && read.value().compareTo(BigDecimal.ONE) == 0 && matchAt(MEASURE_WORD, read.end()) != null;
        quantities.add(one ? new Quantity(read.value(), read.start(), read.end(), read.unit(), false) : read);
        return Math.max(read.end(), quantity.start() + 1);
    }

    private Quantity withCalendarUnit(Quantity quantity) {
        int next = quantity.end();
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        char c = next < text.length() ? text.charAt(next) : ' ';
        if (c == '年' && quantity.isBetween(1000, 2999)) {
            return quantity.withEnd(next + 1).withUnit(QuantityUnit.YEAR);
        } else if (c == '月' && quantity.isBetween(1, 12)) {
            return asRequired(quantity.withEnd(next + 1).withUnit(QuantityUnit.MONTH));
        } else if (c == '日' && quantity.isBetween(1, 31)) {
            return quantity.withEnd(next + 1).withUnit(QuantityUnit.DAY);
        }
        return quantity;
    }

    private static Quantity asRequired(Quantity month) {
        return new Quantity(month.value(), month.start(), month.end(), month.unit(), true);
    }

    private @Nullable Matcher matchAt(Pattern pattern, int from) {
        return TextPattern.matchAt(pattern, text, from);
    }
}
