package de.schulpakt.overview.money;

import de.schulpakt.funding.ledger.PostingKind;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.install.ticket.CableClass;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.ModelKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One device's euro, from the ceiling of the programme to the serial number and the ticket. Parts that do not exist (a
 * device that was given, a ticket that a device without network does not need) are null, and so is what the asker may not see. Amounts gross, in cents.
 */
public record TraceView(Device device, Funding funding, Request request, Order order, Delivery delivery, Ticket ticket,
        List<Posting> postings, List<Placement> placements) {
    /** The device itself. */
    public record Device(Long id, String inventoryNo, String serial, String model, ModelKind kind, DeviceState state,
            Long schoolId, String school, String room, String targetRoom, Long priceCents, LocalDate deliveredOn,
            LocalDate inServiceOn, Integer bindingYears, LocalDate bindingEndOn, String fundingLabel) {
    }

    /**
     * Who pays.
     *
     * @param ceilingCents grant money of the authority, without own share
     * @param ownShareBp   own share in basis points, as frozen at submission
     */
    public record Funding(Long programmeId, String programme, Long ceilingCents, Long applicationId, String applicationNo,
            String decisionReference, LocalDate decidedOn, Integer ownShareBp, LocalDate periodFrom, LocalDate periodTo,
            Long budgetId, Integer positionNo, Category category, Long appliedCents, Long approvedCents) {
    }

    /** What the school asked for. */
    public record Request(Long id, String no, String title, LocalDate submittedOn, Integer lineNo, String item,
            Integer quantity, Long priceCents, String room) {
    }

    /** What was ordered for it. */
    public record Order(Long id, String no, String supplier, String awardReference, LocalDate orderedOn, Integer lineNo,
            Integer quantity, Long priceCents) {
    }

    /** What came. */
    public record Delivery(Long id, String deliveryNoteNo, LocalDate receivedOn, Integer quantity, Long priceCents,
            Long invoiceId, String invoiceNo, LocalDate invoicedOn, Long invoiceCents) {
    }

    /** How it was installed. */
    public record Ticket(Long id, String no, TicketState state, String assignee, Instant openedAt, Instant closedAt,
            Instant acceptedAt, String acceptedBy, List<Measurement> measurements) {
        Ticket with(List<Measurement> taken) {
            return new Ticket(id, no, state, assignee, openedAt, closedAt, acceptedAt, acceptedBy, taken);
        }
    }

    /** What was measured. */
    public record Measurement(String socket, String switchPort, CableClass cableClass, Integer signalDbm, Boolean passed,
            String actor, Instant measuredAt) {
    }

    /** A line of the ledger on the way. */
    public record Posting(Long id, PostingKind kind, Long amountCents, String source, String actor, Instant at) {
    }

    /** The time in one room. */
    public record Placement(String room, Instant fromAt, Instant toAt, String actor) {
    }

    /** The posting of a kind on this way, the first if there are several; null if there is none. */
    public Posting posting(String kind) {
        return postings.stream().filter(p -> p.kind().name().equals(kind)).findFirst().orElse(null);
    }
}
