package de.schulpakt.install.kind;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The kinds of tickets, changed by administrators while tickets run. */
@UseCases
public class Kinds {
    private static final int MOST_STEPS = 20;
    private static final int MOST_RESULTS = 20;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;
    @Inject
    KnownKinds known;

    /**
     * Adds a kind. The database refuses a code that is there with {@code ticket_kind_revision_once}.
     *
     * @return id of its first revision
     * @throws Refused as {@link #change}
     */
    public Long create(@Valid Create cmd) {
        guard.requireEverywhere(USER_ADMIN);
        return kept(new TicketKind(cmd.code(), 1, checked(cmd.code(), cmd.facts())), KindAction.CREATE);
    }

    /**
     * Makes the next revision of a kind; tickets that run keep theirs.
     *
     * @return id of the new revision
     * @throws Refused {@code kind.steps_differ} if both languages have not as many steps, {@code kind.steps_many};
     *                 {@code kind.measured_unaccepted}; {@code kind.served_unaccepted}; {@code kind.follow_up} for one that does
     *                 not exist, {@code kind.follow_up_own}; {@code kind.defect_kind} for one that does not exist; {@code kind.results_many}, {@code kind.result_twice}
     *                 and all of {@link KindResult}; {@code kind.team_missing} if a team works on them and none is named, {@code kind.team_unknown}
     *                 if no authority has a team of that name
     */
    public Long change(@NotBlank @Size(max = 40) String code, @Valid Change cmd) {
        guard.requireEverywhere(USER_ADMIN);
        TicketKind kind = latest(code);
        Conflict.unlessSame(kind.ref(), cmd.revision(), kind.revision());
        TicketKind next = kind.followed(checked(code, cmd.facts()));
        // the old one must have gone before the new one comes: one of each code is the newest
        em.flush();
        return kept(next, KindAction.CHANGE);
    }

    private Long kept(TicketKind kind, KindAction action) {
        em.persist(kind);
        em.flush();
        history.record(kind.ref(), action, Said.that("kind.said_revision", kind.revision()));
        return kind.id();
    }

    private TicketKind latest(String code) {
        return em.createQuery("select k from TicketKind k where k.code = :code and k.latest = true", TicketKind.class)
                .setParameter("code", code).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst()
                .orElseThrow(() -> new NotFound("TicketKind", code));
    }

    private Facts checked(String code, Facts facts) {
        List<String> steps = TicketKind.lines(facts.stepsDe());
        if (steps.size() != TicketKind.lines(facts.stepsEn()).size()) {
            throw new Refused("kind.steps_differ", steps.size(), TicketKind.lines(facts.stepsEn()).size());
        }
        if (steps.size() > MOST_STEPS) {
            throw new Refused("kind.steps_many", MOST_STEPS);
        }
        if (facts.measurement() && !facts.acceptance()) {
            throw new Refused("kind.measured_unaccepted");
        }
        if (facts.devices() == KindDevices.SERVE && !facts.acceptance()) {
            throw new Refused("kind.served_unaccepted");
        }
        if (facts.followUp() != null && !facts.followUp().isBlank()) {
            if (facts.followUp().equals(code)) {
                throw new Refused("kind.follow_up_own");
            }
            if (known.latest(facts.followUp()).isEmpty()) {
                throw new Refused("kind.follow_up", facts.followUp());
            }
        }
        if (facts.defectKind() != null && !facts.defectKind().isBlank() && !facts.defectKind().equals(code)
                && known.latest(facts.defectKind()).isEmpty()) {
            throw new Refused("kind.defect_kind", facts.defectKind());
        }
        List<KindResult> results = facts.asked();
        if (results.size() > MOST_RESULTS) {
            throw new Refused("kind.results_many", MOST_RESULTS);
        }
        Set<String> names = new HashSet<>();
        results.stream().filter(result -> !names.add(result.nameDe())).findFirst().ifPresent(result -> {
            throw new Refused("kind.result_twice", result.nameDe());
        });
        if (facts.worked() == KindWorkers.TEAM) {
            team(facts.team());
        }
        return facts;
    }

    private void team(String name) {
        if (name == null || name.isBlank()) {
            throw new Refused("kind.team_missing");
        }
        if (Ask.of(em, Long.class, "select count(t) from Team t where t.name = :name and t.ended = false").set("name", name.strip()).one().orElse(0L) == 0) {
            throw new Refused("kind.team_unknown", name.strip());
        }
    }

    /**
     * A new kind.
     *
     * @param code by which programs name it, e.g. {@code FAULT}
     */
    public record Create(@NotBlank @Size(max = 40) @Pattern(regexp = "[A-Z][A-Z0-9_]*") String code, @NotNull @Valid Facts facts) {
    }

    /**
     * How a kind is to be from now on.
     *
     * @param revision the one that the asker saw
     */
    public record Change(@NotNull Integer revision, @NotNull @Valid Facts facts) {
    }

    /**
     * What makes a kind; see {@link Kind}.
     *
     * @param stepsDe one step in each line, at most 20
     * @param stepsEn the same steps in English
     * @param minutes usual length of a visit, 15 to 600
     * @param defectKind null for a fault
     * @param noisy   disturbs lessons; null for no
     * @param results what it asks for, at most 20; null for nothing
     * @param workers who may take its tickets and work on them; null for every technician
     * @param team    name of the team, whichever authority has it, for {@link KindWorkers#TEAM}
     */
    public record Facts(@NotBlank @Size(max = 80) String nameDe, @NotBlank @Size(max = 80) String nameEn, @Size(max = 2000) String stepsDe,
            @Size(max = 2000) String stepsEn, @NotNull Boolean measurement, @NotNull Boolean photo, @NotNull Boolean acceptance,
            @NotNull KindDevices devices, @NotNull Boolean schoolOpens, @NotNull Priority priority,
            @NotNull @Min(15) @Max(600) Integer minutes, @Size(max = 40) String followUp, @Size(max = 40) String defectKind,
            @NotNull Boolean clocked, @NotNull Boolean offered, Boolean noisy, @Size(max = 50) List<@NotNull @Valid KindResult> results, KindWorkers workers,
            @Size(max = 80) String team) {
        /** With no results, for every technician. */
        public Facts(String nameDe, String nameEn, String stepsDe, String stepsEn, Boolean measurement, Boolean photo, Boolean acceptance, KindDevices devices,
                Boolean schoolOpens, Priority priority, Integer minutes, String followUp, String defectKind, Boolean clocked, Boolean offered, Boolean noisy) {
            this(nameDe, nameEn, stepsDe, stepsEn, measurement, photo, acceptance, devices, schoolOpens, priority, minutes, followUp, defectKind, clocked, offered, noisy,
                    null, null, null);
        }

        List<KindResult> asked() {
            return results == null ? List.of() : results.stream().map(KindResult::checked).toList();
        }

        KindWorkers worked() {
            return workers == null ? KindWorkers.TECHNICIANS : workers;
        }
    }
}
