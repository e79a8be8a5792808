package io.noticepress.translation.figures;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number as it stands in a text, with what it counts if that matters.
 *
 * @param end where it ends, its unit included
 * @param required whether a translation must say it again
 */
record Quantity(BigDecimal value, int start, int end, QuantityUnit unit, boolean required) {
    /** What a number counts. */
    enum QuantityUnit {
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

    Quantity withUnit(QuantityUnit other) {
        return new Quantity(value, start, end, other, required);
    }

    Quantity times(BigDecimal factor) {
        return new Quantity(value.multiply(factor), start, end, unit, required);
    }

    boolean hasUnit(QuantityUnit other) {
        return unit == other;
    }

    /** Whether it is a whole number from {@code least} to {@code most}. */
    boolean isBetween(int least, int most) {
        return value.stripTrailingZeros().scale() <= 0
                && value.compareTo(BigDecimal.valueOf(least)) >= 0
                && value.compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    /** The figure it is when it stands alone. */
    Figure toFigure() {
        int x = value.intValue();
        return switch (unit) {
            case PERCENT -> Figure.percent(start, end, required, value);
            case MONTH -> Figure.month(start, end, required, Optional.empty(), x);
            case DAY -> Figure.day(start, end, required, x);
            case TIME -> Figure.time(start, end, false, x / 60, x % 60);
            case CERTAIN_TIME -> Figure.time(start, end, true, x / 60, x % 60);
            case NONE, YEAR -> Figure.number(start, end, required, value);
        };
    }
}
