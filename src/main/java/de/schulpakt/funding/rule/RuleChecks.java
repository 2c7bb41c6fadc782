package de.schulpakt.funding.rule;

import de.schulpakt.funding.application.Applications;
import de.schulpakt.funding.settlement.Drawdowns;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.text.Frozen;
import de.schulpakt.platform.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Keeps what the rules said when a step relied on them, in the transaction of that step. Whoever calls it has taken the step that the guard allows. */
@ApplicationScoped
public class RuleChecks {
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
        keep(relied.applicationId(), null, null, relied.step().name(), finder.of(relied.applicationId()));
    }

    void keep(@Observes Drawdowns.Relied relied) {
        keep(RuleStage.DRAWDOWN, relied.drawdownId(), relied.step());
    }

    /**
     * Keeps what the rules say of one thing now, for each award that pays it; nothing if none does.
     *
     * @param action the step that relies on it
     */
    public void keep(RuleStage stage, long subjectId, Enum<?> action) {
        em.flush();
        RuleScope scope = new RuleScope(stage, subjectId);
        finder.behind(scope).forEach(application -> keep(application, stage, subjectId, Texts.key(action), finder.at(scope, application)));
    }

    private void keep(long applicationId, RuleStage stage, Long subjectId, String step, List<RuleFinding> findings) {
        em.persist(new RuleCheck(applicationId, stage, subjectId, step, Frozen.of(new RuleContent(findings)), actor.name(), clock.now()));
    }
}
