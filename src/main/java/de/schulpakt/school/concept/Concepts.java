package de.schulpakt.school.concept;

import static de.schulpakt.identity.Permission.APPLICATION_EDIT;
import static de.schulpakt.identity.Permission.ROOM_EDIT;
import static de.schulpakt.identity.Permission.SCHOOL_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.SchoolAuthorities;
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
import de.schulpakt.school.place.PlaceKind;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/** Concepts of schools, version by version. */
@UseCases
public class Concepts {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    SchoolAuthorities authorities;
    @Inject
    Actor actor;
    @Inject
    Clock clock;
    @Inject
    History history;

    /**
     * What a version says.
     *
     * @param resolvedOn day of the school's resolution
     * @param approver   office that approved it, with the day, or neither
     */
    public record Details(@NotBlank @Size(max = 200) String title, @NotNull LocalDate resolvedOn, @NotNull LocalDate validFrom, @Size(max = 160) String approver,
            LocalDate approvedOn) {
    }

    /** A new version. */
    public record Record(@NotNull ConceptKind kind, @NotNull @Valid Details details) {
    }

    /** Something else is so. */
    public record Change(@NotNull Integer version, @NotNull @Valid Details details) {
    }

    /** A side has signed. */
    public record Sign(@NotNull Integer version, @NotNull ConceptSide side, @NotNull LocalDate on) {
    }

    /** A signature was recorded by mistake. */
    public record Unsign(@NotNull Integer version, @NotNull ConceptSide side, @NotBlank @Size(max = 1000) String reason) {
    }

    /** It does not count, or counts after all. */
    public record Reason(@NotNull Integer version, @NotBlank @Size(max = 1000) String reason) {
    }

    /**
     * Records the next version of a concept; its file is attached to it.
     *
     * @return id of the version
     * @throws NotFound if there is no such school or the asker may not see it
     * @throws Refused  {@code school_concept.future} for a resolution or approval that is to come, {@code school_concept.order} for one that
     *                  was approved or is valid before it was resolved, {@code school_concept_approved}; {@code school_concept_once} by
     *                  the database if somebody else records the same version at once
     */
    public Long record(long schoolId, @Valid Record cmd) {
        guard.require(ROOM_EDIT, schoolId);
        check(cmd.details());
        Ref school = school(schoolId);
        int edition = Ask.of(em, Integer.class, "select coalesce(max(c.edition), 0) as edition from Concept c where c.schoolId = :school and c.kind = :kind")
                .set("school", schoolId).set("kind", cmd.kind()).one().orElse(0) + 1;
        Concept concept = new Concept(schoolId, cmd.kind(), edition, cmd.details(), actor.name(), clock.now());
        em.persist(concept);
        em.flush();
        history.record(school, ConceptAction.RECORD, Said.all(List.of(concept.words())));
        return concept.id();
    }

    /**
     * Changes what it says.
     *
     * @throws Refused as {@link #record}; {@code school_concept.withdrawn}; {@code school_concept.stands_signed} while a side has signed it
     */
    public void change(long id, @Valid Change cmd) {
        Concept concept = seen(id, cmd.version());
        check(cmd.details());
        concept.change(cmd.details());
        history.record(school(concept.schoolId()), ConceptAction.CHANGE, Said.all(List.of(concept.words())));
    }

    /**
     * Records that a side has signed: who describes the school says it for the school, who writes applications for the authority.
     *
     * @throws Refused {@code school_concept.not_to_sign} for a media concept, {@code school_concept.signed}, {@code school_concept.future},
     *                 {@code school_concept.signed_early} before the school resolved on it, {@code school_concept.withdrawn}
     */
    public void sign(long id, @Valid Sign cmd) {
        Concept concept = toSign(id, cmd.side(), cmd.version());
        if (cmd.on().isAfter(clock.today())) {
            throw new Refused("school_concept.future", cmd.on());
        }
        concept.signed(cmd.side(), cmd.on());
        history.record(school(concept.schoolId()), ConceptAction.SIGN, Said.all(List.of(concept.words())).andWords(null));
    }

    /**
     * Takes a signature back that was recorded by mistake.
     *
     * @throws Refused {@code school_concept.not_signed}, {@code school_concept.not_to_sign}, {@code school_concept.withdrawn}
     */
    public void unsign(long id, @Valid Unsign cmd) {
        Concept concept = toSign(id, cmd.side(), cmd.version());
        concept.signed(cmd.side(), null);
        history.record(school(concept.schoolId()), ConceptAction.UNSIGN, Said.all(List.of(concept.words())).andWords(cmd.reason()));
    }

    /**
     * It does not count: it was entered by mistake, or no longer holds and nothing took its place.
     *
     * @throws Refused {@code school_concept.withdrawn}
     */
    public void withdraw(long id, @Valid Reason cmd) {
        Concept concept = seen(id, cmd.version());
        concept.withdraw(clock.today());
        history.record(school(concept.schoolId()), ConceptAction.WITHDRAW, Said.all(List.of(concept.words())).andWords(cmd.reason()));
    }

    /**
     * It counts after all.
     *
     * @throws Refused {@code school_concept.counts}
     */
    public void restore(long id, @Valid Reason cmd) {
        Concept concept = seen(id, cmd.version());
        concept.restore();
        history.record(school(concept.schoolId()), ConceptAction.RESTORE, Said.all(List.of(concept.words())).andWords(cmd.reason()));
    }

    private Concept seen(long id, Integer version) {
        Concept concept = Find.locked(em, Concept.class, id);
        guard.require(ROOM_EDIT, concept.schoolId());
        concept.unlessChangedSince(version);
        return concept;
    }

    private Concept toSign(long id, ConceptSide side, Integer version) {
        Concept concept = Find.locked(em, Concept.class, id);
        guard.require(SCHOOL_VIEW, concept.schoolId());
        if (side == ConceptSide.SCHOOL) {
            guard.require(ROOM_EDIT, concept.schoolId());
        } else {
            guard.requireAuthority(APPLICATION_EDIT, authorities.authorityOf(concept.schoolId()));
        }
        concept.unlessChangedSince(version);
        return concept;
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

    private void check(Details d) {
        LocalDate today = clock.today();
        if (d.resolvedOn().isAfter(today) || d.approvedOn() != null && d.approvedOn().isAfter(today)) {
            throw new Refused("school_concept.future", d.resolvedOn().isAfter(today) ? d.resolvedOn() : d.approvedOn());
        }
        if (d.validFrom().isBefore(d.resolvedOn()) || d.approvedOn() != null && d.approvedOn().isBefore(d.resolvedOn())) {
            throw new Refused("school_concept.order", d.resolvedOn());
        }
    }
}
