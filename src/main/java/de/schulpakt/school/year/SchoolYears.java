package de.schulpakt.school.year;

import static de.schulpakt.identity.Permission.ROOM_EDIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.school.place.PlaceKind;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;

/** The numbers of schools by school year. */
@UseCases
public class SchoolYears {
    static final int FIRST = 2000;
    static final int MOST_PUPILS = 20_000;
    static final int MOST_TEACHERS = 2_000;
    static final int MOST_CLASSES = 1_000;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Actor actor;
    @Inject
    Clock clock;
    @Inject
    History history;

    /**
     * What a school is in a school year; what is null is not known.
     *
     * @param begins calendar year in which it begins
     * @param source where the numbers come from
     */
    public record Numbers(@NotNull Integer begins, @Min(0) @Max(MOST_PUPILS) Integer pupils, @Min(0) @Max(MOST_TEACHERS) Integer teachers,
            @Min(0) @Max(MOST_CLASSES) Integer classes, @NotBlank @Size(max = 200) String source) {
    }

    /** Other numbers for the same school year. */
    public record Change(@NotNull Integer version, @Min(0) @Max(MOST_PUPILS) Integer pupils, @Min(0) @Max(MOST_TEACHERS) Integer teachers,
            @Min(0) @Max(MOST_CLASSES) Integer classes, @NotBlank @Size(max = 200) String source) {
    }

    /** Takes the numbers of a school year away. */
    public record Remove(@NotNull Integer version, @NotBlank @Size(max = 1000) String reason) {
    }

    /**
     * Records a school year.
     *
     * @return id of the row
     * @throws NotFound if there is no such school or the asker may not see it
     * @throws Refused  {@code school_year.span} for a year before 2000 or after the next one; {@code school_year.nothing} without any
     *                  number; {@code school_year_once} by the database if the year is recorded
     */
    public Long record(long schoolId, @Valid Numbers cmd) {
        guard.require(ROOM_EDIT, schoolId);
        check(cmd);
        SchoolYear year = new SchoolYear(schoolId, cmd, actor.name(), clock.now());
        Ref school = school(schoolId);
        em.persist(year);
        em.flush();
        history.record(school, YearAction.RECORD, Said.all(List.of(year.words())).andWords(cmd.source()));
        return year.id();
    }

    /**
     * Changes the numbers of a school year; the history keeps what stood there.
     *
     * @throws Refused {@code school_year.nothing}
     */
    public void change(long id, @Valid Change cmd) {
        SchoolYear year = seen(id);
        year.unlessChangedSince(cmd.version());
        Numbers numbers = new Numbers(null, cmd.pupils(), cmd.teachers(), cmd.classes(), cmd.source());
        any(numbers);
        Sentence before = year.words();
        year.write(numbers, actor.name(), clock.now());
        history.record(school(year.schoolId()), YearAction.CHANGE, Said.all(new ArrayList<>(List.of(before, year.words()))).andWords(cmd.source()));
    }

    /** Removes the numbers of a school year, with the reason. */
    public void remove(long id, @Valid Remove cmd) {
        SchoolYear year = seen(id);
        year.unlessChangedSince(cmd.version());
        em.remove(year);
        em.flush();
        history.record(school(year.schoolId()), YearAction.REMOVE, Said.all(List.of(year.words())).andWords(cmd.reason()));
    }

    private SchoolYear seen(long id) {
        SchoolYear year = Find.locked(em, SchoolYear.class, id);
        guard.require(ROOM_EDIT, year.schoolId());
        return year;
    }

    private Ref school(Long id) {
        Named found = Ask.of(em, Named.class, "select s.name as name, s.place as place from School s where s.id = :id").set("id", id).one()
                .orElseThrow(() -> new NotFound("School", id));
        if (found.place().other()) {
            throw new Refused("place.no_school", found.name());
        }
        return new Ref("School", id, found.name()).ofSchool(id);
    }

    /** A school, or another place. */
    record Named(String name, PlaceKind place) {
    }

    private void check(Numbers cmd) {
        int last = clock.today().getYear() + 1;
        if (cmd.begins() < FIRST || cmd.begins() > last) {
            throw new Refused("school_year.span", cmd.begins(), FIRST, last);
        }
        any(cmd);
    }

    private static void any(Numbers cmd) {
        if (cmd.pupils() == null && cmd.teachers() == null && cmd.classes() == null) {
            throw new Refused("school_year.nothing");
        }
    }
}
