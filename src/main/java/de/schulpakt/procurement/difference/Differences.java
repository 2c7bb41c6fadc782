package de.schulpakt.procurement.difference;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Steps;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.procurement.depreciation.AssetBookingQueries;
import de.schulpakt.procurement.finance.FinanceRuns;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Differences between what was sent to the finance system and what is booked there. They move no money. */
@UseCases
public class Differences {
    /** How references of depreciation begin. */
    static final String DEPRECIATION = "J-";

    @PersistenceContext
    EntityManager em;
    @Inject
    Steps steps;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    History history;
    @Inject
    FinanceRuns runs;
    @Inject
    AssetBookingQueries assets;

    /** Why. */
    public record Reason(@NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
    }

    /** A difference as it is found: of a line that was sent, or of a booking. Amounts are null on the side that has none. */
    record Found(DifferenceKind kind, Long lineId, Long bookingId, String label, String account, LocalDate dayOn, Long hereCents, Long thereCents) {
    }

    private record Sent(Long id, String reference, String account, LocalDate postedOn, Long cents, Long bookings, Long booked) {
        Found found() {
            boolean nothing = bookings == 0;
            return new Found(nothing ? DifferenceKind.HERE_ONLY : DifferenceKind.AMOUNT, id, null, reference, account, postedOn, cents, nothing ? null : booked);
        }
    }

    private record Foreign(Long id, String reference, String documentNo, String documentLine, String account, LocalDate bookedOn, Long cents) {
        Found found() {
            return new Found(DifferenceKind.THERE_ONLY, null, id, documentLine.isEmpty() ? documentNo : documentNo + " / " + documentLine, account, bookedOn, null, cents);
        }
    }

    /** Says why a difference is right as it is. */
    public void explain(long id, @Valid Reason cmd) {
        steps.take(FinanceDifference.class, id, DifferenceAction.EXPLAIN, cmd.version(), cmd.reason());
    }

    /** The reason does not hold: the difference is open again. */
    public void reopen(long id, @Valid Reason cmd) {
        steps.take(FinanceDifference.class, id, DifferenceAction.REOPEN, cmd.version(), cmd.reason());
    }

    /**
     * A booking that a file brought counts no longer: it was read from the wrong file, or the finance system has it no more. What it explained is a
     * difference again, what it was alone is settled.
     *
     * @throws NotFound if there is none or its authority is not the asker's
     * @throws Refused  {@code booking.taken_back} if it was taken back before
     */
    public void takeBack(long bookingId, @Valid Reason cmd) {
        count(bookingId, cmd, true);
    }

    /**
     * It counts again.
     *
     * @throws NotFound as {@link #takeBack}
     * @throws Refused  {@code booking.counts} if it was not taken back
     */
    public void restore(long bookingId, @Valid Reason cmd) {
        count(bookingId, cmd, false);
    }

    private void count(long bookingId, Reason cmd, boolean gone) {
        long authority = Ask.of(em, Long.class, "select b.authorityId from FinanceBooking b where b.id = :id").set("id", bookingId).one()
                .orElseThrow(() -> new NotFound("FinanceBooking", bookingId));
        guard.requireAuthority(DELIVERY_RECEIVE, authority);
        runs.lock(authority);
        FinanceBooking booking = Find.locked(em, FinanceBooking.class, bookingId);
        if (booking.takenBack() == gone) {
            throw new Refused(gone ? "booking.taken_back" : "booking.counts", booking.ref().no());
        }
        booking.takeBack(gone, cmd.version());
        history.record(booking.ref(), gone ? BookingAction.TAKE_BACK : BookingAction.RESTORE, Said.words(cmd.reason()));
        compare(authority);
    }

    /** Other postings are with the finance system: what was missed there, or was too much, may be so no longer. */
    void changed(@Observes FinanceRuns.Changed news) {
        compare(news.authorityId());
    }

