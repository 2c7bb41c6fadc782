package de.schulpakt.install.wave;

import de.schulpakt.install.calendar.WorkingTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which tickets a wave has and when: each trade takes its places in order, on the first working day that is not full and comes after what
 * the place needs.
 */
final class WavePlan {
    private final WorkingTime time;
    private final List<LocalDate> days = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final Map<Place, Integer> running;
    private int left;

    /** A room with where it is. */
    record Spot(Long roomId, Long schoolId, String school, Long buildingId, String building, String floor, String room) {
    }

    /**
     * Work at a place that runs already.
     *
     * @param roomId null for the whole building
     */
    record Place(String kind, Long buildingId, Long roomId) {
    }

    /**
     * A ticket of the plan.
     *
     * @param trade  index of its trade
     * @param roomId null for the whole building
     * @param needs  indexes of those that come first
     * @param day    index of its working day
     */
    record Item(int trade, Long schoolId, String school, Long buildingId, Long roomId, String place, List<Integer> needs, int day, LocalDate plannedOn) {
    }

    private WavePlan(WorkingTime time, LocalDate startsOn, Set<Place> running) {
        this.time = time;
        this.days.add(time.next(startsOn));
        this.running = new HashMap<>();
        running.forEach(place -> this.running.put(place, 1));
    }

    /** Plans the trades at these rooms, which come in the order of the work. */
    static WavePlan of(List<Waves.Trade> trades, List<Spot> spots, LocalDate startsOn, WorkingTime time, Set<Place> running) {
        WavePlan plan = new WavePlan(time, startsOn, running);
        Map<Long, List<Integer>> before = Map.of();
        for (int i = 0; i < trades.size(); i++) {
            before = plan.trade(i, trades.get(i), spots, before);
        }
        return plan;
    }

    /** Tickets in the order of the trades. */
    List<Item> items() {
        return items;
    }

    /** How many were left out, as such work runs there already. */
    int left() {
        return left;
    }

    /**
     * Plans one trade.
     *
     * @param before by room, what was planned there last
     * @return the same after this trade
     */
    private Map<Long, List<Integer>> trade(int index, Waves.Trade trade, List<Spot> spots, Map<Long, List<Integer>> before) {
        Map<Integer, Integer> taken = new HashMap<>();
        Map<Long, List<Integer>> after = new HashMap<>(before);
        Map<Long, List<Spot>> groups = new LinkedHashMap<>();
        spots.forEach(spot -> groups.computeIfAbsent(trade.perBuilding() ? spot.buildingId() : spot.roomId(), id -> new ArrayList<>()).add(spot));
        int free = 0;
        for (List<Spot> group : groups.values()) {
            Spot first = group.get(0);
            Long room = trade.perBuilding() ? null : first.roomId();
            if (running.containsKey(new Place(trade.kind(), first.buildingId(), room))) {
                left++;
                continue;
            }
            List<Integer> needs = new ArrayList<>(new HashSet<>(group.stream().map(spot -> before.get(spot.roomId())).filter(Objects::nonNull)
                    .flatMap(List::stream).toList()));
            needs.sort(null);
            int day = Math.max(free, needs.stream().mapToInt(n -> items.get(n).day() + 1).max().orElse(0));
            while (taken.getOrDefault(day, 0) >= trade.perDay()) {
                day++;
            }
            taken.merge(day, 1, Integer::sum);
            while (taken.getOrDefault(free, 0) >= trade.perDay()) {
                free++;
            }
            items.add(new Item(index, first.schoolId(), first.school(), first.buildingId(), room, trade.perBuilding() ? first.building() : first.room(),
                    needs, day, date(day)));
            List<Integer> now = List.of(items.size() - 1);
            group.forEach(spot -> after.put(spot.roomId(), now));
        }
        return after;
    }

    private LocalDate date(int day) {
        while (days.size() <= day) {
            days.add(time.plusDays(days.get(days.size() - 1), 1));
        }
        return days.get(day);
    }
}
