package io.noticepress.translation.figures;

import io.noticepress.translation.figures.Quantity.QuantityUnit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the figures in an English text: in "35,000 yuan from 1 August", the number {@code n:35000} and the date {@code D:8-1}. An
 * instance is used once.
 */
final class EnglishFigureFinder {
    private static final Pattern DOCUMENT =
            Pattern.compile("[〔\\[(﹝] ?([12]\\d{3}) ?[〕\\])﹞] ?(?:No\\.? ?)?(\\d{1,5})(?!\\d)(?: ?号)?");
    private static final Pattern DOCUMENT_OF =
            Pattern.compile("No\\.? ?(\\d{1,5}),?(?: of| \\(| \\[| 〔|\\[|〔)? ?([12]\\d{3})[)\\]〕]?");
    private static final Pattern HALF_DAY =
            Pattern.compile("(\\d{1,2})(?:[:.]([0-5]\\d))?\\s*([ap])\\.?\\s?m\\b\\.?", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOCK = Pattern.compile("([01]?\\d|2[0-4]):([0-5]\\d)(?!\\d)");
    private static final Pattern NUMBER =
            Pattern.compile("\\d{1,3}(?:[, ]\\d{3}){1,5}(?:\\.\\d{1,9})?(?!\\d)|\\d{1,18}(?:\\.\\d{1,9})?");
    private static final Pattern SHORT_RANGE = Pattern.compile("([12]\\d)(\\d\\d)[-–/](\\d\\d)(?!\\d)");
    private static final Pattern FACTOR =
            Pattern.compile("[\\s-]?(hundred|thousand|million|billion|trillion|bn|k)\\b", Pattern.CASE_INSENSITIVE);
    /** Resolutions, in which K does not mean thousand: 4K. */
    private static final Pattern RESOLUTION = Pattern.compile("(?<!\\d)[248]K\\b");

    private static final Pattern AND_A_HALF = Pattern.compile("(?:[\\s-][a-z]+)?[\\s-]and[\\s-]a[\\s-]half\\b");
    private static final Pattern PART_OF_HOUR = Pattern.compile("(half|a quarter of|three quarters of) an hour\\b");
    private static final Pattern PAST_HOUR =
            Pattern.compile("(half past|(?:a )?quarter past|(?:a )?quarter to) ([a-z]+|\\d{1,2})\\b");
    private static final Pattern PER_MILLE =
            Pattern.compile("[\\s-]?‰|\\sper (?:thousand|mille?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PERCENT =
            Pattern.compile("[\\s-]?(?:%|percent\\b|per cent\\b|percentage points?\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FRACTION =
            Pattern.compile("[ -](thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)\\b");
    private static final Pattern A_PART = Pattern.compile("an? (third|quarter|fourth|fifth|sixth|eighth|tenth)\\b");
    private static final Pattern RATIO = Pattern.compile("(\\d{1,3})/(\\d{1,3})(?![\\d/])");
    private static final Pattern RANGE = Pattern.compile("\\s*[-–—]\\s*|\\s+(?:to|and|or)\\s+");
    private static final Pattern ROMAN = Pattern.compile("[IVX]{1,6}\\b");

    private final String text;
    private final String lower;
    private final List<Figure> figures = new ArrayList<>();
    private final List<Quantity> quantities = new ArrayList<>();
    private final EnglishDateFinder dates;

    EnglishFigureFinder(String text) {
        this.text = text;
        this.lower = text.toLowerCase(Locale.ROOT);
        this.dates = new EnglishDateFinder(text, lower, figures);
    }

    List<Figure> find() {
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            boolean begins = i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1));
            int next = i;
            if (c >= '0' && c <= '9') {
                next = scanDigits(i);
            } else if (c == '[' || c == '〔' || c == '(' || c == '﹝') {
                next = scanDocumentNumber(i, DOCUMENT, 1, 2);
            } else if (begins && Character.isLetter(c)) {
                next = scanWord(i, c);
            }
            i = Math.max(next, i + 1);
        }
        combineQuantities();
        figures.sort(Comparator.comparingInt(Figure::start));
        return figures;
    }

    private int scanWord(int i, char c) {
        int next = i;
        if (Character.isUpperCase(c)) {
            next = c == 'N' ? scanDocumentNumber(i, DOCUMENT_OF, 2, 1) : i;
            next = next > i ? next : dates.scanMonth(i);
            next = next > i ? next : scanRoman(i);
        }
        return next > i ? next : scanSpelledNumber(i);
    }

