package de.schulpakt.install.trip.web;

import de.schulpakt.install.trip.TripQueries;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;

/** The way of a day from school to school. */
@Named
@RequestScoped
public class RoutePage {
    @Inject
    TripQueries queries;
    @Inject
    Clock clock;
    @Inject
    Here here;
    @Inject
    Act act;
    private TripQueries.Day day;

    /** Reads the day that the address names, or today. */
    public void load() {
        act.show(() -> {
            LocalDate asked = Params.day(here.param("day"));
            day = queries.day(asked == null ? clock.today() : asked);
        });
    }

    public TripQueries.Day getDay() {
        return day;
    }
}
