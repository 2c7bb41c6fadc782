package de.schulpakt.install.planning.web;

import de.schulpakt.install.planning.DayQueries;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** A technician's day; the home page of technicians shows it too. The day is in the URL. */
@Named
@RequestScoped
public class TodayPage {
    private static final Set<TicketState> DONE = EnumSet.of(TicketState.MEASURED, TicketState.ACCEPTED,
            TicketState.ACCEPTED_WITH_DEFECTS, TicketState.CLOSED, TicketState.CANCELLED);
    @Inject
    DayQueries queries;
    @Inject
    Act act;
    @Inject
    Here here;
    @Inject
    Clock clock;
    private DayQueries.Today day;

    /** Reads the day that the URL names, or today. */
    public void load() {
        act.show(() -> day = queries.today(asked()));
    }

    private LocalDate asked() {
        LocalDate asked = Params.day(here.param("day"));
        return asked == null ? clock.today() : asked;
    }

    public DayQueries.Today getDay() {
        return day;
    }

    /** True if the day shown is today. */
    public boolean isToday() {
        return day.day().equals(clock.today());
    }

    public LocalDate getBefore() {
        return day.day().minusDays(1);
    }

    public LocalDate getAfter() {
        return day.day().plusDays(1);
    }

    /** The visit that is to be gone to next: the first whose work is not done; null if there is none. */
    public DayQueries.VisitRow getNext() {
        return day.visits().stream().filter(v -> !DONE.contains(v.state())).findFirst().orElse(null);
    }

    /** True if the ticket of that visit is done as far as the technician is concerned. */
    public boolean done(DayQueries.VisitRow visit) {
        return DONE.contains(visit.state());
    }
}
