package io.noticepress.wording;

import io.noticepress.wording.Token.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the figures of an English text. Used once. */
final class EnglishFigures {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String MONTH =
            "(Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|Jun\\.|July?|Jul\\.|Aug(?:ust|\\.)?"
                    + "|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)(?![A-Za-z])";
    private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
    private static final String TO = "(?:\\s*[-–—]\\s*|\\s+(?:to|and|until|through|or)\\s+)";
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?:" + DAY + TO + ")?(?:the )?" + DAY + "\\s+(?:of\\s+)?" + MONTH + "(?:,?\\s+([12]\\d{3})(?!\\d))?");
    private static final Pattern MONTH_FIRST = Pattern.compile(
            MONTH + "\\s+" + DAY + "(?!\\d|,\\d)(?:" + TO + DAY + "(?!\\d|,\\d))?(?:,?\\s+([12]\\d{3})(?!\\d))?");
    private static final Pattern MONTH_ALONE =
            Pattern.compile(MONTH + "(?:" + TO + MONTH + ")?(?:,?\\s+([12]\\d{3})(?!\\d))?");
    private static final Pattern ISO = Pattern.compile("([12]\\d{3})([-/.])(\\d{1,2})\\2(\\d{1,2})(?![\\d.])");
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
    /** Sharp pictures and networks are no thousands: 4K. */
    private static final Pattern RESOLUTION = Pattern.compile("(?<!\\d)[248]K\\b");

    private static final Pattern AND_A_HALF = Pattern.compile("(?:[\\s-][a-z]+)?[\\s-]and[\\s-]a[\\s-]half\\b");
    private static final Pattern PART_OF_HOUR = Pattern.compile("(half|a quarter of|three quarters of) an hour\\b");
    private static final Pattern PAST =
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
    /** Before a month that may also be a verb. */
    private static final Pattern WHEN = Pattern.compile(
            "(?:in|by|of|from|to|until|since|before|after|during|late|early|mid|and|or|end|this|last|next|each|every|[-–—/])\\s*$");

    private final String text;
    private final String lower;
    private final List<Figure> figures = new ArrayList<>();
    private final List<Token> tokens = new ArrayList<>();

    EnglishFigures(String text) {
        this.text = text;
        this.lower = text.toLowerCase(Locale.ROOT);
    }

    List<Figure> all() {
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            boolean begins = i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1));
            int next = i;
            if (c >= '0' && c <= '9') {
                next = digits(i);
            } else if (c == '[' || c == '〔' || c == '(' || c == '﹝') {
                next = document(i, DOCUMENT, 1, 2);
            } else if (begins && Character.isLetter(c)) {
                next = word(i, c);
            }
            i = Math.max(next, i + 1);
        }
        compose();
        figures.sort(Comparator.comparingInt(Figure::start));
        return figures;
    }

    private int word(int i, char c) {
        int next = i;
        if (Character.isUpperCase(c)) {
            next = c == 'N' ? document(i, DOCUMENT_OF, 2, 1) : i;
            next = next > i ? next : month(i);
            next = next > i ? next : roman(i);
        }
        return next > i ? next : spelled(i);
    }

    private int document(int i, Pattern form, int year, int serial) {
        Matcher found = at(form, i);
        if (found == null) {
            return i;
        }
        figures.add(Figure.document(i, found.end(), found.group(year), found.group(serial)));
        figures.add(Figure.number(i, found.end(), false, new BigDecimal(found.group(serial))));
        return found.end();
    }

    private int digits(int i) {
        Matcher found;
        if ((found = at(ISO, i)) != null && isDay(found.group(3), found.group(4))) {
            date(i, found.end(), Optional.of(found.group(1)), Integer.parseInt(found.group(3)), found.group(4));
        } else if ((found = at(DAY_FIRST, i)) != null && isDay("1", found.group(2))) {
            dates(found, 1, 2, 3);
        } else if ((found = at(HALF_DAY, i)) != null && Integer.parseInt(found.group(1)) <= 12) {
            int hour = Integer.parseInt(found.group(1)) % 12 + (found.group(3).equalsIgnoreCase("p") ? 12 : 0);
            int minute = found.group(2) == null ? 0 : Integer.parseInt(found.group(2));
            figures.add(Figure.time(i, found.end(), true, hour, minute));
        } else if ((found = at(CLOCK, i)) != null) {
            int hour = Integer.parseInt(found.group(1));
            figures.add(Figure.time(i, found.end(), false, hour, Integer.parseInt(found.group(2))));
        } else if ((found = at(SHORT_RANGE, i)) != null && found.group(3).compareTo(found.group(2)) > 0) {
            figures.add(Figure.number(i, i + 4, true, new BigDecimal(found.group(1) + found.group(2))));
            figures.add(Figure.number(i + 5, found.end(), false, new BigDecimal(found.group(1) + found.group(3))));
            figures.add(Figure.number(i + 5, found.end(), false, new BigDecimal(found.group(3))));
        } else {
            return number(i);
        }
        return found.end();
    }

    private int number(int i) {
        Matcher ratio = at(RATIO, i);
        if (ratio != null) {
            figures.add(Figure.fraction(
                    i, ratio.end(), false, new BigDecimal(ratio.group(1)), new BigDecimal(ratio.group(2))));
        }
        Matcher found = at(NUMBER, i);
        int end = found.end();
        String ending = end + 2 <= text.length() ? lower.substring(end, end + 2) : "";
        boolean ordinal = List.of("st", "nd", "rd", "th").contains(ending);
        Token number = new Token(
                new BigDecimal(found.group().replaceAll("[, ]", "")), i, ordinal ? end + 2 : end, Unit.NONE, true);
        return unit(ordinal && number.within(1, 31) ? number.with(Unit.DAY) : number);
    }

    private int spelled(int i) {
        int part = partOfHour(i);
        if (part > i) {
            return part;
        }
        if (lower.startsWith("a ", i) || lower.startsWith("an ", i)) {
            Matcher tenth = A_PART.matcher(lower).region(i, lower.length());
            if (tenth.lookingAt()) {
                figures.add(Figure.fraction(i, tenth.end(), false, BigDecimal.ONE, whole(tenth.group(1))));
                figures.add(Figure.number(i, tenth.end(), false, whole(tenth.group(1))));
                return tenth.end();
            }
        }
        EnglishNumber number = EnglishNumber.at(lower, i);
        if (number.value().signum() < 0) {
            int end = i;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            if (lower.startsWith("half", i)) {
                figures.add(Figure.fraction(i, i + 4, false, BigDecimal.ONE, BigDecimal.valueOf(2)));
                figures.add(Figure.number(i, i + 4, false, new BigDecimal("0.5")));
            } else if (lower.startsWith("noon", i) || lower.startsWith("midday", i)) {
                figures.add(Figure.time(i, i + 4, true, 12, 0).loose());
            } else if (lower.startsWith("midnight", i)) {
                figures.add(Figure.time(i, i + 8, true, 0, 0).loose());
            }
            return end;
        }
        Matcher share = FRACTION.matcher(lower).region(number.end(), lower.length());
        if (!number.ordinal() && share.lookingAt()) {
            BigDecimal whole = whole(share.group(1));
            boolean many = share.group(1).endsWith("s");
            figures.add(Figure.fraction(i, share.end(), many, number.value(), whole));
            figures.add(Figure.number(i, share.end(), false, whole));
            return share.end();
        }
        return unit(new Token(number.value(), i, number.end(), Unit.NONE, number.exact()));
    }

    /** Half past three, and a quarter of an hour, which is 15 minutes; gives where it ends, or {@code i} if there is none. */
    private int partOfHour(int i) {
        Matcher past = PAST.matcher(lower).region(i, lower.length());
        Matcher part = PART_OF_HOUR.matcher(lower).region(i, lower.length());
        if (past.lookingAt()) {
            String hour = past.group(2);
            int of = Character.isDigit(hour.charAt(0))
                    ? Integer.parseInt(hour)
                    : EnglishNumber.at(hour, 0).value().intValue();
            if (of >= 1 && of <= 24) {
                boolean to = past.group(1).endsWith("to");
                int minute = past.group(1).startsWith("half") ? 30 : to ? 45 : 15;
                figures.add(Figure.time(i, past.end(), false, to ? of - 1 : of, minute));
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

    private static BigDecimal whole(String name) {
        String one = name.replaceAll("s$", "");
        return one.equals("quarter")
                ? BigDecimal.valueOf(4)
                : EnglishNumber.at(one, 0).value();
    }

    private int unit(Token token) {
        Token read = token;
        Matcher half = at(AND_A_HALF, token.end());
        if (half != null) {
            BigDecimal more = token.value().add(new BigDecimal("0.5"));
            figures.add(Figure.number(token.start(), half.end(), false, more));
        }
        Matcher factor = at(RESOLUTION, token.start()) == null ? at(FACTOR, token.end()) : null;
        if (factor != null) {
            read = extend(token, factor.end()).times(EnglishNumber.factor(factor.group(1)));
        }
        Matcher percent = at(PERCENT, read.end());
        Matcher mille = at(PER_MILLE, token.end());
        if (percent != null) {
            read = extend(read, percent.end()).with(Unit.PERCENT);
        } else if (mille != null) {
            read = extend(token, mille.end()).times(new BigDecimal("0.1")).with(Unit.PERCENT);
        }
        tokens.add(read);
        return read.end();
    }

    private int month(int i) {
        if (i + 3 > text.length() || !MONTHS.contains(lower.substring(i, i + 3))) {
            return i;
        }
        Matcher found;
        if ((found = at(MONTH_FIRST, i)) != null && isDay("1", found.group(2))) {
            int month = MONTHS.indexOf(found.group(1).substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
            Optional<String> year = Optional.ofNullable(found.group(4));
            date(i, found.end(), year, month, found.group(2));
            if (found.group(3) != null && isDay("1", found.group(3))) {
                date(found.start(3), found.end(), year, month, found.group(3));
            }
        } else if ((found = at(MONTH_ALONE, i)) != null) {
            Optional<Integer> year = Optional.ofNullable(found.group(3)).map(Integer::valueOf);
            String name = found.group(1);
            boolean verb = name.equals("May") || name.equals("March");
            boolean firm = !verb
                    || year.isPresent()
                    || found.group(2) != null
                    || WHEN.matcher(lower.substring(Math.max(0, i - 12), i)).find();
            figures.add(Figure.month(i, found.end(), firm, year, monthOf(name)));
            if (found.group(2) != null) {
                figures.add(Figure.month(found.start(2), found.end(), true, year, monthOf(found.group(2))));
            }
        } else {
            return i;
        }
        return found.end();
    }

    private static int monthOf(String name) {
        return MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }

    /** 1 August, 1–3 August, 1 and 3 August 2030. */
    private void dates(Matcher found, int first, int day, int month) {
        int of = monthOf(found.group(month));
        Optional<String> year = Optional.ofNullable(found.group(4));
        if (found.group(first) != null && isDay("1", found.group(first))) {
            date(found.start(), found.end(first), year, of, found.group(first));
        }
        date(found.start(day), found.end(), year, of, found.group(day));
    }

    private void date(int start, int end, Optional<String> year, int month, String day) {
        figures.add(Figure.date(start, end, year.map(Integer::valueOf), month, Integer.parseInt(day)));
    }

    private static boolean isDay(String month, String day) {
        int m = Integer.parseInt(month);
        int d = Integer.parseInt(day);
        return m >= 1 && m <= 12 && d >= 1 && d <= 31;
    }

    /** Numbers of chapters and levels; the pronoun among them does no harm, for it only answers. */
    private int roman(int i) {
        Matcher found = "IVX".indexOf(text.charAt(i)) >= 0 ? at(ROMAN, i) : null;
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

    /** In 10–20 percent and 3 to 5 million the first number counts the same as the second. */
    private void compose() {
        for (int i = 0; i < tokens.size(); i++) {
            Token here = tokens.get(i);
            boolean range = i + 1 < tokens.size()
                    && tokens.get(i + 1).start() >= here.end()
                    && RANGE.matcher(
                                    text.substring(here.end(), tokens.get(i + 1).start()))
                            .matches();
            Matcher factor = FACTOR.matcher(
                    range
                            ? text.substring(
                                    tokens.get(i + 1).start(), tokens.get(i + 1).end())
                            : "");
            boolean bare =
                    !FACTOR.matcher(text.substring(here.start(), here.end())).find();
            if (range && bare && factor.find()) {
                figures.add(here.figure().loose());
                figures.add(here.times(EnglishNumber.factor(factor.group(1))).figure());
            } else {
                figures.add(here.figure());
                if (range && tokens.get(i + 1).is(Unit.PERCENT)) {
                    figures.add(here.with(Unit.PERCENT).figure().loose());
                }
            }
        }
    }

    private static Token extend(Token token, int end) {
        return new Token(token.value(), token.start(), end, token.unit(), token.firm());
    }

    private Matcher at(Pattern pattern, int from) {
        Matcher matcher = pattern.matcher(text).useTransparentBounds(true).region(from, text.length());
        return matcher.lookingAt() ? matcher : null;
    }
}
