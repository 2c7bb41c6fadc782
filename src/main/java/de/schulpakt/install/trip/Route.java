package de.schulpakt.install.trip;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The way from school to school. */
final class Route {
    private static final int ALL_ORDERS = 7;
    private static final double EARTH_KM = 6371;

    private Route() {
    }

    /** A place of the way; its coordinates may be null. */
    record Stop(Long schoolId, BigDecimal latitude, BigDecimal longitude) {
        boolean known() {
            return latitude != null && longitude != null;
        }
    }

    /** Kilometres as the crow flies, rounded to a tenth; null if a place is unknown. */
    static BigDecimal km(Stop from, Stop to) {
        return from.known() && to.known() ? BigDecimal.valueOf(Math.round(distance(from, to) * 10), 1) : null;
    }

    private static double distance(Stop from, Stop to) {
        double lat = Math.toRadians(to.latitude().subtract(from.latitude()).doubleValue());
        double lon = Math.toRadians(to.longitude().subtract(from.longitude()).doubleValue());
        double a = Math.pow(Math.sin(lat / 2), 2) + Math.cos(Math.toRadians(from.latitude().doubleValue()))
                * Math.cos(Math.toRadians(to.latitude().doubleValue())) * Math.pow(Math.sin(lon / 2), 2);
        return 2 * EARTH_KM * Math.asin(Math.sqrt(a));
    }

    /** The shortest order that begins with the first one; places that are unknown come last. */
    static List<Stop> shortest(List<Stop> stops) {
        List<Stop> known = new ArrayList<>(stops.stream().filter(Stop::known).toList());
        List<Stop> order = known.size() <= ALL_ORDERS ? best(known) : nearest(known);
        List<Stop> all = new ArrayList<>(order);
        stops.stream().filter(stop -> !stop.known()).forEach(all::add);
        return all;
    }

    private static List<Stop> best(List<Stop> stops) {
        if (stops.size() < 3) {
            return stops;
        }
        List<Stop> best = new ArrayList<>();
        search(new ArrayList<>(List.of(stops.get(0))), new ArrayList<>(stops.subList(1, stops.size())), 0, new double[] {Double.MAX_VALUE}, best);
        return best;
    }

    private static void search(List<Stop> gone, List<Stop> left, double length, double[] shortest, List<Stop> best) {
        if (length >= shortest[0]) {
            return;
        }
        if (left.isEmpty()) {
            shortest[0] = length;
            best.clear();
            best.addAll(gone);
            return;
        }
        for (Stop next : List.copyOf(left)) {
            double step = distance(gone.get(gone.size() - 1), next);
            gone.add(next);
            left.remove(next);
            search(gone, left, length + step, shortest, best);
            gone.remove(gone.size() - 1);
            left.add(next);
        }
    }

    private static List<Stop> nearest(List<Stop> stops) {
        List<Stop> left = new ArrayList<>(stops);
        List<Stop> order = new ArrayList<>(List.of(left.remove(0)));
        while (!left.isEmpty()) {
            Stop here = order.get(order.size() - 1);
            Stop next = left.stream().min(java.util.Comparator.comparingDouble(stop -> distance(here, stop))).orElseThrow();
            left.remove(next);
            order.add(next);
        }
        return order;
    }

    /** Length of the whole way in kilometres, without the places that are unknown. */
    static BigDecimal length(List<Stop> stops) {
        double sum = 0;
        List<Stop> known = stops.stream().filter(Stop::known).toList();
        for (int i = 1; i < known.size(); i++) {
            sum += distance(known.get(i - 1), known.get(i));
        }
        return BigDecimal.valueOf(Math.round(sum * 10), 1);
    }
}
