package io.noticepress.wording;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number as it stands in a text, with what it counts if that matters.
 *
 * @param end where it ends, its unit included
 * @param firm whether a translation must say it again
 */
record Token(BigDecimal value, int start, int end, Unit unit, boolean firm) {
    /** What a number counts. */
    enum Unit {
        NONE,
        PERCENT,
        YEAR,
        MONTH,
        DAY,
        /** A time of the day; the value is in minutes. */
        TIME,
        /** A time of which it is known whether it is before or after noon. */
        CERTAIN_TIME
    }

    Token with(Unit other) {
        return new Token(value, start, end, other, firm);
    }

    Token times(BigDecimal factor) {
        return new Token(value.multiply(factor), start, end, unit, firm);
    }

    boolean is(Unit other) {
        return unit == other;
    }

    /** Whether it is a whole number from {@code least} to {@code most}. */
    boolean within(int least, int most) {
        return value.stripTrailingZeros().scale() <= 0
                && value.compareTo(BigDecimal.valueOf(least)) >= 0
                && value.compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    /** The figure it is when it stands alone. */
    Figure figure() {
        int x = value.intValue();
        return switch (unit) {
            case PERCENT -> Figure.percent(start, end, firm, value);
            case MONTH -> Figure.month(start, end, firm, Optional.empty(), x);
            case DAY -> Figure.day(start, end, firm, x);
            case TIME -> Figure.time(start, end, false, x / 60, x % 60);
            case CERTAIN_TIME -> Figure.time(start, end, true, x / 60, x % 60);
            case NONE, YEAR -> Figure.number(start, end, firm, value);
        };
    }
}
