package de.schulpakt.kit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;

/** A use case in miniature, by which the kit proves that it behaves as a server does. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class KitProbe {

    record Add(@NotNull Long id) {
    }

    record Added(long id) {
    }

    static class Odd extends Exception {
        private static final long serialVersionUID = 1L;
    }

    @PersistenceContext
    EntityManager em;
    @Inject
    Event<Added> news;

    private final List<String> heard = new ArrayList<>();

    void add(@Valid Add command) {
        em.createNativeQuery("INSERT INTO kit_probe (id) VALUES (?)").setParameter(1, command.id()).executeUpdate();
        news.fire(new Added(command.id()));
    }

    void addAndFail(long id) throws Odd {
        add(new Add(id));
        throw new Odd();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void onlyInside(long id) {
        add(new Add(id));
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void aside(long id) {
        add(new Add(id));
    }

    List<String> heard() {
        return heard;
    }

    void now(@Observes Added added) {
        heard.add("in " + added.id());
    }

    void later(@Observes(during = TransactionPhase.AFTER_SUCCESS) Added added) {
        heard.add("after " + added.id());
    }
}
