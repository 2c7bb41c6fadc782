package de.schulpakt.install;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One measurement of a ticket.
 *
 * @param lengthM   length of the link in metres, may be null
 * @param signalDbm received signal in dBm, may be null
 */
public record MeasurementRow(Long id, String socket, String switchPort, CableClass cableClass, BigDecimal lengthM,
        Integer signalDbm, Boolean passed, String note, String actor, Instant measuredAt) {
}
