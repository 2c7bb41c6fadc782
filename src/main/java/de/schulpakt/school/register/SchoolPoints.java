package de.schulpakt.school.register;

import de.schulpakt.exchange.table.Finding;
import de.schulpakt.school.place.FederalState;
import de.schulpakt.school.place.SchoolFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A point that many schools share, or that lies in another state, is worse than none: it is not taken. */
final class SchoolPoints {
    private static final int DUMMY = 5;

    private SchoolPoints() {
    }

    static List<ReadSchool> checked(List<ReadSchool> read) {
        Map<String, Integer> shared = new HashMap<>();
        read.forEach(r -> shared.merge(point(r), 1, Integer::sum));
        return read.stream().map(r -> {
            SchoolFacts facts = r.facts();
            if (facts.latitude() == null || facts.longitude() == null) {
                return r;
            }
            FederalState state = FederalState.of(r.stateCode());
            boolean elsewhere = state != null && !state.mayHold(facts.latitude(), facts.longitude());
            if (!elsewhere && shared.get(point(r)) < DUMMY) {
                return r;
            }
            r.findings().add(elsewhere ? Finding.warning(r.line(), null, point(r), "school.import.point_elsewhere", state)
                    : Finding.warning(r.line(), null, point(r), "school.import.point_shared", shared.get(point(r))));
            return r.withoutPoint();
        }).toList();
    }

    private static String point(ReadSchool read) {
        return read.facts().latitude() + " / " + read.facts().longitude();
    }
}
