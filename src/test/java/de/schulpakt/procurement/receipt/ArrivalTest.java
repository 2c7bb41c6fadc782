package de.schulpakt.procurement.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.text.Money;
import de.schulpakt.procurement.order.OrderLines;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrivalTest {
    private static OrderLines.Line three() {
        return new OrderLines.Line(1L, 1L, 1, 1L, 1L, 1L, 3, 0, 0, 0, Money.of(40_000), 1900, null);
    }

    private static Arrival arrival(ModelKind kind, Integer quantity, String... serials) {
        return Arrival.of(new Receipts.Came(1L, Arrays.asList(serials), quantity), three(), "Tablet", 1L, kind);
    }

    @Test
    void scanned_serials_are_trimmed_and_empty_ones_do_not_count() {
        Arrival arrival = arrival(ModelKind.TABLET, null, " A1 ", "", null, "A2\t");
        assertThat(arrival.serials()).containsExactly("A1", "A2");
        assertThat(arrival.pieces()).isEqualTo(2);
    }

    @Test
    void more_than_is_awaited_is_refused() {
        assertThatThrownBy(() -> arrival(ModelKind.TABLET, null, "1", "2", "3", "4")).isInstanceOf(Refused.class)
                .hasMessageContaining("delivery.too_many");
    }

    @Test
    void a_serial_scanned_twice_is_refused_even_in_other_letters_and_other_lines() {
        assertThatThrownBy(() -> Arrival.refuseTwice(List.of(arrival(ModelKind.TABLET, null, "abc"),
                arrival(ModelKind.TABLET, null, "ABC")))).isInstanceOf(Refused.class)
                .hasMessageContaining("delivery.serial_twice");
    }

    @Test
    void accessories_are_counted_and_devices_need_their_serials() {
        assertThat(arrival(ModelKind.ACCESSORY, 2).pieces()).isEqualTo(2);
        assertThatThrownBy(() -> arrival(ModelKind.TABLET, 2, "A1")).isInstanceOf(Refused.class)
                .hasMessageContaining("delivery.serial_missing");
    }
}
