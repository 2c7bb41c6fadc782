package de.schulpakt.funding.deadline;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;

import de.schulpakt.identity.Permission;
import de.schulpakt.identity.Scope;
import de.schulpakt.identity.register.CalendarSource;
import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.platform.Registered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The deadlines of the page of deadlines that nobody has seen to yet, for who sees the applications of an authority. */
@ApplicationScoped
class DeadlineCalendar implements CalendarSource {
    @Inject
    DeadlineQueries deadlines;
    @Inject
    Registered registered;

    @Override
    public String kind() {
        return "deadlines";
    }

    @Override
    public Permission permission() {
        return APPLICATION_VIEW;
    }

    @Override
    public List<Entry> entries(Scope scope, LocalDate from, LocalDate to, int most) {
        Map<String, SubjectLink> pages = registered.of(SubjectLink.class).stream().collect(Collectors.toMap(SubjectLink::type, p -> p, (a, b) -> a));
        return deadlines.all(false).stream().filter(d -> !d.on().isBefore(from) && !d.on().isAfter(to)).limit(most)
                .map(d -> Entry.ofDay(uid(d), d.kind(), d.subject(), d.programme(), pages.get(d.link()).of(d.linkId(), d.subject()), d.on())).toList();
    }

    /** The key dates of a programme, and the days on which bindings end, are different appointments; every other deadline is the same one when its day moves. */
    private static String uid(DeadlineQueries.Row d) {
        return "deadline-" + d.kind().name().toLowerCase(Locale.ROOT) + "-" + d.authorityId() + "-" + d.subjectId()
                + (d.kind() == FundingDeadline.KEY_DATE || d.kind() == FundingDeadline.BINDING_END ? "-" + d.by() : "");
    }
}
