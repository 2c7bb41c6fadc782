package de.schulpakt.overview;

import java.time.LocalDate;
import java.util.List;

/**
 * What caused a posting, as far as it has come.
 *
 * @param quantity   pieces of this line
 * @param orderId    null until it is ordered
 * @param deliveryNo number of the delivery note; null until it has come
 * @param devices    serial numbers that came with it, at most {@value #MOST_DEVICES}
 * @param pieces     how many devices there are
 */
public record Cause(Long requestId, String requestNo, String item, Integer quantity, String room, Long orderId, String orderNo,
        String supplier, String deliveryNo, LocalDate receivedOn, String invoiceNo, List<CauseDevice> devices, Integer pieces) {
    static final int MOST_DEVICES = 6;
}
