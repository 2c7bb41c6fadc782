package de.schulpakt.platform.rest.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Days and instants as JSON may hold them: Java knows the year 999,999,999, the database does not. */
class Calendar extends SimpleModule {
    private static final long serialVersionUID = 1L;
    private static final LocalDate FIRST = LocalDate.of(1000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    Calendar() {
        super("calendar");
        addDeserializer(LocalDate.class, new Day());
        addDeserializer(Instant.class, new Moment());
    }

    /** Refuses what is not a text of that form; numbers and lists of numbers are no time that a person reads. */
    private static void written(JsonParser json, DeserializationContext context, Class<?> type, String form) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING || !json.getText().matches(form)) {
            context.handleWeirdStringValue(type, json.getValueAsString(), "not written as it must be");
        }
    }

    private static final class Day extends StdScalarDeserializer<LocalDate> {
        private static final long serialVersionUID = 1L;

        Day() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser json, DeserializationContext context) throws IOException {
            // a moment is no day: which day it is depends on where one stands
            written(json, context, LocalDate.class, "\\d{4}-\\d{2}-\\d{2}");
            LocalDate day = LocalDateDeserializer.INSTANCE.deserialize(json, context);
            return day == null || !day.isBefore(FIRST) && !day.isAfter(LAST) ? day
                    : (LocalDate) context.handleWeirdStringValue(LocalDate.class, day.toString(), "no year of the calendar");
        }
    }

    private static final class Moment extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1L;
        private static final Instant FROM = Instant.parse("1000-01-01T00:00:00Z");
        private static final Instant TO = Instant.parse("9999-12-31T00:00:00Z").minus(1, ChronoUnit.DAYS);

        Moment() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
            written(json, context, Instant.class, ".*T.*");
            Instant at = InstantDeserializer.INSTANT.deserialize(json, context);
            return at == null || !at.isBefore(FROM) && !at.isAfter(TO) ? at
                    : (Instant) context.handleWeirdStringValue(Instant.class, at.toString(), "no year of the calendar");
        }
    }
}
