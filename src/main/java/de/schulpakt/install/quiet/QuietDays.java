package de.schulpakt.install.quiet;

import de.schulpakt.install.calendar.Holidays;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;

/** Days on which no lessons are disturbed. Whoever calls has asked the guard for the school. */
@ApplicationScoped
public class QuietDays {
    private static final int MOST = 500;

    @PersistenceContext
    EntityManager em;
    @Inject
    Holidays holidays;

    /** Some days of a school, both included. */
    public record Span(LocalDate fromOn, LocalDate toOn) {
        /** True if that day is one of them. */
        public boolean has(LocalDate day) {
            return !day.isBefore(fromOn) && !day.isAfter(toOn);
        }
    }

    /** The movable days of a school, with the school holidays. */
    public record Movable(List<Span> spans, Holidays holidays) {
        /** Whether lessons are disturbed on a day. */
        public Lessons on(LocalDate day) {
            return holidays.ofSchools(day).map(known -> new Lessons(Lessons.LessonDay.SCHOOL_HOLIDAYS, known.nameDe(), known.nameEn()))
                    .orElseGet(() -> new Lessons(spans.stream().anyMatch(span -> span.has(day)) ? Lessons.LessonDay.MOVABLE_DAY : Lessons.LessonDay.LESSONS, null, null));
        }
    }

    /** The movable days of a school from a day on; one statement. */
    public Movable of(Long schoolId, LocalDate from) {
        return new Movable(Ask.of(em, Span.class, """
                select b.fromOn as fromOn, b.toOn as toOn from SiteBlock b where b.schoolId = :school and b.kind = de.schulpakt.install.planning.BlockKind.MOVABLE and b.toOn >= :from order by b.fromOn, b.id""")
                .set("school", schoolId).set("from", from).list(MOST), holidays);
    }
}
