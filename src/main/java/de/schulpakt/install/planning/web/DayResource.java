package de.schulpakt.install.planning.web;

import de.schulpakt.install.planning.DayQueries;
import de.schulpakt.platform.Clock;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A technician's day over REST. */
@Path("tickets/today")
@Tag(name = "install")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DayResource {
    private static final DateTimeFormatter DAY = new DateTimeFormatterBuilder().appendValue(ChronoField.YEAR, 4)
            .appendPattern("-MM-dd").toFormatter().withResolverStyle(ResolverStyle.STRICT);

    @Inject
    DayQueries queries;
    @Inject
    Clock clock;

    @GET
    @Operation(summary = "A technician's day: visits, planned, waiting and open tickets; day as 2026-11-23, today if absent")
    public DayQueries.Today today(@QueryParam("day") String day) {
        try {
            return queries.today(day == null || day.isBlank() ? clock.today() : LocalDate.parse(day, DAY));
        } catch (DateTimeParseException e) {
            throw new BadRequestException(e);
        }
    }
}
