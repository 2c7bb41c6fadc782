package de.schulpakt.procurement;

import java.util.List;

/**
 * What stands behind the source of a posting; what does not apply is null.
 *
 * @param source  {@code request_item:id}, {@code order_line:id} or {@code delivery_line:id}
 * @param article name of the catalogue item
 * @param devices the devices that came with it: of a delivery line its own, of an order line all, of a wish none
 */
public record Trace(String source, String article, Integer quantity, Long requestId, String requestNo, Long orderId,
        String orderNo, Long deliveryId, String deliveryNoteNo, String invoiceNo, List<Device> devices) {

    /** A device that was paid. */
    public record Device(Long id, String inventoryNo, String serial) {
    }
}
