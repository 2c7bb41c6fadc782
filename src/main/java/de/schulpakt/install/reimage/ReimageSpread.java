package de.schulpakt.install.reimage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Spreads devices over days: each goes to the first day after it is back that is not full. As those that are back first choose first, no other order finds a
 * day for more of them.
 *
 * @param days the devices of each day, the days in their order, without those that have none
 * @param left devices for which no day was left
 */
record ReimageSpread(Map<LocalDate, List<Back>> days, List<Back> left) {
    /**
     * A device that comes back.
     *
     * @param dueOn the day on which it is back
     */
    record Back(Long id, String inventoryNo, String model, String schoolClass, LocalDate dueOn) {
    }

    /**
     * @param open   the days on which somebody works, in their order
     * @param perDay devices for a day
     */
    static ReimageSpread of(List<Back> devices, List<LocalDate> open, int perDay) {
        Map<LocalDate, List<Back>> days = new TreeMap<>();
        List<Back> left = new ArrayList<>();
        int first = 0;
        for (Back device : devices.stream().sorted(Comparator.comparing(Back::dueOn).thenComparing(Back::id)).toList()) {
            while (first < open.size() && (!open.get(first).isAfter(device.dueOn()) || days.getOrDefault(open.get(first), List.of()).size() >= perDay)) {
                first++;
            }
            if (first == open.size()) {
                left.add(device);
            } else {
                days.computeIfAbsent(open.get(first), day -> new ArrayList<>()).add(device);
            }
        }
        return new ReimageSpread(days, left);
    }
}
