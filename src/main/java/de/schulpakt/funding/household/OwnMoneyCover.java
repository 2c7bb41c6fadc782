package de.schulpakt.funding.household;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/** What free own money covers of the need of a household, year by year: what a year leaves is passed on until the last year of its line. Pure; cents. */
final class OwnMoneyCover {
    private OwnMoneyCover() {
    }

    /**
     * A year of the household.
     *
     * @param freeCents can be used in that year, what the years before have left included
     * @param gapCents  need that this does not cover; 0 in a year that is over, because what was paid then was paid
     */
    record Year(long freeCents, long gapCents) {
    }

    /**
     * Each year is covered from the lines that end first.
     *
     * @param years    that are asked for; years before them, in which need or a line stands, are reckoned with
     * @param need     of all awards in a year
     * @param thisYear the current year
     */
    static Map<Integer, Year> of(Collection<Integer> years, ToLongFunction<Integer> need, List<OwnShareQueries.Line> lines, int thisYear) {
        List<OwnShareQueries.Line> inOrder = lines.stream().sorted(Comparator.comparing(OwnShareQueries.Line::lastYear).thenComparing(OwnShareQueries.Line::householdYear)).toList();
        Map<Long, Long> left = new HashMap<>();
        lines.forEach(l -> left.put(l.budgetId(), l.freeCents()));
        Map<Integer, Year> covered = new TreeMap<>();
        for (Integer year : new TreeSet<>(years)) {
            long free = 0;
            long open = Math.max(0, need.applyAsLong(year));
            for (OwnShareQueries.Line l : inOrder) {
                if (l.householdYear() <= year && year <= l.lastYear()) {
                    long has = left.get(l.budgetId());
                    long takes = Math.min(has, open);
                    free += has;
                    open -= takes;
                    left.put(l.budgetId(), has - takes);
                }
            }
            covered.put(year, new Year(free, year < thisYear ? 0 : open));
        }
        return covered;
    }
}
