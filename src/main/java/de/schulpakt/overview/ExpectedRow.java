package de.schulpakt.overview;

import java.time.LocalDate;

/** Goods that are on their way to a school. */
public record ExpectedRow(Long requestId, String requestNo, String item, Integer awaited, String room, String school,
        String orderNo, LocalDate expectedOn) {
}
