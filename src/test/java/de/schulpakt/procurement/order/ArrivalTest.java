package de.schulpakt.procurement.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.text.Money;
import de.schulpakt.procurement.request.Wish;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrivalTest {
    private static OrderLine three() {
        Wish wish = new Wish(1L, 1L, "B-2026-0001", 1L, 1L, 1L, 3, Money.of(40_000), 1L, 1L);
        return new OrderLine(1L, 1, wish, Money.of(40_000), 1900);
    }

    private static Arrival arrival(ModelKind kind, Long price, Integer quantity, String... serials) {
        return Arrival.of(new Orders.Received(1L, price, Arrays.asList(serials), quantity), three(), "Tablet", 1L, kind);
    }

    @Test
    void scanned_serials_are_trimmed_and_empty_ones_do_not_count() {
        Arrival arrival = arrival(ModelKind.TABLET, null, null, " A1 ", "", null, "A2\t");
        assertThat(arrival.serials()).containsExactly("A1", "A2");
        assertThat(arrival.pieces()).isEqualTo(2);
        assertThat(arrival.amount()).isEqualTo(Money.of(80_000));
    }

    @Test
    void the_invoiced_price_counts() {
        assertThat(arrival(ModelKind.TABLET, 39_900L, null, "A1").amount()).isEqualTo(Money.of(39_900));
    }

    @Test
    void more_than_is_awaited_is_refused() {
        assertThatThrownBy(() -> arrival(ModelKind.TABLET, null, null, "1", "2", "3", "4")).isInstanceOf(Refused.class)
                .hasMessageContaining("delivery.too_many");
    }

    @Test
    void a_serial_scanned_twice_is_refused_even_in_other_letters_and_other_lines() {
        assertThatThrownBy(() -> Arrival.refuseTwice(List.of(arrival(ModelKind.TABLET, null, null, "abc"),
                arrival(ModelKind.TABLET, null, null, "ABC")))).isInstanceOf(Refused.class)
                .hasMessageContaining("delivery.serial_twice");
    }

    @Test
    void accessories_are_counted_and_devices_need_their_serials() {
        assertThat(arrival(ModelKind.ACCESSORY, null, 2).pieces()).isEqualTo(2);
        assertThatThrownBy(() -> arrival(ModelKind.TABLET, null, 2, "A1")).isInstanceOf(Refused.class)
                .hasMessageContaining("delivery.serial_missing");
    }
}
