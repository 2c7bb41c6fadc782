package de.schulpakt.procurement.invoice.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.schulpakt.platform.rest.web.JsonProvider;
import de.schulpakt.procurement.invoice.Invoices;
import de.schulpakt.procurement.order.Orders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CommandJsonTest {
    private final ObjectMapper json = new JsonProvider().locateMapper(Orders.Place.class, MediaType.APPLICATION_JSON_TYPE);

    @Test
    void an_order_may_leave_out_what_is_optional() throws Exception {
        Orders.Place cmd = json.readValue("{\"supplierId\":1,\"requestItemIds\":[2,3],\"expectedOn\":\"2026-12-01\"}", Orders.Place.class);
        assertThat(cmd).isEqualTo(new Orders.Place(1L, java.util.List.of(2L, 3L), LocalDate.of(2026, 12, 1), null, null));
    }

    @Test
    void a_delivery_is_read_with_serials_or_with_a_quantity() throws Exception {
        Invoices.Receive cmd = json.readValue("{\"version\":1,\"deliveryNoteNo\":\"L-1\",\"receivedOn\":\"2026-11-23\","
                + "\"invoiceNo\":\"R-1\",\"invoicedOn\":\"2026-11-23\",\"lines\":[{\"orderLineId\":1,\"serials\":[\"A\"]},"
                + "{\"orderLineId\":2,\"priceCents\":100,\"quantity\":3}]}", Invoices.Receive.class);
        assertThat(cmd.lines().get(0).serials()).containsExactly("A");
        assertThat(cmd.lines().get(1).serials()).isEmpty();
        assertThat(cmd.lines().get(1).quantity()).isEqualTo(3);
    }
}
