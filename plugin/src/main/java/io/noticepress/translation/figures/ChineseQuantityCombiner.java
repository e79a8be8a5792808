package io.noticepress.translation.figures;

import io.noticepress.translation.figures.Quantity.QuantityUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes figures from the quantities of a Chinese text: 2030年, 8月 and 1日 are one date; 3 and 5万 in 3至5万 are 30,000 and 50,000. */
final class ChineseQuantityCombiner {
    private static final Pattern RANGE = Pattern.compile("[ \\n]*(?:[-–—－~～至到]|——)[ \\n]*");
    private static final Pattern SERIES = Pattern.compile("[ \\n]*(?:[-–—－~～至到、和及与,]|——|以及|或者?)[ \\n]*");

    private final String text;
    private final List<Quantity> quantities;
    private final List<Figure> figures = new ArrayList<>();

    ChineseQuantityCombiner(String text, List<Quantity> quantities) {
        this.text = text;
        this.quantities = quantities;
    }

    /** The figures. Years, months and days become dates; the first number of a range gets the unit of the second. */
    List<Figure> combine() {
        shareUnitsInRanges();
        Optional<Integer> year = Optional.empty();
        int month = 0;
        for (int i = 0; i < quantities.size(); i++) {
            Quantity quantity = quantities.get(i);
            boolean joined = i > 0
                    && (areAdjacent(quantities.get(i - 1), quantity)
                            || areJoinedBy(SERIES, quantities.get(i - 1), quantity));
            year = joined ? year : Optional.empty();
            month = joined ? month : 0;
            if (quantity.hasUnit(QuantityUnit.YEAR)) {
                year = Optional.of(quantity.value().intValue());
                month = 0;
                if (!isFollowedBy(i, QuantityUnit.MONTH)) {
                    figures.add(quantity.toFigure());
                }
            } else if (quantity.hasUnit(QuantityUnit.MONTH)) {
                month = quantity.value().intValue();
                if (!isFollowedBy(i, QuantityUnit.DAY)) {
                    figures.add(Figure.month(dateStart(i), quantity.end(), quantity.required(), year, month));
                }
            } else if (quantity.hasUnit(QuantityUnit.DAY) && month > 0) {
                figures.add(Figure.date(
                        dateStart(i),
                        quantity.end(),
                        year,
                        month,
                        quantity.value().intValue()));
            } else {
                figures.add(quantity.toFigure());
            }
        }
        return figures;
    }

    private void shareUnitsInRanges() {
        for (int i = quantities.size() - 2; i >= 0; i--) {
            Quantity first = quantities.get(i);
            Quantity second = quantities.get(i + 1);
            if (first.hasUnit(QuantityUnit.NONE) && areJoinedBy(RANGE, first, second)) {
                quantities.set(i, shareUnit(first, second));
            }
        }
    }

    private boolean isFollowedBy(int i, QuantityUnit unit) {
        return i + 1 < quantities.size()
                && quantities.get(i + 1).hasUnit(unit)
                && areAdjacent(quantities.get(i), quantities.get(i + 1));
    }

    /** Whether there is nothing but spaces between two quantities. */
    private boolean areAdjacent(Quantity first, Quantity second) {
        return text.substring(first.end(), second.start()).isBlank();
    }

    private Quantity shareUnit(Quantity first, Quantity second) {
        return switch (second.unit()) {
            case NONE -> {
                Matcher large = ChineseFigureFinder.LARGE_UNIT.matcher(text.substring(second.start(), second.end()));
                yield Character.isDigit(text.charAt(second.start()))
                                && Character.isDigit(text.charAt(first.end() - 1))
                                && large.find()
                        ? first.times(ChineseFigureFinder.FACTORS.get(large.group(1)))
                        : first;
            }
            case PERCENT -> first.withUnit(QuantityUnit.PERCENT);
            case MONTH -> first.isBetween(1, 12) ? first.withUnit(QuantityUnit.MONTH) : first;
            case DAY -> first.isBetween(1, 31) ? first.withUnit(QuantityUnit.DAY) : first;
            default -> first;
        };
    }

    /** The start of the date whose last part is the quantity {@code i}. */
    private int dateStart(int i) {
        int at = i;
        while (at > 0
                && quantities.get(at).unit().compareTo(quantities.get(at - 1).unit()) > 0
                && (quantities.get(at - 1).hasUnit(QuantityUnit.YEAR)
                        || quantities.get(at - 1).hasUnit(QuantityUnit.MONTH))
                && areAdjacent(quantities.get(at - 1), quantities.get(at))) {
            at--;
        }
        return quantities.get(at).start();
    }

    private boolean areJoinedBy(Pattern sign, Quantity first, Quantity second) {
        return second.start() >= first.end()
                && sign.matcher(text.substring(first.end(), second.start())).matches();
    }
}
