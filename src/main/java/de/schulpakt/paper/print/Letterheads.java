package de.schulpakt.paper.print;

import java.util.Locale;

/** Where the engine finds what an authority brings to its papers; a room above brings the bean. */
public interface Letterheads {
    /**
     * What an authority brings to papers of a kind.
     *
     * @param authorityId null for a paper of no authority
     * @param kind        name of the {@link Printable}
     */
    Letter letter(Long authorityId, String kind, Locale locale);
}
