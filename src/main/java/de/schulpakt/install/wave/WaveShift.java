package de.schulpakt.install.wave;

import de.schulpakt.install.calendar.WorkingTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What moves when something of a wave does: what hangs on it, by as many working days, and never before what it needs. */
final class WaveShift {
    private final Map<Long, LocalDate> days = new HashMap<>();
    private final Map<Long, LocalDate> moved = new LinkedHashMap<>();
    private final List<WaveQueries.Planned> kept = new ArrayList<>();

    private WaveShift() {
    }

    /**
     * Moves.
     *
     * @param all     the tickets of the wave, needed ones before those that need them
     * @param needs   by ticket of the wave, those that it needs
     * @param first   what is moved by itself; everything that can move if empty
     * @param by      working days, earlier if negative
     * @param today   nothing is planned before
     */
    static WaveShift of(List<WaveQueries.Planned> all, Map<Long, List<Long>> needs, Set<Long> first, int by, WorkingTime time, LocalDate today) {
        WaveShift shift = new WaveShift();
        all.forEach(one -> shift.days.put(one.id(), one.plannedOn()));
        Set<Long> pending = all.stream().filter(one -> !one.over()).map(WaveQueries.Planned::id).collect(Collectors.toSet());
        for (WaveQueries.Planned one : all) {
            List<Long> needed = needs.getOrDefault(one.id(), List.of());
            boolean own = first.isEmpty() || first.contains(one.id());
            if (one.over() || !own && needed.stream().noneMatch(shift.moved::containsKey)) {
                continue;
            }
            if (one.fixed()) {
                shift.kept.add(one);
                continue;
            }
            LocalDate to = time.plusDays(one.plannedOn(), by);
            // what is done, or will not be, keeps nobody waiting
            LocalDate earliest = needed.stream().filter(pending::contains).map(shift.days::get).max(LocalDate::compareTo).map(day -> time.plusDays(day, 1)).orElse(to);
            to = to.isBefore(earliest) ? earliest : to;
            to = to.isBefore(today) ? time.next(today) : to;
            if (!to.equals(one.plannedOn())) {
                shift.days.put(one.id(), to);
                shift.moved.put(one.id(), to);
            }
        }
        return shift;
    }

    /** The new days, by ticket of the wave. */
    Map<Long, LocalDate> moved() {
        return moved;
    }

    /** What would have moved and stays, as somebody is there already or a visit is agreed. */
    List<WaveQueries.Planned> kept() {
        return kept;
    }
}
