package de.schulpakt.platform.rest.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records are the contract of the API. */
class JsonProviderTest {
    private final ObjectMapper json = new JsonProvider().locateMapper(Object.class, MediaType.APPLICATION_JSON_TYPE);

    record Row(Long id, Instant at, LocalDate on, BigDecimal length, Boolean passed, String absent) {
        public Instant later() {
            return at.plusSeconds(1);
        }

        public boolean isLong() {
            return true;
        }
    }

    @Test
    void a_record_is_written_with_its_components_and_nothing_else() throws Exception {
        assertThat(json.writeValueAsString(new Row(7L, Instant.parse("2026-11-23T07:30:00Z"), LocalDate.of(2026, 11, 23),
                new BigDecimal("38.5"), true, null))).isEqualTo(
                "{\"id\":7,\"at\":\"2026-11-23T07:30:00Z\",\"on\":\"2026-11-23\",\"length\":38.5,\"passed\":true}");
    }

    @Test
    void a_page_is_written_with_its_rows_and_total() throws Exception {
        assertThat(json.writeValueAsString(Page.of(List.of("a"), 31, PageRequest.first())))
                .isEqualTo("{\"rows\":[\"a\"],\"total\":31,\"page\":1,\"size\":30,\"more\":false}");
    }

    @Test
    void a_command_is_read_and_what_is_absent_is_null_and_what_is_misspelt_an_error() throws Exception {
        assertThat(json.readValue("{\"id\":7,\"on\":\"2026-11-23\"}", Row.class))
                .isEqualTo(new Row(7L, null, LocalDate.of(2026, 11, 23), null, null, null));
        assertThatThrownBy(() -> json.readValue("{\"idd\":7}", Row.class)).isInstanceOf(UnrecognizedPropertyException.class);
    }

    @Test
    void a_day_that_no_calendar_and_no_database_has_is_an_error_of_the_caller() throws Exception {
        assertThat(json.readValue("{\"on\":\"9999-12-31\",\"at\":\"2026-11-23T07:30:00Z\"}", Row.class).on())
                .isEqualTo(LocalDate.of(9999, 12, 31));
        for (String bad : List.of("\"on\":\"+999999999-12-31\"", "\"on\":\"-999999999-01-01\"", "\"at\":\"+12345-01-01T10:00:00Z\"")) {
            assertThatThrownBy(() -> json.readValue("{" + bad + "}", Row.class)).isInstanceOf(JsonMappingException.class);
        }
    }

    @Test
    void nothing_is_taken_for_something_else() throws Exception {
        assertThat(json.readValue("{\"id\":7,\"at\":\"2026-11-23T07:30:00+01:00\",\"length\":38,\"passed\":false,\"absent\":\"7\"}", Row.class).absent())
                .isEqualTo("7");
        for (String bad : List.of("\"id\":7,\"id\":8", "\"id\":\"7\"", "\"id\":\"\"", "\"id\":7.5", "\"id\":true", "\"absent\":7", "\"absent\":7.5",
                "\"absent\":true", "\"absent\":[]", "\"passed\":1", "\"passed\":\"true\"", "\"length\":\"38.5\"", "\"on\":20000", "\"on\":[2026,11,23]",
                "\"on\":\"2026-11-23T10:00:00\"", "\"on\":\"2026-11-23T10:00:00Z\"", "\"on\":\"\"", "\"on\":\"26-11-23\"", "\"on\":\"2026-02-30\"",
                "\"at\":1764000000", "\"at\":\"2026-11-23\"", "\"at\":\"2026-11-23T07:30\"")) {
            assertThatThrownBy(() -> json.readValue("{" + bad + "}", Row.class)).as(bad).isInstanceOf(JsonProcessingException.class);
        }
        assertThatThrownBy(() -> json.readValue("{} {}", Row.class)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void what_is_too_deep_or_has_too_many_parts_is_not_read_to_its_end() {
        assertThatThrownBy(() -> json.readTree("[".repeat(30) + "]".repeat(30))).isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> json.readTree("[" + "{},".repeat(270_000) + "{}]")).isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> json.readTree("1".repeat(50))).isInstanceOf(JsonProcessingException.class);
    }
}
