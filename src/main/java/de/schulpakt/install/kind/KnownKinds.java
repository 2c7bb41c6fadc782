package de.schulpakt.install.kind;

import de.schulpakt.platform.Find;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The kinds' door for tickets, which have asked the guard for what they do with them. */
@ApplicationScoped
public class KnownKinds {
    @PersistenceContext
    EntityManager em;

    /** A revision. */
    public Kind of(Long id) {
        return Find.one(em, TicketKind.class, id).kind();
    }

    /** The newest revision of a kind, offered or not. */
    public Optional<Kind> latest(String code) {
        return em.createQuery("select k from TicketKind k where k.code = :code and k.latest = true", TicketKind.class)
                .setParameter("code", code).getResultStream().findFirst().map(TicketKind::kind);
    }

    /** The newest revision of each kind. */
    List<Kind> all() {
        return em.createQuery("select k from TicketKind k where k.latest = true order by k.id", TicketKind.class).getResultStream()
                .map(TicketKind::kind).toList();
    }
}
