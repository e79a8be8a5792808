package io.noticepress.translation.figures;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number in a text, with its unit if that matters: 百分之三, 3%, 三月.
 *
 * @param end where it ends, including its unit
 * @param required whether a translation must repeat it
 */
record Quantity(BigDecimal value, int start, int end, QuantityUnit unit, boolean required) {
    /** The unit of a number. */
    enum QuantityUnit {
        NONE,
        PERCENT,
        YEAR,
        MONTH,
        DAY,
        /** A time of day; the value is in minutes. */
        TIME,
        /** A time known to be before or after noon. */
        CERTAIN_TIME
    }

    Quantity withEnd(int other) {
        return new Quantity(value, start, other, unit, required);
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

    /** The figure for this quantity alone. */
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