    private int scanDocumentNumber(int i, Pattern form, int year, int serial) {
        Matcher found = matchAt(form, i);
        if (found == null) {
            return i;
        }
        figures.add(Figure.document(i, found.end(), found.group(year), found.group(serial)));
        figures.add(Figure.number(i, found.end(), false, new BigDecimal(found.group(serial))));
        return found.end();
    }

    private int scanDigits(int i) {
        Matcher found;
        int date = dates.scanDigits(i);
        if (date > i) {
            return date;
        }
        if ((found = matchAt(HALF_DAY, i)) != null && Integer.parseInt(found.group(1)) <= 12) {
            int hour = Integer.parseInt(found.group(1)) % 12 + (found.group(3).equalsIgnoreCase("p") ? 12 : 0);
            int minute = found.group(2) == null ? 0 : Integer.parseInt(found.group(2));
            figures.add(Figure.time(i, found.end(), true, hour, minute));
        } else if ((found = matchAt(CLOCK, i)) != null) {
            int hour = Integer.parseInt(found.group(1));
            figures.add(Figure.time(i, found.end(), false, hour, Integer.parseInt(found.group(2))));
        } else if ((found = matchAt(SHORT_RANGE, i)) != null && found.group(3).compareTo(found.group(2)) > 0) {
            figures.add(Figure.number(i, i + 4, true, new BigDecimal(found.group(1) + found.group(2))));
            figures.add(Figure.number(i + 5, found.end(), false, new BigDecimal(found.group(1) + found.group(3))));
            figures.add(Figure.number(i + 5, found.end(), false, new BigDecimal(found.group(3))));
        } else {
            return scanNumber(i);
        }
        return found.end();
    }

    private int scanNumber(int i) {
        Matcher ratio = matchAt(RATIO, i);
        if (ratio != null) {
            figures.add(Figure.fraction(
                    i, ratio.end(), false, new BigDecimal(ratio.group(1)), new BigDecimal(ratio.group(2))));
        }
        Matcher found = matchAt(NUMBER, i);
        int end = found.end();
        String ending = end + 2 <= text.length() ? lower.substring(end, end + 2) : "";
        boolean ordinal = List.of("st", "nd", "rd", "th").contains(ending);
        Quantity number = new Quantity(
                new BigDecimal(found.group().replaceAll("[, ]", "")),
                i,
                ordinal ? end + 2 : end,
                QuantityUnit.NONE,
                true);
        return scanUnit(ordinal && number.isBetween(1, 31) ? number.withUnit(QuantityUnit.DAY) : number);
    }

    private int scanSpelledNumber(int i) {
        int partOfHour = scanPartOfHour(i);
        if (partOfHour > i) {
            return partOfHour;
        }
        if (lower.startsWith("a ", i) || lower.startsWith("an ", i)) {
            Matcher tenth = A_PART.matcher(lower).region(i, lower.length());
            if (tenth.lookingAt()) {
                figures.add(Figure.fraction(i, tenth.end(), false, BigDecimal.ONE, denominator(tenth.group(1))));
                figures.add(Figure.number(i, tenth.end(), false, denominator(tenth.group(1))));
                return tenth.end();
            }
        }
        EnglishNumeral number = EnglishNumeral.parseAt(lower, i);
        if (number.value().signum() < 0) {
            int end = i;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            if (lower.startsWith("half", i)) {
                figures.add(Figure.fraction(i, i + 4, false, BigDecimal.ONE, BigDecimal.valueOf(2)));
                figures.add(Figure.number(i, i + 4, false, new BigDecimal("0.5")));
            } else if (lower.startsWith("noon", i) || lower.startsWith("midday", i)) {
                figures.add(Figure.time(i, i + 4, true, 12, 0).asOptional());
            } else if (lower.startsWith("midnight", i)) {
                figures.add(Figure.time(i, i + 8, true, 0, 0).asOptional());
            }
            return end;
        }
        Matcher share = FRACTION.matcher(lower).region(number.end(), lower.length());
        if (!number.ordinal() && share.lookingAt()) {
            BigDecimal whole = denominator(share.group(1));
            boolean many = share.group(1).endsWith("s");
            figures.add(Figure.fraction(i, share.end(), many, number.value(), whole));
            figures.add(Figure.number(i, share.end(), false, whole));
            return share.end();
        }
        return scanUnit(new Quantity(number.value(), i, number.end(), QuantityUnit.NONE, number.exact()));
    }

