package de.schulpakt.funding.revision;

import de.schulpakt.paper.print.Printable;
import de.schulpakt.paper.print.Sheet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** A version on paper: why, and position by position what it is to become. */
@ApplicationScoped
class RevisionSheet implements Printable {
    @Inject
    RevisionQueries revisions;

    @Override
    public String name() {
        return "revision";
    }

    @Override
    public String subject() {
        return "Revision";
    }

    @Override
    public String kept() {
        return "APPLICATION";
    }

    @Override
    public Sheet sheet(long id, Long authority, Locale locale) {
        RevisionQueries.View view = revisions.view(id);
        Sheet sheet = Sheet.of(name(), locale, view.no()).titled("print.revision.title", view.no(), view.applicationNo()).from(view.authorityId(), view.authority());
        sheet.fact("revision.kind", sheet.word(view.kind())).fact("funding.application", view.applicationNo()).fact("fact.authority", view.authority())
                .fact("funding.state", sheet.word(view.state())).fact("funding.submittedOn", sheet.date(view.submittedOn()))
                .fact("revision.asked_to", sheet.date(view.askedTo())).fact("revision.reason", view.reason());
        if (view.sha256() == null) {
            sheet.words(sheet.text("print.application.draft"));
        } else {
            sheet.fact("proof.sha256", view.sha256());
        }
        sheet.table("revision.lines", sheet.column("funding.position", 26), sheet.column("revision.why", 30), sheet.number("revision.from", 15), sheet.number("revision.to", 15),
                sheet.number("revision.decided", 14));
        view.lines().forEach(l -> sheet.row(Sheet.lines(Sheet.joined(l.positionNo() == null ? sheet.text("version.new") : String.valueOf(l.positionNo()), sheet.word(l.category())),
                l.school(), l.description()), l.why(), sheet.amount(l.fromCents()), sheet.amount(l.toCents()), sheet.amount(l.decidedCents())));
        sheet.foot(sheet.text("application.sum"), "", sheet.amount(view.fromCents()), sheet.amount(view.toCents()), sheet.amount(view.decidedCents()));
        return sheet.words(sheet.text("funding.gross")).signs("print.proof.sign_place", "print.proof.sign_name");
    }
}
