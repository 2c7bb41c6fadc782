package de.schulpakt.identity;

import java.util.Collection;
import java.util.List;

/** Names the awards to which the role of an auditor can be limited; the module of funding implements it. */
public interface AwardNames {
    /** An application with its number, title and authority. */
    record Award(Long id, String no, String title, String authority) {
    }

    /** All applications that were handed in, the newest first, at most 500. */
    List<Award> awards();

    /** Those of these applications that were handed in, however old; one statement. */
    List<Award> of(Collection<Long> ids);
}
