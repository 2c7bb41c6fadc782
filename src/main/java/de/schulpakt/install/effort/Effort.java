package de.schulpakt.install.effort;

import static de.schulpakt.identity.Permission.TICKET_WORK;

import de.schulpakt.identity.Guard;
import de.schulpakt.install.ticket.TicketWork;
import de.schulpakt.paper.print.Signing;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Sha256;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What a ticket takes: material and time. */
@UseCases
public class Effort {
    private static final int DAY = 1440;
    /** The paper of a ticket under which signatures stand. */
    private static final String PROTOCOL = "protocol";

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    History history;
    @Inject
    TicketWork work;
    @Inject
    Lots lots;
    @Inject
    Signing signing;

    /**
     * Takes material for a ticket out of a store of the authority that runs its school.
     *
     * @return the id of the use
     * @throws NotFound for a store of another authority
     * @throws Refused  {@code ticket.over} for a cancelled ticket; {@code store.too_little}
     */
    public Long use(long ticketId, @Valid Use cmd) {
        Ref ticket = mine(ticketId);
        Store store = lots.locked(cmd.storeId());
        if (!store.authorityId().equals(Ask.of(em, Long.class, "select s.authorityId from School s where s.id = :id").set("id", ticket.schoolId()).one().orElse(null))) {
            throw new NotFound("Store", cmd.storeId());
        }
        MaterialUse use = new MaterialUse(ticketId, store.id(), cmd.article().strip(), cmd.unit().strip(), cmd.amount(), clock.today());
        em.persist(use);
        em.flush();
        List<Lots.Part> parts = lots.take(store, use.article(), use.unit(), cmd.amount(), ticket.schoolId(), MoveKind.USED, use.id());
        use.cost(parts.stream().mapToLong(Lots.Part::cents).sum());
        Said said = Said.that("said.material_used", Lots.said(use.amount()), use.unit(), use.article(), store.name());
        history.record(ticket, StoreAction.USE, parts.stream().anyMatch(Lots.Part::foreign) ? said.and("said.material_foreign") : said);
        return use.id();
    }

    /**
     * It was not used after all, and is in the store again.
     *
     * @throws NotFound if the ticket has no such use
     * @throws Refused  {@code effort.taken_back} if it is back already; {@code store.closed}
     */
    public void back(long ticketId, @Valid Back cmd) {
        Ref ticket = putRight(ticketId);
        MaterialUse use = em.find(MaterialUse.class, cmd.id(), LockModeType.PESSIMISTIC_WRITE);
        if (use == null || !use.ticketId().equals(ticketId)) {
            throw new NotFound("MaterialUse", cmd.id());
        }
        if (use.takenBack()) {
            throw new Refused("effort.taken_back");
        }
        lots.locked(use.storeId()).unlessClosed();
        use.takeBack();
        lots.back(use);
        history.record(ticket, StoreAction.BACK, Said.that("said.material_back", Lots.said(use.amount()), use.unit(), use.article()).andWords(cmd.reason()));
    }

    /**
     * So many minutes were worked on a day.
     *
     * @return the id of the line
     * @throws Refused {@code ticket.over}; {@code effort.future}; {@code effort.long_ago} for a day more than a year ago; {@code effort.day_full} if the day of
     *                 the ticket had more minutes than a day of 24 hours has
     */
    public Long spend(long ticketId, @Valid Spend cmd) {
        Ref ticket = mine(ticketId);
        LocalDate on = cmd.workedOn() == null ? clock.today() : cmd.workedOn();
        if (on.isAfter(clock.today())) {
            throw new Refused("effort.future", on);
        }
        if (on.isBefore(clock.today().minusYears(1))) {
            throw new Refused("effort.long_ago", on);
        }
        long before = Ask.of(em, Long.class, "select coalesce(sum(w.minutes), 0) from WorkTime w where w.ticketId = :ticket and w.workedOn = :on and w.takenBack = false")
                .set("ticket", ticketId).set("on", on).one().orElse(0L);
        if (before + cmd.minutes() > DAY) {
            throw new Refused("effort.day_full", on, before);
        }
        WorkTime time = new WorkTime(ticketId, on, cmd.minutes(), cmd.note() == null || cmd.note().isBlank() ? null : cmd.note().strip());
        em.persist(time);
        em.flush();
        history.record(ticket, StoreAction.SPEND, Said.that("said.time_spent", cmd.minutes(), on));
        return time.id();
    }

    /**
     * The minutes were typed by mistake.
     *
     * @throws NotFound if the ticket has no such line
     * @throws Refused  {@code effort.taken_back}
     */
    public void unspend(long ticketId, @Valid Back cmd) {
        Ref ticket = putRight(ticketId);
        WorkTime time = em.find(WorkTime.class, cmd.id(), LockModeType.PESSIMISTIC_WRITE);
        if (time == null || !time.ticketId().equals(ticketId)) {
            throw new NotFound("WorkTime", cmd.id());
        }
        if (time.takenBack()) {
            throw new Refused("effort.taken_back");
        }
        time.takeBack();
        history.record(ticket, StoreAction.UNSPEND, Said.that("said.time_back", time.minutes(), time.workedOn()).andWords(cmd.reason()));
    }

    /**
     * Somebody of the school has signed on site, on the phone, for the words that it showed; the signature stands under the protocol of the ticket, for these words.
     *
     * @throws Refused {@code ticket.over}; {@code sign.strokes} for what is no drawing
     */
    public void sign(long ticketId, @Valid Sign cmd) {
        Ref ticket = mine(ticketId);
        signing.signed(PROTOCOL, ticket, cmd.words(), new Signing.Sign(cmd.name(), cmd.capacity(), cmd.strokes(), Sha256.hex(cmd.words())));
    }

    private Ref putRight(long ticketId) {
        Ref ticket = work.putRight(ticketId);
        // asked inside, too: here it is seen
        guard.require(TICKET_WORK, ticket.schoolId());
        return ticket;
    }

    private Ref mine(long ticketId) {
        Ref ticket = work.beside(ticketId);
        // asked inside, too: here it is seen
        guard.require(TICKET_WORK, ticket.schoolId());
        return ticket;
    }

    /** So much of an article of a store. */
    public record Use(@NotNull Long storeId, @NotBlank @Size(max = 120) String article, @NotBlank @Size(max = 20) String unit,
            @NotNull @DecimalMin("0.01") @DecimalMax("99999.99") @Digits(integer = 5, fraction = 2) BigDecimal amount) {
    }

    /**
     * A signature.
     *
     * @param name     who signs
     * @param capacity in which function, may be null
     * @param strokes  what was drawn, points in thousandths of the width
     * @param words    for what: what the phone showed
     */
    public record Sign(@NotBlank @Size(max = 120) String name, @Size(max = 120) String capacity, @NotBlank String strokes,
            @NotBlank @Size(max = 8_000) String words) {
    }

    /** A line that is put right, and why. */
    public record Back(@NotNull Long id, @NotBlank @Size(max = 500) String reason) {
    }

    /**
     * Minutes.
     *
     * @param workedOn null for today
     * @param note     what was done, may be null
     */
    public record Spend(@NotNull @Min(1) @Max(1440) Integer minutes, LocalDate workedOn, @Size(max = 200) String note) {
    }
}
