package de.schulpakt.school.letter;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.Guard;
import de.schulpakt.paper.print.PrintQueries;
import de.schulpakt.paper.print.Sheet;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Questions about what an authority brings to its papers, for administrators. */
@Queries
public class LetterQueries {
    private static final String ROW = """
            select v.id as id, v.authorityId as authorityId, v.part as part, v.lang as lang, v.no as no, v.sender as sender, v.contact as contact,
                v.footer as footer, case when v.logo is null then false else true end as logo, v.opening as opening,
                v.closing as closing, v.inForce as inForce, v.actorName as actor, v.madeAt as madeAt, v.usedBy as usedBy, v.usedAt as usedAt
            from LetterVersion v where\s""";
    private static final int MOST = 100;
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    PrintQueries prints;
    @Inject
    LetterStore store;
    @Inject
    SchoolQueries schools;

    /**
     * A version of a part.
     *
     * @param logo    true if it has one
     * @param inForce true if it counts, else null
     * @param usedAt  when it was put in force last, null for never
     */
    public record View(Long id, Long authorityId, String part, String lang, Integer no, String sender, String contact,
            String footer, Boolean logo, String opening, String closing, Boolean inForce, String actor, Instant madeAt, String usedBy, Instant usedAt) {
    }

    /** The versions of a part, the newest first; at most 100. */
    public List<View> versions(Long authorityId, String part, String lang) {
        guard.requireAuthority(USER_ADMIN, authorityId);
        return Ask.of(em, View.class, ROW + "v.authorityId = :authority and v.part = :part and v.lang = :lang order by v.no desc")
                .set("authority", authorityId).set("part", part).set("lang", lang).list(MOST);
    }

    /** The number under which electronic invoices reach an authority, which stands on its order sheets; null for none. It is entered at the invoices. */
    public String leitwegId(Long authorityId) {
        guard.requireAuthority(USER_ADMIN, authorityId);
        return store.leitwegId(authorityId);
    }

    /** One version. */
    public View view(long id) {
        View view = Ask.of(em, View.class, ROW + "v.id = :id").set("id", id).one().orElseThrow(() -> new NotFound("LetterVersion", id));
        guard.requireAuthority(USER_ADMIN, view.authorityId());
        return view;
    }

    /** An example of a paper as it would look with this version in force. */
    public PrintQueries.Printed preview(long id) {
        LetterVersion version = Find.one(em, LetterVersion.class, id);
        guard.requireAuthority(USER_ADMIN, version.authorityId());
        Locale locale = "en".equals(version.lang()) ? Locale.UK : Locale.GERMANY;
        String authority = store.name(version.authorityId());
        boolean head = version.part().equals(Letters.HEAD);
        String kind = head ? prints.kinds().get(0).name() : version.part();
        LetterVersion headed = head ? version : store.inForce(version.authorityId(), Letters.HEAD, locale, true);
        LetterVersion worded = head ? store.inForce(version.authorityId(), kind, locale, false) : version;
        return prints.print(sample(kind, locale, version.authorityId(), authority), LetterVersion.letter(headed, worded, authority,
                store.leitwegId(version.authorityId())));
    }

    private static Sheet sample(String kind, Locale locale, long authorityId, String authority) {
        Sheet sheet = Sheet.of(kind, locale, "").titled("letter.sample").from(authorityId, authority).withLeitwegId();
        return sheet.to(sheet.text("letter.sample_to"), sheet.text("letter.sample_street"), sheet.text("letter.sample_city"))
                .fact("letter.sample_no", "2026-0001").table("letter.sample_lines", sheet.column("print.line", 10), sheet.column("letter.sample_what", 65),
                        sheet.number("print.eur", 25))
                .row("1", sheet.text("letter.sample_one"), sheet.amount(123_456L)).foot("", sheet.text("letter.sample_sum"), sheet.amount(123_456L));
    }
}
