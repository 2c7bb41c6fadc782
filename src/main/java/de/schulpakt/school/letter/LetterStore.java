package de.schulpakt.school.letter;

import de.schulpakt.paper.print.Letter;
import de.schulpakt.paper.print.Letterheads;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Finds what is in force. An inner door: whoever prints has been asked already. */
@ApplicationScoped
class LetterStore implements Letterheads {
    @PersistenceContext
    EntityManager em;
    @Inject
    SchoolQueries schools;

    @Override
    public Letter letter(Long authorityId, String kind, Locale locale) {
        return LetterVersion.letter(inForce(authorityId, Letters.HEAD, locale, true), inForce(authorityId, kind, locale, false), name(authorityId),
                leitwegId(authorityId));
    }

    /** The number under which electronic invoices reach an authority, as it stands at its invoices; null for none. */
    String leitwegId(Long authorityId) {
        return authorityId == null ? null : Ask.of(em, String.class, "select b.leitwegId from BillingAddress b where b.authorityId = :authority").set("authority", authorityId).one()
                .orElse(null);
    }

    /** The version that counts; null if there is none. */
    LetterVersion inForce(Long authorityId, String part, Locale locale, boolean orOtherLanguage) {
        List<LetterVersion> found = authorityId == null ? List.of() : em.createQuery("""
                select v from LetterVersion v where v.authorityId = :authority and v.part = :part and v.inForce = true""", LetterVersion.class)
                .setParameter("authority", authorityId).setParameter("part", part).getResultList();
        return found.stream().filter(v -> v.lang().equals(locale.getLanguage())).findFirst()
                .orElse(orOtherLanguage ? found.stream().findFirst().orElse(null) : null);
    }

    /** The name of an authority; empty for none. */
    String name(Long authorityId) {
        return schools.authorities().stream().filter(a -> Objects.equals(a.id(), authorityId)).map(SchoolQueries.AuthorityOption::name).findFirst()
                .orElse("");
    }
}
