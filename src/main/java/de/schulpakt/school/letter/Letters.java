package de.schulpakt.school.letter;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.Guard;
import de.schulpakt.paper.Received;
import de.schulpakt.paper.print.PrintQueries;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;

/** Writing what an authority brings to its papers, and putting it in force. */
@UseCases
public class Letters {
    /** The part that stands on every paper. */
    public static final String HEAD = "head";
    private static final Set<String> LANGUAGES = Set.of("de", "en");

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;
    @Inject
    Actor actor;
    @Inject
    Clock clock;
    @Inject
    PrintQueries prints;
    @Inject
    SchoolQueries schools;

    /**
     * What is written: of the head the first three, of a kind of papers the last two.
     *
     * @param withoutLogo true: from now on without the logo that is there
     */
    public record Write(@Size(max = 1000) String sender, @Size(max = 1000) String contact,
            @Size(max = 1000) String footer,
            Boolean withoutLogo, @Size(max = 4000) String opening, @Size(max = 4000) String closing) {
    }

    /**
     * Writes a new version of a part, which is not in force yet. Without a logo it keeps that of the version written last.
     *
     * @param part {@link #HEAD} or the name of a kind of printed papers
     * @param lang {@code de} or {@code en}
     * @param logo a picture, or null
     * @return id of the version
     * @throws Refused {@code letter.part_unknown}, {@code letter.lang_unknown}, {@code letter.logo} for what is no picture, {@code letter_version_once} if somebody writes one at the same time
     */
    public Long write(long authorityId, String part, String lang, @NotNull @Valid Write cmd, Received logo) {
        guard.requireAuthority(USER_ADMIN, authorityId);
        known(authorityId, part, lang);
        if (logo != null && logo.picture() == null) {
            throw new Refused("letter.logo");
        }
        List<LetterVersion> before = em.createQuery("select v from LetterVersion v where v.authorityId = :authority and v.part = :part"
                        + " and v.lang = :lang order by v.no desc", LetterVersion.class).setParameter("authority", authorityId)
                .setParameter("part", part).setParameter("lang", lang).setMaxResults(1).getResultList();
        byte[] kept = before.isEmpty() || Boolean.TRUE.equals(cmd.withoutLogo()) ? null : before.get(0).logo();
        LetterVersion version = new LetterVersion(authorityId, part, lang, before.isEmpty() ? 1 : before.get(0).no() + 1, cmd,
                logo == null ? kept : logo.picture(), actor, clock.now());
        em.persist(version);
        em.flush();
        history.record(new Ref("Authority", authorityId, version.ref().no()).ofAuthority(authorityId), LetterAction.WRITE,
                Said.that("letter.said", version.no()));
        return version.id();
    }

    /** Puts a version in force, a new one or one that was before. The one that is in force already stays so. */
    public void use(long id) {
        LetterVersion version = Find.one(em, LetterVersion.class, id);
        guard.requireAuthority(USER_ADMIN, version.authorityId());
        if (version.inForce()) {
            return;
        }
        em.createQuery("select v from LetterVersion v where v.authorityId = :authority and v.part = :part and v.lang = :lang"
                        + " and v.inForce = true", LetterVersion.class).setParameter("authority", version.authorityId())
                .setParameter("part", version.part()).setParameter("lang", version.lang()).getResultList().forEach(LetterVersion::rest);
        em.flush();
        version.use(actor, clock.now());
        history.record(new Ref("Authority", version.authorityId(), version.ref().no()).ofAuthority(version.authorityId()), LetterAction.USE,
                Said.that("letter.said", version.no()));
    }

    private void known(long authorityId, String part, String lang) {
        if (schools.authorities().stream().noneMatch(a -> a.id() == authorityId)) {
            throw new NotFound("Authority", authorityId);
        }
        if (!HEAD.equals(part) && prints.kinds().stream().noneMatch(k -> k.name().equals(part))) {
            throw new Refused("letter.part_unknown", part == null ? "" : part);
        }
        if (lang == null || !LANGUAGES.contains(lang)) {
            throw new Refused("letter.lang_unknown", lang == null ? "" : lang);
        }
    }
}
