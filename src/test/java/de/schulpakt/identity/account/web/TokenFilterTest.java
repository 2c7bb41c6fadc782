package de.schulpakt.identity.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.PathSegment;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What belongs to an account as a whole is found by the names in its path, however it is written. */
class TokenFilterTest {
    @Test
    void what_belongs_to_an_account_as_a_whole_is_known_with_all_below_it() {
        for (String path : new String[] {"notices", "notices/7/read-subject", "watches", "me/personal-data", "deputies", "deputies/waiting", "list-views/3", "tokens"}) {
            assertThat(own(path)).as(path).isTrue();
        }
    }

    @Test
    void matrix_parameters_and_empty_segments_lead_around_nothing() {
        for (String path : new String[] {"notices;x", "notices;x=1/7/read", "me;a/personal-data;b=2", "me//personal-data", "/watches", "deputies/", "tokens;x", "tokens/"}) {
            assertThat(own(path)).as(path).isTrue();
        }
    }

    @Test
    void all_else_is_open_who_one_is_and_ending_a_token_too() {
        for (String path : new String[] {"", "me", "me;x", "tokens/4", "schools", "tickets/notices", "me/personal", "noticesx"}) {
            assertThat(own(path)).as(path).isFalse();
        }
    }

    private static boolean own(String path) {
        return TokenFilter.own(Arrays.stream(path.split("/", -1)).<PathSegment>map(Segment::new).toList());
    }

    /** A segment as the server takes it apart: what stands behind a semicolon is not of its name. */
    private record Segment(String written) implements PathSegment {
        @Override
        public String getPath() {
            return written.split(";", -1)[0];
        }

        @Override
        public MultivaluedMap<String, String> getMatrixParameters() {
            throw new UnsupportedOperationException("nobody asks for them");
        }
    }
}
