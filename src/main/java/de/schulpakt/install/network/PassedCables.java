package de.schulpakt.install.network;

import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Cables of the record that have passed their last test, as results of tickets name them. */
@ApplicationScoped
public class PassedCables {
    @PersistenceContext
    EntityManager em;

    /**
     * True if a cable of the school that is plugged has that label, ends at a port of that name ({@code panel / port}) or at a socket of that name, and has passed
     * its last test. Its caller has asked the guard for the ticket.
     */
    public boolean passed(Long schoolId, String name) {
        return Ask.of(em, Long.class, """
                select count(c) from NetworkCable c where c.schoolId = :school and c.live = true and c.passed = true and (c.label = :name
                    or exists (select e.id from NetworkEnd e, NetworkPort p, NetworkUnit u where e.cableId = c.id and e.live = true and p.id = e.portId and u.id = p.unitId
                        and (u.kind = :socket and u.name = :name or concat(u.name, ' / ', p.name) = :name)))""")
                .set("school", schoolId).set("name", name).set("socket", UnitKind.SOCKET).one().orElse(0L) > 0;
    }
}
