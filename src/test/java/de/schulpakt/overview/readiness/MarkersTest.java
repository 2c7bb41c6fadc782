package de.schulpakt.overview.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** No marker covers another, none leaves the drawing, and those that are alone stay. */
class MarkersTest {
    private static final double FAR = 72;

    @Property(tries = 200)
    void none_covers_another(@ForAll long seed, @ForAll @IntRange(min = 2, max = 90) int many, @ForAll @IntRange(min = 0, max = 700) int wide) {
        Random random = new Random(seed);
        double[][] at = new double[many][];
        for (int i = 0; i < many; i++) {
            at[i] = new double[] {150 + random.nextInt(wide + 1), 150 + random.nextInt(wide + 1)};
        }
        Markers.apart(at, FAR, 36, 964, 964);
        for (int i = 0; i < many; i++) {
            assertThat(at[i][0]).isBetween(36.0, 964.0);
            assertThat(at[i][1]).isBetween(36.0, 964.0);
            for (int k = i + 1; k < many; k++) {
                // circles of 22 and their border of 2 do not touch
                assertThat(Math.hypot(at[i][0] - at[k][0], at[i][1] - at[k][1])).as("%s and %s of %s", i, k, many).isGreaterThan(50);
            }
        }
    }

    @Test
    void who_is_alone_stays_and_the_same_points_give_the_same_drawing() {
        double[][] at = {{100, 100}, {500, 500}, {500, 500}, {520, 500}};
        double[][] again = {{100, 100}, {500, 500}, {500, 500}, {520, 500}};
        Markers.apart(at, FAR, 36, 964, 964);
        Markers.apart(again, FAR, 36, 964, 964);
        assertThat(at[0]).containsExactly(100, 100);
        assertThat(at).isDeepEqualTo(again);
        assertThat(Math.hypot(at[1][0] - 500, at[1][1] - 500)).as("as near as can be").isLessThan(2 * FAR);
    }
}
