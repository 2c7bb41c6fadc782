package de.schulpakt.identity;

import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import java.util.Collection;
import java.util.List;

/** Names the authorities and schools for which a role can hold; the school module implements it. */
public interface Places {
    /** An authority or a school. */
    record Place(Long id, String name) {
    }

    /** The authorities of this installation by name. */
    List<Place> authorities();

    /**
     * The schools that belong to an authority of this installation, by name.
     *
     * @param text part of the name; null for all
     */
    Page<Place> schools(String text, PageRequest page);

    /** The names of these schools. */
    List<Place> named(Collection<Long> schoolIds);
}
