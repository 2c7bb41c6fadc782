package de.schulpakt.funding.proof;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a proof of use says: computed from the rows while it is written, kept as it was once it is handed in. Amounts in cents.
 *
 * @param report words of the authority, null if there are none
 */
public record ProofContent(Head head, List<Position> positions, Financing financing, List<Receipt> receipts, List<Device> devices, List<Moved> moved,
        List<Fact> facts, List<Gap> gaps, String report) {
    /** Of what it is an account. */
    public record Head(Long applicationId, String applicationNo, String title, String programme, Long authorityId, String authority,
            String decisionReference, LocalDate decidedOn, LocalDate periodFrom, LocalDate periodTo, Integer ownShareBp, ProofKind kind, LocalDate toOn,
            Integer edition) {
        /** The last day of invoices of which it speaks: an interim proof goes until its own day, whatever came since; null for a final one. */
        public LocalDate invoicesTo() {
            return kind == ProofKind.INTERIM ? toOn : null;
        }
    }

    /** What a rule says of a deviation. */
    public enum Answer implements Toned {
        /** Within what was approved, or within what the programme tolerates. */
        HOLDS(Tone.OK),
        /** Above what a verified rule tolerates. */
        BROKEN(Tone.BAD),
        /** Above what a rule tolerates that nobody has verified. */
        UNVERIFIED(Tone.WAIT),
        /** Above what was approved, and no rule says how far that may be. */
        OPEN(Tone.WAIT);

        private final Tone tone;

        Answer(Tone tone) {
            this.tone = tone;
        }

        @Override
        public Tone tone() {
            return tone;
        }
    }

    /**
     * A position of the finance plan.
     *
     * @param approvedCents  what was approved for it, with what it got out of the rest that no position had
     * @param movedCents     what was moved to it besides, less than nothing for what was moved away
     * @param deviationCents spent less approved
     * @param toleranceBp    of the rule, in basis points of what was approved; null without one
     */
    public record Position(Long budgetId, Integer no, Long schoolId, String school, Category category, String description, Long approvedCents,
            Long movedCents, Long spentCents, Long deviationCents, Integer toleranceBp, Answer answer) {
    }

    /**
     * Who paid.
     *
     * @param eligibleCents  eligible expenditure, own share included
     * @param approvedCents  what was approved of it at most, the rest that no position had included
     * @param grantCents     grant share of what was spent, at most the whole grant
     * @param ownShareCents  what the authority pays itself of the eligible expenditure
     * @param othersCents    beside it, from other money on the same invoices: not eligible, or of another programme
     * @param awardCents     the whole grant
     * @param requestedCents of it asked for
     * @param heldCents      received and not repaid
     * @param balanceCents   still to come; less than nothing goes back
     * @param restCents      what was approved and no position has got
     */
    public record Financing(Long eligibleCents, Long approvedCents, Long grantCents, Long ownShareCents, Long othersCents, Long awardCents,
            Long requestedCents, Long heldCents, Long balanceCents, long restCents) {
    }

    /**
     * A line of the list of receipts, by day of the invoice. What of an invoice stands on one line of an order is told once, at the first
     * position that pays it: net, tax, gross, discount and what others pay.
     *
     * @param no           its number in the list
     * @param eligibleCents what this position pays of it
     * @param file          name of the invoice among the papers, null without one
     */
    public record Receipt(Integer no, Long postingId, Long budgetId, Integer positionNo, Category category, String school, Long invoiceId,
            String invoiceNo, LocalDate invoicedOn, String payee, String item, Integer quantity, Long orderId, String orderNo, Long netCents,
            Long vatCents, Long grossCents, Long discountCents, Long othersCents, Long eligibleCents, LocalDate receivedOn, LocalDate paidOn,
            String file, String note) {
    }

    /**
     * A device that was paid.
     *
     * @param receiptNo the line of the list of receipts; null for one that was not ordered here and was tied to the position
     * @param state     key of the text of its state
     * @param moves     how often it was moved from one room to another
     */
    public record Device(Long id, Integer receiptNo, Integer positionNo, String serial, String inventoryNo, String model, Long schoolId, String school,
            String room, String state, Instant acceptedAt, String acceptedBy, LocalDate bindingEndOn, Integer moves) {
    }

    /** Money that was moved to a position, or away from it: less than nothing. */
    public record Moved(LocalDate on, Integer positionNo, String school, Long amountCents, String reason) {
    }

    /** What the factual report is drafted from. */
    public enum FactKind {
        /** Schools that got something. */
        SCHOOLS,
        /** Orders, and the suppliers of these. */
        ORDERS,
        /** Invoices. */
        INVOICES,
        /** The first and the last day on which goods came. */
        RECEIVED,
        /** Devices, and how many of them are in service. */
        DEVICES,
        /** Rooms in which they stand. */
        ROOMS,
        /** The first and the last day on which a device was taken into service. */
        ACCEPTED,
        /** The last day on which a binding ends. */
        BOUND
    }

    /**
     * A sentence of the factual report, drafted from the rows.
     *
     * @param number  how many
     * @param second  how many of them, or beside them; null for days
     * @param first   the first day, null for numbers
     * @param last    the last day
     */
    public record Fact(FactKind kind, Integer number, Integer second, LocalDate first, LocalDate last) {
    }

    /**
     * A gap.
     *
     * @param schoolId null for what concerns the application
     * @param number   of how many rows
     * @param example     one of them, or what is missing; null without
     * @param stocktakeId the stock-taking that has missed them, null for other gaps; the school is that of the stock-taking then
     * @param stocktakeNo its number
     */
    public record Gap(ProofGap kind, Long schoolId, String school, Integer number, String example, Long stocktakeId, String stocktakeNo) {
        /** A gap that no stock-taking has found. */
        public Gap(ProofGap kind, Long schoolId, String school, Integer number, String example) {
            this(kind, schoolId, school, number, example, null, null);
        }
    }

    /** The states of the devices of a school that have a gap, e.g. {@code IN_STOCK}: a list of devices that is filtered by one shows them all if it is the only one. */
    public Set<String> states(Gap gap) {
        return devices.stream().filter(d -> d.schoolId().equals(gap.schoolId()) && gap.kind().lacks(d)).map(d -> d.state().substring(d.state().indexOf('.') + 1))
                .collect(Collectors.toSet());
    }
}
