package de.schulpakt.install.planning.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.install.planning.Slots;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Dates that a technician types in order to offer them. */
class SlotFormTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @Test
    void what_is_typed_by_half_is_not_lost_unnoticed() {
        List<Slots.Slot> all = new ArrayList<>();
        SlotForm.add(all, 1, DAY, LocalTime.of(9, 0), 60);
        SlotForm.add(all, 2, null, null, 60);
        assertThat(all).hasSize(1);
        assertThatThrownBy(() -> SlotForm.add(all, 2, DAY, null, 60)).hasMessageContaining("slot.half");
        assertThatThrownBy(() -> SlotForm.add(all, 3, null, LocalTime.of(9, 0), 60)).hasMessageContaining("slot.half");
    }
}
