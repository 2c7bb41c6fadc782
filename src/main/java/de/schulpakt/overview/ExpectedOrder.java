package de.schulpakt.overview;

import de.schulpakt.procurement.order.OrderState;
import java.time.LocalDate;

/**
 * An order on its way.
 *
 * @param awaited pieces that have not come
 * @param schools how many schools wait for it
 * @param school  the school if it is one only, else the first
 */
public record ExpectedOrder(Long id, String no, OrderState state, String supplier, LocalDate expectedOn, Long awaited,
        Long schools, String school) {
}
