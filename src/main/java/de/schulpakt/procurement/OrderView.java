package de.schulpakt.procurement;

import de.schulpakt.funding.Category;
import de.schulpakt.inventory.DeviceState;
import de.schulpakt.inventory.ModelKind;
import de.schulpakt.platform.HistoryEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * An order whole.
 *
 * @param totalCents    gross, all lines at the ordered price
 * @param netCents      the same without tax, which the award limit is compared with
 * @param invoicedCents gross, all invoices
 */
public record OrderView(Long id, String no, Long supplierId, String supplier, String supplierEmail, Long authorityId,
        String authority, OrderState state, String awardReference, LocalDate orderedOn, LocalDate expectedOn, Long totalCents,
        Long netCents, Long invoicedCents, List<Line> lines, List<Arrived> deliveries, List<Piece> devices,
        Set<OrderAction> actions, Integer version, List<HistoryEntry> timeline) {

    /**
     * A line of the order.
     *
     * @param awaited    pieces still to come
     * @param serialised true: every piece has a serial and becomes a device
     * @param priceCents gross unit price ordered
     * @param label      programme, application and position that pay
     */
    public record Line(Long id, Integer lineNo, Long itemId, String article, String maker, String model, ModelKind kind,
            Boolean serialised, Long schoolId, String school, Long roomId, String room, String building, Long requestId,
            String requestNo, Integer quantity, Integer delivered, Integer cancelled, Integer awaited, Long priceCents,
            Long sumCents, Integer vatBp, Long budgetId, Category category, String label) {
    }

    /** A delivery with its invoice; the total is gross. */
    public record Arrived(Long id, String deliveryNoteNo, LocalDate receivedOn, Long invoiceId, String invoiceNo,
            LocalDate invoicedOn, Long totalCents, Long pieces) {
    }

    /**
     * A device that came.
     *
     * @param room       where it stands, null if it is not placed yet
     * @param priceCents gross price invoiced
     */
    public record Piece(Long deviceId, Long orderLineId, Long deliveryId, String inventoryNo, String serial, DeviceState state,
            String room, Long priceCents) {
    }
}
