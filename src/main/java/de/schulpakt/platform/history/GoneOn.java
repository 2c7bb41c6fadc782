package de.schulpakt.platform.history;

import de.schulpakt.platform.Ref;
import java.time.Instant;

/** A subject has gone on: what people were asked to do about it is done. */
public record GoneOn(Ref ref, Instant at) {
}
