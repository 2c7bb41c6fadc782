package de.schulpakt.funding.application;

import de.schulpakt.exchange.table.XlsxOut;
import de.schulpakt.platform.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** The data sheet of an application: a sheet each for the application, its schools with their facts, and the positions. */
@ApplicationScoped
public class ApplicationTable {
    private static final ApplicationContent.Concept NONE = new ApplicationContent.Concept(0, null, null, null, null, null, null, null);
    @Inject
    ApplicationQueries applications;

    /** A data sheet that is to be written: the name under which it is offered, and what it says. */
    public record Book(String name, ApplicationQueries.Said said) {
    }

    /** Reads it; asks the guard as the page does. */
    public Book book(long id, Locale locale) {
        ApplicationQueries.Said said = applications.said(id);
        return new Book(Texts.get(locale, "application.sheet_name") + "-" + said.content().head().no() + ".xlsx", said);
    }

    /** Writes it. */
    public void write(Book sheet, Locale locale, OutputStream out) throws IOException {
        ApplicationContent content = sheet.said().content();
        ApplicationContent.Head head = content.head();
        try (XlsxOut book = new XlsxOut(out, locale)) {
            book.begin("funding.application", "funding.application", "application.title", "funding.programme", "fact.authority", "funding.submittedOn",
                    "application.facts_of", "funding.applied", "proof.ownShare", "funding.grant", "proof.sha256");
            book.row(head.no(), head.title(), head.programme(), head.authority(), sheet.said().submittedOn(), head.relyingOn(), new XlsxOut.Cents(head.appliedCents()),
                    new XlsxOut.Cents(head.ownShareCents()), new XlsxOut.Cents(head.grantCents()), sheet.said().sha256());
            book.begin("funding.schools", "fact.officialNo", "funding.school", "fact.type", "application.place", "school_year.begins_short", "school_year.pupils",
                    "school_year.teachers", "school_year.classes", "school_year.source", "funding.conceptReceivedOn", "funding.conceptDueOn",
                    "application.media_edition", "school_concept.resolved_on", "school_concept.valid_from", "school_concept.approver", "application.support_edition",
                    "school_concept.school_signed_on", "school_concept.authority_signed_on", "funding.applied");
            for (ApplicationContent.School s : content.schools()) {
                ApplicationContent.Year y = s.year() == null ? new ApplicationContent.Year(0, null, null, null, null, null) : s.year();
                ApplicationContent.Concept m = s.media() == null ? NONE : s.media();
                ApplicationContent.Concept w = s.support() == null ? NONE : s.support();
                book.row(s.officialNo(), s.name(), s.type(), s.place(), y.name(), y.pupils(), y.teachers(), y.classes(), y.source(), s.conceptReceivedOn(),
                        s.conceptDueOn(), s.media() == null ? null : m.edition(), m.resolvedOn(), m.validFrom(), m.approver(), s.support() == null ? null : w.edition(),
                        w.schoolSignedOn(), w.authoritySignedOn(), new XlsxOut.Cents(s.appliedCents()));
            }
            book.begin("print.application.positions", "funding.position", "fact.officialNo", "funding.school", "funding.category", "funding.description", "position.quantity",
                    "position.unit", "position.measure_from", "position.measure_to", "position.parent", "funding.applied");
            for (ApplicationContent.School s : content.schools()) {
                s.positions().forEach(p -> book.row(p.no(), s.officialNo(), s.name(), p.category(), p.description(), p.quantity(),
                        new XlsxOut.Cents(p.unitCents()), p.measureFrom(), p.measureTo(), p.parentNo(), new XlsxOut.Cents(p.appliedCents())));
            }
        }
    }
}
