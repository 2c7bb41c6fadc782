package de.schulpakt.notice;

import java.util.Optional;

/** Where the letter of a notice is answered. The room {@code notice.answer} brings it. */
public interface Answering {
    /**
     * An address.
     *
     * @param internal true if the answer is read within the offices only
     */
    record Address(String mail, boolean internal) {
    }

    /** The address for this notice; empty where it cannot be answered. */
    Optional<Address> to(NoticeQueries.Row notice);
}
