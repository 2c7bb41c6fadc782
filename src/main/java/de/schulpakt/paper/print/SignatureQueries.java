package de.schulpakt.paper.print;

import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Sha256;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What is signed, and who has signed. */
@Queries
public class SignatureQueries {
    @PersistenceContext
    EntityManager em;
    @Inject
    @Any
    Instance<Printable> kinds;

    /**
     * The words of a paper, in German, whatever the language of the page: a signature is for one text.
     *
     * @param ready true if it can be signed now
     * @param names true if the history says who signs
     */
    public record Text(String subjectType, String said, String sha256, Boolean ready, Boolean names) {
    }

    /**
     * A signature.
     *
     * @param drawn       true if there is a picture of it
     * @param sha256      of the words that were signed
     * @param withdrawnAt null if it counts
     */
    public record Row(Long id, String name, String capacity, Boolean drawn, String sha256, String actor, Instant signedAt, Instant withdrawnAt,
            String withdrawnBy, String withdrawnWhy) {
    }

    /** What a signature under the paper of a subject would be for now. */
    @Unguarded("The room that brings the paper asks.")
    public Text text(String kind, long id) {
        Printable printable = kinds.stream().filter(k -> k.name().equals(kind)).findFirst().orElseThrow(() -> new NotFound("Print", String.valueOf(kind)));
        Sheet sheet = printable.sheet(id, null, Locale.GERMANY);
        return new Text(printable.subject(), sheet.said(), Sha256.hex(sheet.said()), sheet.toSign(), printable.names());
    }

    /**
     * What a page shows of the signatures under a paper, with one reading of the subject.
     *
     * @param earlier the words of those signatures that are for an earlier version, by the id of the signature
     */
    public record Card(Text text, List<Row> rows, Map<Long, String> earlier) {
    }

    private record Words(Long id, String said) {
    }

    /** What would be signed now, and who has signed. */
    @Unguarded("The room that brings the paper asks.")
    public Card card(String kind, long id) {
        Text now = text(kind, id);
        List<Row> rows = rows(kind, id);
        // what is signed is long: it is read only where it differs
        return new Card(now, rows, rows.stream().allMatch(row -> row.sha256().equals(now.sha256())) ? Map.of() : Ask.of(em, Words.class,
                "select s.id as id, s.said as said from Signature s where s.kind = :kind and s.subjectId = :id and s.sha256 <> :now").set("kind", kind).set("id", id)
                .set("now", now.sha256()).list().stream().collect(Collectors.toMap(Words::id, Words::said)));
    }

    /** The signatures under the paper of a subject, the first one first, those that were taken back too. */
    @Unguarded("The room that brings the paper asks.")
    public List<Row> of(String kind, long id) {
        text(kind, id);
        return rows(kind, id);
    }

    /** The same without asking whether the asker may see the subject. Inner door. */
    @Unguarded("Inner door: the room that brings the paper knows who asks.")
    public List<Row> rows(String kind, long id) {
        return Ask.of(em, Row.class, """
                select s.id as id, s.name as name, s.capacity as capacity, case when s.picture is null then false else true end as drawn,
                    s.sha256 as sha256, s.actorName as actor, s.signedAt as signedAt, s.withdrawnAt as withdrawnAt, s.withdrawnBy as withdrawnBy,
                    s.withdrawnWhy as withdrawnWhy
                from Signature s where s.kind = :kind and s.subjectId = :id order by s.id""").set("kind", kind).set("id", id).list();
    }

    /** Puts the signatures that count on a paper. */
    void under(Sheet sheet, String kind, long id) {
        List<Row> rows = rows(kind, id).stream().filter(r -> r.withdrawnAt() == null).toList();
        if (rows.isEmpty()) {
            return;
        }
        String now = text(kind, id).sha256();
        sheet.heading("sign.title");
        for (Row row : rows) {
            if (row.drawn()) {
                sheet.picture(em.find(Signature.class, row.id()).picture(), sheet.text("sign.picture", row.name()), 60);
            }
            sheet.fact("sign.name", row.name()).fact("sign.capacity", row.capacity()).fact("sign.at", sheet.instant(row.signedAt()))
                    .fact("sign.for", row.sha256().equals(now) ? sheet.text("sign.for_this", row.sha256()) : sheet.text("sign.for_earlier", row.sha256()));
        }
    }
}
