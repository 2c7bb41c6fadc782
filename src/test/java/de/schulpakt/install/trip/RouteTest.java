package de.schulpakt.install.trip;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The way from school to school. */
class RouteTest {
    @Test
    void from_the_main_station_of_koblenz_to_ehrenbreitstein_it_is_two_and_a_half_kilometres() {
        assertThat(Route.km(stop(1, "50.350800", "7.589000"), stop(2, "50.364900", "7.615500"))).isEqualTo(new BigDecimal("2.4"));
        assertThat(Route.km(stop(1, "50.350800", "7.589000"), new Route.Stop(2L, null, null))).isNull();
    }

    @Test
    void the_shortest_order_begins_with_the_first_and_forgets_nobody() {
        List<Route.Stop> zigzag = List.of(stop(1, "50.30", "7.5"), stop(2, "50.33", "7.5"), stop(3, "50.31", "7.5"), new Route.Stop(9L, null, null), stop(4, "50.32", "7.5"));
        assertThat(Route.shortest(zigzag)).extracting(Route.Stop::schoolId).containsExactly(1L, 3L, 4L, 2L, 9L);
        assertThat(Route.length(Route.shortest(zigzag))).isLessThan(Route.length(zigzag));
        assertThat(Route.shortest(List.of())).isEmpty();
    }

    @Test
    void no_proposal_is_longer_than_what_was_agreed_up_to_seven_schools() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            List<Route.Stop> stops = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(12); i++) {
                stops.add(stop(i, "50." + (100 + random.nextInt(900)), "7." + (100 + random.nextInt(900))));
            }
            List<Route.Stop> order = Route.shortest(stops);
            assertThat(order).as("seed %s", seed).containsExactlyInAnyOrderElementsOf(stops).startsWith(stops.get(0));
            if (stops.size() <= 7) {
                assertThat(Route.length(order)).as("seed %s", seed).isLessThanOrEqualTo(Route.length(stops));
            }
        }
    }

    private static Route.Stop stop(long id, String latitude, String longitude) {
        return new Route.Stop(id, new BigDecimal(latitude), new BigDecimal(longitude));
    }
}
