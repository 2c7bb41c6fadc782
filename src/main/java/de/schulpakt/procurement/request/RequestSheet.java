package de.schulpakt.procurement.request;

import de.schulpakt.paper.print.Printable;
import de.schulpakt.paper.print.Sheet;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Set;

/** A request with what was decided, for the file: what was asked for and why, what it costs, who pays, who decided when. */
@ApplicationScoped
class RequestSheet implements Printable {
    private static final Set<String> DECISIONS = Set.of(Texts.key(RequestAction.APPROVE), Texts.key(RequestAction.REJECT));
    @Inject
    RequestQueries requests;
    @Inject
    SchoolQueries schools;

    @Override
    public String name() {
        return "request";
    }

    @Override
    public String subject() {
        return "Request";
    }

    @Override
    public String kept() {
        return "REQUEST_SHEET";
    }

    @Override
    public Sheet sheet(long id, Long authority, Locale locale) {
        RequestQueries.View request = requests.view(id);
        SchoolQueries.View school = schools.school(request.schoolId());
        Sheet sheet = Sheet.of(name(), locale, request.no()).titled("print.request.title", request.no(), request.title())
                .from(school.authorityId(), school.authority());
        sheet.fact("request.school", Sheet.lines(school.name(), school.street(), Sheet.joined(school.postcode(), school.city())))
                .fact("print.request.state", sheet.word(request.state()))
                .fact("print.request.submitted", sheet.instant(request.submittedAt()))
                .fact("request.why", request.reason());
        sheet.table("request.what", sheet.column("print.line", 6), sheet.column("request.article", 38), sheet.column("request.room", 20),
                sheet.number("request.quantity", 9), sheet.number("print.order.unit", 13), sheet.number("print.order.line_sum", 14));
        for (RequestQueries.View.Line line : request.lines()) {
            sheet.row(String.valueOf(line.lineNo()), Sheet.lines(line.article(), Sheet.joined(line.maker(), line.model())),
                    Sheet.lines(line.room(), line.building()), String.valueOf(line.quantity()), sheet.amount(line.priceCents()),
                    sheet.amount(line.sumCents()));
        }
        sheet.foot("", sheet.text("request.total"), "", String.valueOf(request.pieces()), "", sheet.amount(request.totalCents()));
        payers(sheet, request);
        decision(sheet, request);
        return sheet;
    }

    private static void payers(Sheet sheet, RequestQueries.View request) {
        if (request.payers().isEmpty()) {
            return;
        }
        sheet.table("request.who_pays", sheet.column("print.request.category", 30), sheet.column("print.request.position", 52),
                sheet.number("print.eur", 18));
        for (RequestQueries.Payer payer : request.payers()) {
            sheet.row(sheet.word(payer.category()), payer(sheet, payer), sheet.amount(payer.needCents()));
        }
    }

    private static String payer(Sheet sheet, RequestQueries.Payer payer) {
        if (payer.budgetId() == null) {
            return sheet.text("request.no_position");
        }
        return payer.programmeCode() == null ? sheet.text("own_money.name", payer.year(), payer.account())
                : payer.programmeCode() + " · " + payer.applicationNo() + " · " + payer.positionNo();
    }

    private static void decision(Sheet sheet, RequestQueries.View request) {
        HistoryEntry decided = request.timeline().stream().filter(e -> DECISIONS.contains(e.action())).findFirst().orElse(null);
        sheet.heading("print.request.decision");
        if (decided == null) {
            sheet.words(sheet.text("print.request.undecided"));
            return;
        }
        sheet.fact("print.request.decided", sheet.text(decided.action().equals(Texts.key(RequestAction.APPROVE)) ? "print.request.approved" : "print.request.rejected"))
                .fact("print.request.on", sheet.instant(decided.at()))
                .fact("print.request.by", decided.actor())
                .fact("request.note", decided.note());
    }
}
