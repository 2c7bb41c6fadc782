package de.schulpakt.funding.application;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;

import de.schulpakt.identity.Permission;
import de.schulpakt.identity.Scope;
import de.schulpakt.identity.register.CalendarSource;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Days on which approval periods end, for who sees the applications of an authority. */
@ApplicationScoped
class PeriodCalendar implements CalendarSource {
    @PersistenceContext
    EntityManager em;

    private record Row(Long id, String no, String programme, LocalDate periodTo, Integer version) {
    }

    @Override
    public String kind() {
        return "periods";
    }

    @Override
    public Permission permission() {
        return APPLICATION_VIEW;
    }

    @Override
    public List<Entry> entries(Scope scope, LocalDate from, LocalDate to, int most) {
        return Ask.of(em, Row.class, """
                select a.id as id, a.no as no, p.name as programme, a.periodTo as periodTo, a.version as version
                from Application a join Programme p on p.id = a.programmeId where a.periodTo between :from and :to
                and (:everywhere = true or a.authorityId in :authorities) order by a.periodTo, a.id""")
                .set("from", from).set("to", to).set("everywhere", scope.everywhere())
                .set("authorities", scope.authorities().isEmpty() ? Set.of(-1L) : scope.authorities()).list(most).stream()
                .map(a -> Entry.ofDay("application-" + a.id(), a.version(), a.no(), a.programme(), null, "/funding/application.xhtml?id=" + a.id(), a.periodTo()))
                .toList();
    }
}
