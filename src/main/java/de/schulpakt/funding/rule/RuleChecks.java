package de.schulpakt.funding.rule;

import de.schulpakt.funding.application.Applications;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.text.Frozen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Keeps what the rules said when an application was submitted or decided, in the transaction of that step. */
@ApplicationScoped
class RuleChecks {
    @PersistenceContext
    EntityManager em;
    @Inject
    RuleFinder finder;
    @Inject
    Actor actor;
    @Inject
    Clock clock;

    void keep(@Observes Applications.Relied relied) {
        em.flush();
        Frozen frozen = Frozen.of(new RuleContent(finder.of(relied.applicationId())));
        em.persist(new RuleCheck(relied.applicationId(), relied.step().name(), frozen, actor.name(), clock.now()));
    }
}
