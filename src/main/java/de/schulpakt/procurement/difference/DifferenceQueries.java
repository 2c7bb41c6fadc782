package de.schulpakt.procurement.difference;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;
import static de.schulpakt.identity.Permission.ORDER_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.procurement.depreciation.AssetBookingQueries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Questions about differences. */
@Queries
public class DifferenceQueries {
    /** Bookings of a reference that a page shows. */
    private static final int SHOWN = 200;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;
    @Inject
    AssetBookingQueries assets;

    /**
     * A difference. Amounts in cents, null on the side that has none.
     *
     * @param sent     what was sent, null if nothing was
     * @param asset    true if that is a line of a run of depreciation
     * @param bookings what is booked there
     */
    public record View(Long id, DifferenceKind kind, DifferenceState state, Long authorityId, String authority, String label, String account, LocalDate dayOn,
            Long hereCents, Long thereCents, Instant foundAt, Sent sent, Boolean asset, List<Booking> bookings, Set<DifferenceAction> actions, Integer version,
            List<HistoryEntry> timeline, Boolean mayTakeBack) {
    }

    /** A line of a run. */
    public record Sent(Long runId, String runNo, String reference, LocalDate postedOn, String account, String costCentre, String specialItemNo, Long amountCents, String words) {
    }

    /**
     * A booking of the finance system.
     *
     * @param takenBack true: it does not count
     */
    public record Booking(Long id, String documentNo, String documentLine, String account, LocalDate bookedOn, Long amountCents, Boolean takenBack, Integer version) {
    }

    private record Head(DifferenceKind kind, DifferenceState state, Long authorityId, String authority, String label, String account, LocalDate dayOn, Long hereCents,
            Long thereCents, Instant foundAt, Long lineId, Long bookingId, Integer version) {
    }

    /**
     * A difference with what was sent and what was booked.
     *
     * @throws NotFound if there is none or its authority is not the asker's
     */
    public View view(long id) {
        Head h = Ask.of(em, Head.class, """
                select d.kind as kind, d.state as state_, a.id as authorityId, a.name as authority, d.label as label, d.account as account, d.dayOn as dayOn,
                    d.hereCents as hereCents, d.thereCents as thereCents, d.foundAt as foundAt, d.lineId as lineId, d.bookingId as bookingId, d.version as version_
                from FinanceDifference d join Authority a on a.id = d.authorityId where d.id = :id""").set("id", id).one()
                .orElseThrow(() -> new NotFound("FinanceDifference", id));
        guard.requireAuthority(ORDER_VIEW, h.authorityId());
        Sent sent = h.lineId() == null ? null : Ask.of(em, Sent.class, """
                select r.id as runId, r.no as runNo, l.reference as reference, l.postedOn as postedOn, l.account as account, l.costCentre as costCentre,
                    l.specialItemNo as specialItemNo, l.amountCents as amountCents, l.words as words
                from FinanceLine l join FinanceRun r on r.id = l.runId where l.id = :id""").set("id", h.lineId()).one().orElse(null);
        boolean asset = h.lineId() == null && h.bookingId() == null && h.label().startsWith(Differences.DEPRECIATION);
        if (asset) {
            sent = assets.sent(h.authorityId(), List.of(h.label().substring(0, h.label().lastIndexOf('-')))).stream().filter(s -> s.line().reference().equals(h.label())).findFirst()
                    .map(s -> new Sent(s.runId(), s.no(), s.line().reference(), s.line().postedOn(), s.line().account(), s.line().costCentre(), null, s.line().amountCents(),
                            s.line().words())).orElse(null);
        }
        List<Booking> bookings = Ask.of(em, Booking.class, """
                select b.id as id, b.documentNo as documentNo, b.documentLine as documentLine, b.account as account, b.bookedOn as bookedOn,
                    b.amountCents as amountCents, b.takenBack as takenBack, b.version as version_
                from FinanceBooking b where b.authorityId = :authority and (b.id = :booking or b.reference = :reference) order by b.id""")
                .set("authority", h.authorityId()).set("booking", h.bookingId() == null ? -1L : h.bookingId()).set("reference", sent == null ? "" : sent.reference())
                .list(SHOWN);
        List<HistoryEntry> timeline = new ArrayList<>(history.of("FinanceDifference", id));
        timeline.addAll(history.ofAll("FinanceBooking", bookings.stream().map(Booking::id).toList()));
        timeline.sort(Comparator.comparing(HistoryEntry::at).reversed());
        return new View(id, h.kind(), h.state(), h.authorityId(), h.authority(), h.label(), h.account(), h.dayOn(), h.hereCents(), h.thereCents(), h.foundAt(), sent,
                asset, bookings, guard.actionsOfAuthority(DifferenceFlow.FLOW, h.state(), h.authorityId()), h.version(), timeline,
                guard.mayAuthority(DELIVERY_RECEIVE, h.authorityId()));
    }
}
