package de.schulpakt.install.planning;

import static de.schulpakt.identity.Permission.TICKET_WORK;

import de.schulpakt.identity.Guard;
import de.schulpakt.install.kind.KnownKinds;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;

/** What a technician can do; everybody enters the own skills. Who has entered none is taken to be able to do everything. */
@UseCases
public class Skills {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Actor actor;
    @Inject
    History history;
    @Inject
    KnownKinds kinds;
    @Inject
    TechnicianTime time;

    /**
     * The asker can work these kinds of tickets, and no others.
     *
     * @throws Refused {@code ticket.kind_unknown} if there is no such kind
     */
    public void set(@Valid Set cmd) {
        guard.requireForOneself(TICKET_WORK);
        // two windows of one person wait for each other
        time.lock(actor.id());
        TreeSet<String> wanted = new TreeSet<>(cmd.kinds());
        for (String code : wanted) {
            if (kinds.latest(code).isEmpty()) {
                throw new Refused("ticket.kind_unknown", code);
            }
        }
        List<TechnicianSkill> before = em.createQuery("select s from TechnicianSkill s where s.technicianId = :me", TechnicianSkill.class)
                .setParameter("me", actor.id()).getResultList();
        HashSet<String> had = new HashSet<>(before.stream().map(TechnicianSkill::kindCode).toList());
        if (had.equals(wanted)) {
            return;
        }
        before.stream().filter(skill -> !wanted.contains(skill.kindCode())).forEach(em::remove);
        wanted.stream().filter(code -> !had.contains(code)).forEach(code -> em.persist(new TechnicianSkill(actor.id(), code)));
        history.record(new Ref("TechnicianSkill", actor.id(), String.valueOf(actor.id())), PlanningAction.SET_SKILLS,
                Said.that("said.skills", wanted.size()));
    }

    /** Codes of kinds of tickets; none for everything. */
    public record Set(@NotNull @Size(max = 60) java.util.Set<@NotNull @Size(max = 40) String> kinds) {
    }
}
