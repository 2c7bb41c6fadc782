package de.schulpakt.school.concept;

import static de.schulpakt.identity.Permission.SCHOOL_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
import static de.schulpakt.platform.list.Column.Kind.NUMBER;
import static de.schulpakt.platform.list.Column.Kind.STATE;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** Versions of concepts of the schools that the asker may see. */
@Queries
public class ConceptList extends ListOf<ConceptList.Row> {
    /** A version of a concept. */
    public record Row(Long id, Long schoolId, String school, ConceptKind kind, Integer edition, String title, LocalDate resolvedOn, LocalDate validFrom, String approver,
            LocalDate schoolSignedOn, LocalDate authoritySignedOn, LocalDate withdrawnOn) {
    }

    private static final Listing<Row> LISTING = Listing.of(Row.class, "school-concepts", "/school/concepts")
            .from("Concept c").join("s", "join School s on s.id = c.schoolId").hidden("schoolId", "s.id")
            .column("title", "school_concept.title_field", TEXT, "c.title").always().link("concept.xhtml?id={id}")
            .column("school", "school_concept.school", TEXT, "s.name").always()
            .column("kind", "school_concept.kind", STATE, "c.kind")
            .column("edition", "school_concept.edition", NUMBER, "c.edition")
            .column("resolvedOn", "school_concept.resolved_on", DAY, "c.resolvedOn")
            .column("validFrom", "school_concept.valid_from", DAY, "c.validFrom")
            .column("approver", "school_concept.approver", TEXT, "c.approver")
            .column("schoolSignedOn", "school_concept.school_signed_on", DAY, "c.schoolSignedOn").asked()
            .column("authoritySignedOn", "school_concept.authority_signed_on", DAY, "c.authoritySignedOn").asked()
            .column("withdrawnOn", "school_concept.withdrawn_on", DAY, "c.withdrawnOn")
            .words("q", Words.in().parts("c.title").among("c.schoolId", "School", "s", "name"))
            .equal("school", Long.class, "c.schoolId").equal("kind", ConceptKind.class, "c.kind")
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.scope(SCHOOL_VIEW).of("s");
    }
}
