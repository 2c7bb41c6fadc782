package de.schulpakt.funding.pack;

import de.schulpakt.funding.programme.ProgrammeChanging;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** What a rule pack describes is changed by its next edition, not by hand. */
@ApplicationScoped
class PackProgrammes {
    @PersistenceContext
    EntityManager em;

    /** Refuses with {@code programme.of_pack} (name and edition). */
    void programmeChanging(@Observes ProgrammeChanging news) {
        Ask.of(em, Named.class, "select p.name as name, p.edition as edition from RulePack p where p.programmeId = :programme order by p.id desc").set("programme", news.programmeId())
                .list(1).stream().findFirst().ifPresent(pack -> {
                    throw new Refused("programme.of_pack", pack.name(), pack.edition());
                });
    }

    /** A pack. */
    record Named(String name, String edition) {
    }
}
