package de.schulpakt.platform.draft;

import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * Drafts of long forms, kept while they are typed: they outlive the session, the tab and the device, and end when the form
 * is sent, when the person throws them away, or after 30 days.
 */
@UseCases
@Unguarded("A person keeps and sees only drafts of their own: every row is found by the actor.")
public class Drafts {
    private static final Duration AGE = Duration.ofDays(30);
    private static final int MOST_FORMS = 40;
    private static final int MOST_CHARS = 64 * 1024;

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Actor actor;

    /**
     * Keeps what stands in the form now, instead of what was kept before.
     *
     * @param form   the form and what it changes: small letters, digits and hyphens, at most 80
     * @param fields what stands in each field
     * @return when it was kept
     * @throws Refused {@code draft.too_long} beyond 64 Ki characters, {@code draft.form} for a name that is none
     */
    public Instant keep(String form, Map<String, String> fields) {
        if (form == null || !form.matches("[a-z0-9-]{1,80}")) {
            throw new Refused("draft.form");
        }
        String text = Draft.encode(fields);
        if (text.length() > MOST_CHARS) {
            throw new Refused("draft.too_long");
        }
        Instant now = clock.now();
        em.createNativeQuery("insert into draft (person_id, form, fields, kept_at) values (?, ?, ?, ?)"
                        + " on duplicate key update fields = values(fields), kept_at = values(kept_at)")
                .setParameter(1, actor.id()).setParameter(2, form).setParameter(3, text).setParameter(4, utc(now)).executeUpdate();
        em.createNativeQuery("delete from draft where kept_at < ?").setParameter(1, utc(now.minus(AGE))).executeUpdate();
        em.createNativeQuery("delete from draft where person_id = ? and id not in (select id from (select id from draft"
                        + " where person_id = ? order by kept_at desc, id desc limit " + MOST_FORMS + ") newest)")
                .setParameter(1, actor.id()).setParameter(2, actor.id()).executeUpdate();
        return now;
    }

    /** What the actor has kept of this form. */
    public Optional<Draft> find(String form) {
        return em.createQuery("select new de.schulpakt.platform.draft.Draft(d.fields, d.keptAt) from DraftRow d"
                        + " where d.personId = :person and d.form = :form and d.keptAt >= :since", Draft.class)
                .setParameter("person", actor.id()).setParameter("form", form)
                .setParameter("since", clock.now().minus(AGE)).getResultStream().findFirst();
    }

    /** The form was sent, or the person wants to begin anew. */
    public void drop(String form) {
        em.createNativeQuery("delete from draft where person_id = ? and form = ?").setParameter(1, actor.id()).setParameter(2, form)
                .executeUpdate();
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
