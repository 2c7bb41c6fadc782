package de.schulpakt.inventory.incident;

import static de.schulpakt.identity.Permission.DEVICE_ADD;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Steps;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Numbers;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** Damage, loss and theft of devices: what police and insurer say, and who pays. No money moves here. */
@UseCases
public class Incidents {
    private static final String SERIES = "D";
    private static final long MOST_CENTS = 1_000_000_00;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Steps steps;
    @Inject
    Actor actor;
    @Inject
    Clock clock;
    @Inject
    Numbers numbers;
    @Inject
    History history;

    /**
     * What is known of a case.
     *
     * @param words     what happened; names nobody
     * @param claimNo   number that the insurer has given
     * @param payer     null if it is not known yet
     * @param costCents repair or replacement, gross; null if it is not known yet
     */
    public record Facts(@NotNull IncidentKind kind, @NotNull LocalDate happenedOn, @NotBlank @Size(max = 2000) String words, @Size(max = 60) String policeNo,
            @Size(max = 120) String insurer, @Size(max = 60) String claimNo, IncidentPayer payer, @Min(0) @Max(MOST_CENTS) Long costCents) {
    }

    /** A case of a device. */
    public record Record(@NotNull Long deviceId, @NotNull @Valid Facts facts) {
    }

    /** What is known now. */
    public record Change(@NotNull Integer version, @NotNull @Valid Facts facts) {
    }

    /** What who pays has paid in the end, 0 for nothing. */
    public record Close(@NotNull Integer version, @NotNull @Min(0) @Max(MOST_CENTS) Long paidCents, @Size(max = 2000) String note) {
    }

    /** With the reason, which names nobody. */
    public record Why(@NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
    }

    /**
     * Writes a case down. The device itself stays as it is: who reports it lost or gives it up says so at the device.
     *
     * @return its id
     * @throws Refused {@code incident.day_ahead} for a day to come; {@code incident.police_missing} for a theft without the number of the police
     */
    public Long record(@Valid Record cmd) {
        Long school = Ask.of(em, Long.class, "select d.schoolId from Device d where d.id = :id").set("id", cmd.deviceId()).one()
                .orElseThrow(() -> new NotFound("Device", cmd.deviceId()));
        guard.require(DEVICE_ADD, school);
        sensible(cmd.facts());
        DeviceIncident incident = new DeviceIncident(numbers.next(SERIES), school, cmd, clock.now(), actor.name());
        em.persist(incident);
        em.flush();
        history.record(incident.ref(), IncidentAction.RECORD, said(cmd.facts()));
        return incident.id();
    }

    /** More is known, or other things; refused as {@link #record}. */
    public void change(long id, @Valid Change cmd) {
        var step = steps.begin(DeviceIncident.class, id, IncidentAction.CHANGE, cmd.version());
        sensible(cmd.facts());
        step.subject().become(cmd.facts());
        step.record(said(cmd.facts()));
    }

    /** Nothing more is expected; refused {@code incident.no_payer} as long as nobody is said to pay. */
    public void close(long id, @Valid Close cmd) {
        var step = steps.begin(DeviceIncident.class, id, IncidentAction.CLOSE, cmd.version());
        if (step.subject().payer() == null) {
            throw new Refused("incident.no_payer");
        }
        step.subject().paid(cmd.paidCents(), clock.today());
        step.record(Said.that("said.incident_paid", step.subject().payer(), Money.of(cmd.paidCents())).andWords(cmd.note()));
    }

    /** It goes on. */
    public void reopen(long id, @Valid Why cmd) {
        steps.take(DeviceIncident.class, id, IncidentAction.REOPEN, cmd.version(), cmd.reason()).paid(null, null);
    }

    private void sensible(Facts facts) {
        if (facts.happenedOn().isAfter(clock.today())) {
            throw new Refused("incident.day_ahead", facts.happenedOn());
        }
        if (facts.kind() == IncidentKind.THEFT && (facts.policeNo() == null || facts.policeNo().isBlank())) {
            throw new Refused("incident.police_missing");
        }
    }

    private static Said said(Facts facts) {
        Said said = Said.that("said.incident", facts.kind(), facts.happenedOn());
        return facts.costCents() == null ? said : said.and("said.incident_cost", Money.of(facts.costCents()));
    }
}
