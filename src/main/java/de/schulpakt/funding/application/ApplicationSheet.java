package de.schulpakt.funding.application;

import de.schulpakt.funding.application.ApplicationContent.Head;
import de.schulpakt.paper.print.Printable;
import de.schulpakt.paper.print.Sheet;
import de.schulpakt.platform.text.Percent;
import de.schulpakt.platform.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Locale;

/** The application on paper: financing, and per school the facts of the school year on which it relies, and the positions. */
@ApplicationScoped
class ApplicationSheet implements Printable {
    @Inject
    ApplicationQueries applications;

    @Override
    public String name() {
        return "application";
    }

    @Override
    public String subject() {
        return "Application";
    }

    @Override
    public String kept() {
        return "APPLICATION";
    }

    @Override
    public Sheet sheet(long id, Long authority, Locale locale) {
        ApplicationQueries.Said said = applications.said(id);
        ApplicationContent content = said.content();
        Head head = content.head();
        Sheet sheet = Sheet.of(name(), locale, head.no()).titled("print.application.title", head.no()).from(head.authorityId(), head.authority());
        sheet.fact("funding.application", head.title()).fact("funding.programme", head.programme()).fact("fact.authority", head.authority())
                .fact("funding.state", sheet.word(said.state())).fact("funding.submittedOn", sheet.date(said.submittedOn()))
                .fact("application.facts_of", sheet.date(head.relyingOn()));
        if (said.sha256() == null) {
            sheet.words(sheet.text(said.submittedOn() == null ? "print.application.draft" : "print.application.not_kept"));
        } else {
            sheet.fact("proof.sha256", said.sha256());
        }
        sheet.table("print.application.financing", sheet.column("proof.payer", 70), sheet.number("funding.amount", 30));
        sheet.row(sheet.text("funding.grant"), sheet.amount(head.grantCents()));
        sheet.row(Sheet.joined(sheet.text("proof.ownShare"), head.ownShareBp() == null ? null
                : String.valueOf(Texts.readable(locale, new Percent(head.ownShareBp())))), sheet.amount(head.ownShareCents()));
        sheet.foot(sheet.text("funding.applied"), sheet.amount(head.appliedCents()));
        sheet.table("print.application.schools", sheet.column("funding.school", 30), sheet.column("school_year.begins_short", 12), sheet.number("school_year.pupils", 14),
                sheet.number("school_year.teachers", 14), sheet.number("school_year.classes", 12), sheet.number("funding.applied", 18));
        content.schools().forEach(s -> sheet.row(Sheet.lines(s.name(), Sheet.joined(s.officialNo(), sheet.word(s.type())), s.place(), concept(sheet, s), support(sheet, s.support())),
                Sheet.lines(s.year() == null ? sheet.text("school_year.unknown") : s.year().name(), s.year() == null ? null : s.year().source()),
                number(s.year() == null ? null : s.year().pupils(), sheet), number(s.year() == null ? null : s.year().teachers(), sheet),
                number(s.year() == null ? null : s.year().classes(), sheet), sheet.amount(s.appliedCents())));
        sheet.foot(sheet.text("application.sum"), "", "", "", "", sheet.amount(head.appliedCents()));
        sheet.table("print.application.positions", sheet.column("funding.position", 12), sheet.column("funding.school", 26), sheet.column("funding.category", 22),
                sheet.column("funding.description", 24), sheet.number("funding.applied", 16));
        content.schools().forEach(s -> s.positions().forEach(p -> sheet.row(String.valueOf(p.no()), s.name(), sheet.word(p.category()),
                Sheet.lines(p.description(), units(sheet, p), measure(sheet, p), accompanies(sheet, p)), sheet.amount(p.appliedCents()))));
        sheet.foot(sheet.text("application.sum"), "", "", "", sheet.amount(head.appliedCents()));
        return sheet.words(sheet.text("funding.gross")).signs("print.proof.sign_place", "print.proof.sign_name");
    }

    private static String number(Integer number, Sheet sheet) {
        return number == null ? sheet.text("school_year.unknown") : String.valueOf(number);
    }

    private static String units(Sheet sheet, ApplicationContent.Position p) {
        return p.quantity() == null ? null : sheet.text("position.units", p.quantity(), sheet.amount(p.unitCents()));
    }

    private static String measure(Sheet sheet, ApplicationContent.Position p) {
        return p.measureFrom() == null && p.measureTo() == null ? null : sheet.text("position.measure", p.measureFrom() == null ? "–" : sheet.date(p.measureFrom()),
                p.measureTo() == null ? "–" : sheet.date(p.measureTo()));
    }

    private static String accompanies(Sheet sheet, ApplicationContent.Position p) {
        return p.parentNo() != null ? sheet.text("position.accompanies", p.parentNo()) : Boolean.TRUE.equals(p.accompanying()) ? sheet.text("position.accompanies_none") : null;
    }

    private static String concept(Sheet sheet, ApplicationContent.School s) {
        if (s.media() != null) {
            return Sheet.joined(sheet.text("print.application.concept", s.media().edition(), sheet.date(s.media().resolvedOn()), sheet.date(s.media().validFrom())),
                    s.media().approver() == null ? null : sheet.text("print.application.approved", s.media().approver(), sheet.date(s.media().approvedOn())));
        }
        return s.conceptReceivedOn() != null ? sheet.text("funding.concept.on", sheet.date(s.conceptReceivedOn()))
                : s.conceptDueOn() != null ? sheet.text("funding.concept.due", sheet.date(s.conceptDueOn())) : sheet.text("funding.concept.open");
    }

    private static String support(Sheet sheet, ApplicationContent.Concept c) {
        return c == null ? sheet.text("print.application.no_support") : sheet.text("print.application.support", c.edition(), signed(sheet, c.schoolSignedOn()),
                signed(sheet, c.authoritySignedOn()));
    }

    private static String signed(Sheet sheet, LocalDate on) {
        return on == null ? sheet.text("school_concept.open") : sheet.date(on);
    }
}