    /** Finds the differences of an authority anew: settles what is no longer one, and opens what is one now. */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: who reads a file or sends a run has asked for DELIVERY_RECEIVE at the authority.")
    public void compare(long authorityId) {
        runs.lock(authorityId);
        em.flush();
        Set<Found> found = new LinkedHashSet<>();
        sent(authorityId).forEach(s -> found.add(s.found()));
        List<Foreign> foreign = foreign(authorityId);
        Map<String, AssetBookingQueries.Sent> depreciation = depreciation(authorityId, foreign);
        foreign.stream().filter(f -> f.reference() == null || !depreciation.containsKey(f.reference())).forEach(f -> found.add(f.found()));
        found.addAll(unlike(authorityId, depreciation.values(), foreign));
        List<FinanceDifference> known = em.createQuery("select d from FinanceDifference d where d.authorityId = :authority and d.state <> :settled order by d.id",
                FinanceDifference.class).setParameter("authority", authorityId).setParameter("settled", DifferenceState.SETTLED).getResultList();
        List<FinanceDifference> gone = new ArrayList<>();
        known.forEach(d -> {
            if (!found.remove(d.found())) {
                gone.add(d);
            }
        });
        gone.forEach(d -> history.record(d.ref(), DifferenceAction.SETTLE, d.follow(DifferenceAction.SETTLE), Said.NOTHING));
        // settled ones first: a line has one difference at a time
        em.flush();
        found.forEach(f -> em.persist(new FinanceDifference(authorityId, f, clock.now())));
        em.flush();
    }

    /** Lines that were sent before the last file came, and are not booked there or with another amount. */
    private List<Sent> sent(long authorityId) {
        return Ask.of(em, Sent.class, """
                select l.id as id, l.reference as reference, l.account as account, l.postedOn as postedOn, l.amountCents as cents,
                    (select count(b) from FinanceBooking b where b.reference = l.reference and b.authorityId = :authority and b.takenBack = false) as bookings,
                    (select coalesce(sum(c.amountCents), 0) from FinanceBooking c where c.reference = l.reference and c.authorityId = :authority and c.takenBack = false) as booked
                from FinanceLine l join FinanceRun r on r.id = l.runId where r.authorityId = :authority and l.openPostingId is not null
                and r.createdAt < (select max(x.importedAt) from FinanceBooking x where x.authorityId = :authority)
                and l.amountCents <> (select coalesce(sum(y.amountCents), 0) from FinanceBooking y where y.reference = l.reference and y.authorityId = :authority and y.takenBack = false)
                order by l.id""").set("authority", authorityId).list();
    }

    /** Lines of the files of depreciation of which anything has come back, by their references. */
    private Map<String, AssetBookingQueries.Sent> depreciation(long authorityId, List<Foreign> foreign) {
        Set<String> files = foreign.stream().map(Foreign::reference).filter(r -> r != null && r.startsWith(DEPRECIATION)).map(r -> r.substring(0, r.lastIndexOf('-')))
                .collect(Collectors.toCollection(TreeSet::new));
        return assets.sent(authorityId, files).stream().collect(Collectors.toMap(s -> s.line().reference(), s -> s, (a, b) -> a, LinkedHashMap::new));
    }

    /** Lines of these files that are not booked, or with another amount; what was sent after the last file came is not missed. */
    private List<Found> unlike(long authorityId, Collection<AssetBookingQueries.Sent> sent, List<Foreign> foreign) {
        if (sent.isEmpty()) {
            return List.of();
        }
        Map<String, Long> booked = foreign.stream().filter(f -> f.reference() != null).collect(Collectors.toMap(Foreign::reference, Foreign::cents, Long::sum));
        Instant last = Ask.of(em, Instant.class, "select max(x.importedAt) from FinanceBooking x where x.authorityId = :authority").set("authority", authorityId).one().orElseThrow();
        List<Found> found = new ArrayList<>();
        for (AssetBookingQueries.Sent s : sent) {
            Long there = booked.get(s.line().reference());
            boolean missed = there == null && s.madeAt().isBefore(last) && s.line().amountCents() != 0;
            if (missed || there != null && !there.equals(s.line().amountCents())) {
                found.add(new Found(missed ? DifferenceKind.HERE_ONLY : DifferenceKind.AMOUNT, null, null, s.line().reference(), s.line().account(), s.line().postedOn(),
                        s.line().amountCents(), there));
            }
        }
        return found;
    }

    /** Bookings for which nothing was sent. */
    private List<Foreign> foreign(long authorityId) {
        return Ask.of(em, Foreign.class, """
                select b.id as id, b.reference as reference, b.documentNo as documentNo, b.documentLine as documentLine, b.account as account, b.bookedOn as bookedOn,
                    b.amountCents as cents
                from FinanceBooking b where b.authorityId = :authority and b.takenBack = false and not exists (select l.id from FinanceLine l, FinanceRun r where r.id = l.runId
                and l.reference = b.reference and l.openPostingId is not null and r.authorityId = :authority) order by b.id""").set("authority", authorityId).list();
    }
}
