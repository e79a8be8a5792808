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

/** Finds the figures of a Chinese text. Used once. */
final class ChineseFigureFinder {
    private static final Pattern DOCUMENT = Pattern.compile("[〔\\[【(﹝] ?([12]\\d{3}) ?[〕\\]】)﹞] ?第? ?(\\d{1,5}) ?号");
    private static final Pattern DATE = Pattern.compile("([12]\\d{3})([-/.])(\\d{1,2})\\2(\\d{1,2})(?![\\d.])");
    private static final Pattern DECADE = Pattern.compile("(?:(\\d{1,2}) ?世纪 ?)?([1-9]0|[二三四五六七八九]十) ?年代");
    private static final Pattern CLOCK = Pattern.compile("([01]?\\d|2[0-4]):([0-5]\\d)(?!\\d)");
    private static final Pattern ARABIC =
            Pattern.compile("\\d{1,3}(?:,\\d{3}){1,5}(?:\\.\\d{1,9})?(?!\\d)|\\d{1,18}(?:\\.\\d{1,9})?");
    private static final Pattern SHARE = Pattern.compile(
            "(百|千|万|[\\d二三四五六七八九十]{1,3}) ?分之 ?(\\d+(?:\\.\\d+)?|[〇零一二三四五六七八九十百两]+(?:点[〇零一二三四五六七八九]+)?)");
    private static final Pattern LARGE_UNIT =
            Pattern.compile(" ?(万亿|千万|百万|十万|万|亿|千(?![米克瓦帕伏赫焦卡字])|百(?=[元人名个件家户])|十(?=[元人名个件家户])) ?");
    private static final Map<String, BigDecimal> FACTORS = Map.of(
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
    private static final Pattern RANGE = Pattern.compile("[ \\n]*(?:[-–—－~～至到]|——)[ \\n]*");
    private static final Pattern SERIES = Pattern.compile("[ \\n]*(?:[-–—－~～至到、和及与,]|——|以及|或者?)[ \\n]*");
    /** What makes of a single character a number that is meant: 三个, 两次, 五年. */
    private static final Pattern COUNTED =
            Pattern.compile(" ?(?:[个名人次项份件条款章节届批期季天日年月周倍家所篇页种座户场张支站张路口元]|类(?!型)|位(?!一体)|小时|分钟|公里|公斤|工作日)");

    private static final Pattern MEASURE_WORD = Pattern.compile(" ?(?:[名个位人次项份件天张家本])");
    private static final Pattern AFTER_FIRST = Pattern.compile(" ?[条款章届批期次季]");
    /** Words in which numbers are no numbers. */
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
            boolean vague = more && i >= idiom.start();
            int next = scanMarkedForm(i);
            i = next > i ? next : scanNumber(i, vague);
        }
        combineQuantities();
        figures.sort(Comparator.comparingInt(Figure::start));
        return figures;
    }

    /** A form that tells what it is; gives where it ends, or {@code i} if there is none. */
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
            share(i, found);
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

    private void share(int start, Matcher found) {
        BigDecimal part = decimal(found.group(2));
        String whole = found.group(1);
        boolean all = found.group().matches("百 ?分之 ?百");
        switch (whole) {
            case "百" -> figures.add(Figure.percent(start, found.end(), !all, part));
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
        List<String> says = List.of((whole + " " + named + "n:" + years).split(" "));
        return new Figure(start, found.end(), true, says, List.of(whole, named + "n:" + years));
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
        boolean known = evening || MORNING.matcher(before).find();
        int of = evening && hour < 12 && !(hour == 11 && before.contains("中午")) ? hour + 12 : hour;
        quantities.add(new Quantity(
                BigDecimal.valueOf(of * 60L + minute),
                start,
                end,
                known ? QuantityUnit.CERTAIN_TIME : QuantityUnit.TIME,
                true));
    }

    /** A number, if one begins at {@code i}; gives where to go on. */
    private int scanNumber(int i, boolean vague) {
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
        ChineseNumeral han = ChineseNumeral.parseAt(text, i);
        boolean second = i > 0 && text.charAt(i - 1) == '第';
        boolean alone = han.end() - i == 1;
        int value = alone ? han.value().intValue() : 0;
        boolean neighbour = i > 0 && ChineseNumeral.isPart(text.charAt(i - 1));
        boolean some = i > 0 && "数几".indexOf(text.charAt(i - 1)) >= 0;
        boolean firm = !vague
                && !some
                && !neighbour
                && (han.exact()
                        || second && value > 1 && value <= 10
                        || second && value == 1 && matchAt(AFTER_FIRST, han.end()) != null
                        || value > 1 && value <= 10 && matchAt(COUNTED, han.end()) != null);
        return scanUnit(new Quantity(han.value(), i, han.end(), QuantityUnit.NONE, firm), false);
    }

    /** Takes the unit that follows a number to it. */
    private int scanUnit(Quantity quantity, boolean arabic) {
        int end = quantity.end();
        Quantity read = quantity;
        Matcher large = arabic ? matchAt(LARGE_UNIT, end) : null;
        if (large != null) {
            read = withEnd(quantity, large.end()).times(FACTORS.get(large.group(1)));
            end = large.end();
        }
        Matcher found;
        if ((found = matchAt(PERCENT, end)) != null) {
            read = withEnd(read, found.end()).withUnit(QuantityUnit.PERCENT);
        } else if ((found = matchAt(PER_MILLE, end)) != null) {
            read = withEnd(read, found.end()).times(new BigDecimal("0.1")).withUnit(QuantityUnit.PERCENT);
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
            return withEnd(quantity, next + 1).withUnit(QuantityUnit.YEAR);
        } else if (c == '月' && quantity.isBetween(1, 12)) {
            return asRequired(withEnd(quantity, next + 1).withUnit(QuantityUnit.MONTH));
        } else if (c == '日' && quantity.isBetween(1, 31)) {
            return withEnd(quantity, next + 1).withUnit(QuantityUnit.DAY);
        }
        return quantity;
    }

    private static Quantity asRequired(Quantity month) {
        return new Quantity(month.value(), month.start(), month.end(), month.unit(), true);
    }

    private static Quantity withEnd(Quantity quantity, int end) {
        return new Quantity(quantity.value(), quantity.start(), end, quantity.unit(), quantity.required());
    }

    /** Makes dates of years, months and days, and lets the first of a range share the unit of the second. */
    private void combineQuantities() {
        for (int i = quantities.size() - 2; i >= 0; i--) {
            Quantity here = quantities.get(i);
            Quantity next = quantities.get(i + 1);
            if (here.hasUnit(QuantityUnit.NONE) && areJoinedBy(RANGE, here, next)) {
                quantities.set(i, share(here, next));
            }
        }
        Optional<Integer> year = Optional.empty();
        int month = 0;
        for (int i = 0; i < quantities.size(); i++) {
            Quantity here = quantities.get(i);
            boolean joined = i > 0
                    && (text.substring(quantities.get(i - 1).end(), here.start())
                                    .isBlank()
                            || areJoinedBy(SERIES, quantities.get(i - 1), here));
            year = joined ? year : Optional.empty();
            month = joined ? month : 0;
            if (here.hasUnit(QuantityUnit.YEAR)) {
                year = Optional.of(here.value().intValue());
                month = 0;
                boolean dated = i + 1 < quantities.size()
                        && quantities.get(i + 1).hasUnit(QuantityUnit.MONTH)
                        && text.substring(here.end(), quantities.get(i + 1).start())
                                .isBlank();
                if (!dated) {
                    figures.add(here.toFigure());
                }
            } else if (here.hasUnit(QuantityUnit.MONTH)) {
                month = here.value().intValue();
                boolean dated = i + 1 < quantities.size()
                        && quantities.get(i + 1).hasUnit(QuantityUnit.DAY)
                        && text.substring(here.end(), quantities.get(i + 1).start())
                                .isBlank();
                if (!dated) {
                    figures.add(Figure.month(dateStart(i), here.end(), here.required(), year, month));
                }
            } else if (here.hasUnit(QuantityUnit.DAY) && month > 0) {
                figures.add(Figure.date(
                        dateStart(i), here.end(), year, month, here.value().intValue()));
            } else {
                figures.add(here.toFigure());
            }
        }
    }

    private Quantity share(Quantity first, Quantity second) {
        return switch (second.unit()) {
            case NONE -> {
                Matcher large = LARGE_UNIT.matcher(text.substring(second.start(), second.end()));
                yield Character.isDigit(text.charAt(second.start()))
                                && Character.isDigit(text.charAt(first.end() - 1))
                                && large.find()
                        ? first.times(FACTORS.get(large.group(1)))
                        : first;
            }
            case PERCENT -> first.withUnit(QuantityUnit.PERCENT);
            case MONTH -> first.isBetween(1, 12) ? first.withUnit(QuantityUnit.MONTH) : first;
            case DAY -> first.isBetween(1, 31) ? first.withUnit(QuantityUnit.DAY) : first;
            default -> first;
        };
    }

    /** Where the date begins of which the token {@code i} is the last part. */
    private int dateStart(int i) {
        int at = i;
        while (at > 0
                && quantities.get(at).unit().compareTo(quantities.get(at - 1).unit()) > 0
                && (quantities.get(at - 1).hasUnit(QuantityUnit.YEAR)
                        || quantities.get(at - 1).hasUnit(QuantityUnit.MONTH))
                && text.substring(
                                quantities.get(at - 1).end(), quantities.get(at).start())
                        .isBlank()) {
            at--;
        }
        return quantities.get(at).start();
    }

    private boolean areJoinedBy(Pattern sign, Quantity here, Quantity next) {
        return next.start() >= here.end()
                && sign.matcher(text.substring(here.end(), next.start())).matches();
    }

    private Matcher matchAt(Pattern pattern, int from) {
        Matcher matcher = pattern.matcher(text).useTransparentBounds(true).region(from, text.length());
        return matcher.lookingAt() ? matcher : null;
    }
}
