package de.schulpakt.funding.settlement;

import de.schulpakt.funding.programme.Category;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was taken back of expenditures, such as a credit note or a cash discount, in one drawdown: it goes along as soon as that much was drawn
 * of the line of the order that it belongs to, now or in an earlier drawdown, and stays behind before, as long as no more was drawn than was spent. What stands on the same invoice as an
 * expenditure goes with that one. So nothing is drawn that was not spent, and nothing is taken back of what was not drawn. Amounts in cents, gross.
 */
final class TakenBack {
    private final Map<String, Long> lines;
    private final Map<Long, Long> mobile;
    private final Map<String, List<Judged>> waiting;
    /** What was spent of a line in all, by what is drawn and what is open. */
    private final Map<String, Long> spent;
    private final Set<String> openBills;
    private final Set<String> takenBills = new HashSet<>();
    private final Set<Long> along = new HashSet<>();

    /**
     * Begins with what goes along whatever else does: what belongs to no line of an order, what is chosen, what an earlier drawdown has drawn.
     *
     * @param lines  what was drawn before, by line of an order
     * @param mobile what was drawn before for mobile devices, by school with a bound
     * @param chosen postings that are chosen, null if nobody has chosen
     */
    TakenBack(List<Judged> open, Map<String, Long> lines, Map<Long, Long> mobile, Set<Long> chosen) {
        this.lines = new HashMap<>(lines);
        this.mobile = new HashMap<>(mobile);
        spent = new HashMap<>(lines);
        open.stream().filter(j -> j.bought() != null).forEach(j -> spent.merge(j.bought(), j.amount().cents(), Long::sum));
        openBills = open.stream().filter(j -> j.amount().cents() > 0 && j.billed() != null).map(Judged::billed).collect(Collectors.toSet());
        waiting = open.stream().filter(j -> j.amount().cents() <= 0 && j.bought() != null)
                .collect(Collectors.groupingBy(Judged::bought, HashMap::new, Collectors.toCollection(ArrayList::new)));
        open.stream().filter(j -> j.amount().cents() <= 0 && (j.bought() == null || chosen != null && chosen.contains(j.open().postingId()))).forEach(this::book);
        List.copyOf(waiting.keySet()).forEach(key -> due(key, 0).forEach(this::book));
    }

    /** What would be drawn for mobile devices at the school of the line with this one, and with what then goes along; null where there is no bound. */
    Long mobileWith(Judged one) {
        Long before = mobile.get(one.open().schoolId());
        return before == null ? null : Long.valueOf(before + one.amount().cents() + with(one).stream().filter(back -> back.open().category() == Category.MOBILE_DEVICE
                && one.open().schoolId().equals(back.open().schoolId())).mapToLong(back -> back.amount().cents()).sum());
    }

    /** An expenditure is taken along, and with it what was taken back of it. */
    void take(Judged one) {
        List<Judged> back = with(one);
        if (one.billed() != null) {
            takenBills.add(one.billed());
        }
        book(one);
        back.forEach(this::book);
    }

    /** True if what was taken back goes along. */
    boolean along(Judged back) {
        return along.contains(back.open().postingId());
    }

    private List<Judged> with(Judged one) {
        if (one.bought() == null) {
            return List.of();
        }
        boolean fresh = one.billed() != null && takenBills.add(one.billed());
        List<Judged> found = due(one.bought(), one.amount().cents());
        if (fresh) {
            takenBills.remove(one.billed());
        }
        return found;
    }

    /** What goes along if so much more of the line is drawn; in its order, as far as what is drawn of the line reaches. */
    private List<Judged> due(String key, long more) {
        long drawn = lines.getOrDefault(key, 0L) + more;
        List<Judged> found = new ArrayList<>();
        for (Judged back : waiting.getOrDefault(key, List.of())) {
            boolean waits = back.billed() != null && openBills.contains(back.billed()) && !takenBills.contains(back.billed());
            // more was drawn than was spent: it goes along although less than it was drawn, and what is drawn later makes up for it
            boolean over = drawn > spent.get(key);
            if (!along(back) && !waits && (over || drawn + back.amount().cents() >= 0)) {
                drawn += back.amount().cents();
                found.add(back);
            }
        }
        return found;
    }

    private void book(Judged one) {
        along.add(one.open().postingId());
        if (one.bought() != null) {
            lines.merge(one.bought(), one.amount().cents(), Long::sum);
        }
        if (one.open().category() == Category.MOBILE_DEVICE && one.open().schoolId() != null) {
            mobile.computeIfPresent(one.open().schoolId(), (school, cents) -> cents + one.amount().cents());
        }
    }
}
