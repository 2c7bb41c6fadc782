package de.schulpakt.funding.settlement;

import de.schulpakt.platform.text.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What money that was spent late has cost: first in, first out.
 *
 * @param unspent  what is not spent until the day of the reckoning
 * @param interest of all that was or is spent after its day
 */
record Interest(Money unspent, Money interest) {
    private static final BigDecimal YEAR = BigDecimal.valueOf(365L * 10_000);

    /**
     * Money that came.
     *
     * @param spendBy last day on which it is to be spent; null: no day is set, it costs nothing
     */
    record Came(LocalDate on, LocalDate spendBy, Money amount) {
    }

    /** Grant share of what was spent on a day. */
    record Spent(LocalDate on, Money amount) {
    }

    /**
     * The reckoning of a day.
     *
     * @param came  in the order of days
     * @param all  what was spent, in the order of days; less than nothing for what was taken back
     * @param rateBp basis points a year
     */
    static Interest of(List<Came> came, List<Spent> all, int rateBp, LocalDate today) {
        List<Spent> spent = net(all);
        Money interest = Money.ZERO;
        Money unspent = Money.ZERO;
        int next = 0;
        long left = 0;
        for (Came money : came) {
            long rest = money.amount().cents();
            while (rest > 0) {
                while (left <= 0 && next < spent.size()) {
                    left += spent.get(next++).amount().cents();
                }
                if (left <= 0) {
                    break;
                }
                long used = Math.min(rest, left);
                interest = interest.plus(late(money, used, spent.get(next - 1).on(), rateBp));
                rest -= used;
                left -= used;
            }
            if (rest > 0) {
                interest = interest.plus(late(money, rest, today, rateBp));
                unspent = unspent.plus(Money.of(rest));
            }
        }
        return new Interest(unspent, interest);
    }

    /** What was taken back was the last that was spent. */
    private static List<Spent> net(List<Spent> all) {
        Deque<Spent> net = new ArrayDeque<>();
        for (Spent one : all) {
            long cents = one.amount().cents();
            while (cents < 0 && !net.isEmpty()) {
                Spent last = net.removeLast();
                cents += last.amount().cents();
                if (cents > 0) {
                    net.addLast(new Spent(last.on(), Money.of(cents)));
                    cents = 0;
                }
            }
            if (cents > 0) {
                net.addLast(new Spent(one.on(), Money.of(cents)));
            }
        }
        return List.copyOf(net);
    }

    private static Money late(Came money, long cents, LocalDate until, int rateBp) {
        long days = money.spendBy() == null ? 0 : ChronoUnit.DAYS.between(money.spendBy(), until);
        return days <= 0 ? Money.ZERO : Money.of(BigDecimal.valueOf(cents).multiply(BigDecimal.valueOf(rateBp)).multiply(BigDecimal.valueOf(days))
                .divide(YEAR, 0, RoundingMode.HALF_UP).longValueExact());
    }
}