    /** Scans "half past three" or "a quarter of an hour", which is 15 minutes; returns its end, or {@code i} if there is none. */
    private int scanPartOfHour(int i) {
        Matcher past = PAST_HOUR.matcher(lower).region(i, lower.length());
        Matcher part = PART_OF_HOUR.matcher(lower).region(i, lower.length());
        if (past.lookingAt()) {
            String hour = past.group(2);
            int hourNumber = Character.isDigit(hour.charAt(0))
                    ? Integer.parseInt(hour)
                    : EnglishNumeral.parseAt(hour, 0).value().intValue();
            if (hourNumber >= 1 && hourNumber <= 24) {
                boolean to = past.group(1).endsWith("to");
                int minute = past.group(1).startsWith("half") ? 30 : to ? 45 : 15;
                figures.add(Figure.time(i, past.end(), false, to ? hourNumber - 1 : hourNumber, minute));
                return past.end();
            }
        } else if (part.lookingAt()) {
            boolean half = part.group(1).equals("half");
            BigDecimal minutes = BigDecimal.valueOf(half ? 30 : part.group(1).startsWith("a") ? 15 : 45);
            figures.add(Figure.number(i, part.end(), false, minutes));
            figures.add(Figure.number(i, part.end(), false, minutes.divide(BigDecimal.valueOf(60))));
            return part.end();
        }
        return i;
    }

    private static BigDecimal denominator(String name) {
        String one = name.replaceAll("s$", "");
        return one.equals("quarter")
                ? BigDecimal.valueOf(4)
                : EnglishNumeral.parseAt(one, 0).value();
    }

    private int scanUnit(Quantity quantity) {
        Quantity read = quantity;
        Matcher half = matchAt(AND_A_HALF, quantity.end());
        if (half != null) {
            BigDecimal more = quantity.value().add(new BigDecimal("0.5"));
            figures.add(Figure.number(quantity.start(), half.end(), false, more));
        }
        Matcher factor = matchAt(RESOLUTION, quantity.start()) == null ? matchAt(FACTOR, quantity.end()) : null;
        if (factor != null) {
            read = quantity.withEnd(factor.end()).times(EnglishNumeral.factor(factor.group(1)));
        }
        Matcher percent = matchAt(PERCENT, read.end());
        Matcher mille = matchAt(PER_MILLE, quantity.end());
        if (percent != null) {
            read = read.withEnd(percent.end()).withUnit(QuantityUnit.PERCENT);
        } else if (mille != null) {
            read = quantity.withEnd(mille.end()).times(new BigDecimal("0.1")).withUnit(QuantityUnit.PERCENT);
        }
        quantities.add(read);
        return read.end();
    }

    /** Scans a Roman numeral. It is never required, so the pronoun I does no harm. */
    private int scanRoman(int i) {
        Matcher found = "IVX".indexOf(text.charAt(i)) >= 0 ? matchAt(ROMAN, i) : null;
        if (found == null) {
            return i;
        }
        int value = 0;
        int before = 0;
        for (int k = found.end() - 1; k >= i; k--) {
            int digit = text.charAt(k) == 'I' ? 1 : text.charAt(k) == 'V' ? 5 : 10;
            value += digit < before ? -digit : digit;
            before = Math.max(before, digit);
        }
        figures.add(Figure.number(i, found.end(), false, BigDecimal.valueOf(value)));
        return found.end();
    }

    /** Adds the quantities. In "10–20 percent" and "3 to 5 million" the first number gets the unit of the second. */
    private void combineQuantities() {
        for (int i = 0; i < quantities.size(); i++) {
            Quantity quantity = quantities.get(i);
            Optional<Quantity> rangeEnd = rangeEnd(i);
            Matcher factor = FACTOR.matcher(
                    rangeEnd.map(end -> text.substring(end.start(), end.end())).orElse(""));
            boolean hasFactor = FACTOR.matcher(text.substring(quantity.start(), quantity.end()))
                    .find();
            if (!hasFactor && factor.find()) {
                figures.add(quantity.toFigure().asOptional());
                figures.add(
                        quantity.times(EnglishNumeral.factor(factor.group(1))).toFigure());
            } else {
                figures.add(quantity.toFigure());
                if (rangeEnd.filter(end -> end.hasUnit(QuantityUnit.PERCENT)).isPresent()) {
                    figures.add(
                            quantity.withUnit(QuantityUnit.PERCENT).toFigure().asOptional());
                }
            }
        }
    }

    /** The second number of a range whose first number is the quantity {@code i}. */
    private Optional<Quantity> rangeEnd(int i) {
        if (i + 1 >= quantities.size()) {
            return Optional.empty();
        }
        int end = quantities.get(i).end();
        Quantity next = quantities.get(i + 1);
        return next.start() >= end
                        && RANGE.matcher(text.substring(end, next.start())).matches()
                ? Optional.of(next)
                : Optional.empty();
    }

    private @Nullable Matcher matchAt(Pattern pattern, int from) {
        return TextPattern.matchAt(pattern, text, from);
    }
}
