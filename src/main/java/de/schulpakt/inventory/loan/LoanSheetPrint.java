package de.schulpakt.inventory.loan;

import de.schulpakt.inventory.terms.TermsQueries;
import de.schulpakt.paper.print.Printable;
import de.schulpakt.paper.print.Sheet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The contract of a loan with the devices that go out, or the protocol of what came back. */
@ApplicationScoped
class LoanSheetPrint implements Printable {
    @Inject
    SheetQueries sheets;
    @Inject
    TermsQueries terms;

    @Override
    public String name() {
        return "loan-sheet";
    }

    @Override
    public String subject() {
        return "LoanSheet";
    }

    /** It is not kept: it names people, and is made anew as long as these are known. */
    @Override
    public String kept() {
        return null;
    }

    @Override
    public boolean names() {
        return false;
    }

    @Override
    public Sheet sheet(long id, Long authority, Locale locale) {
        SheetQueries.View view = sheets.view(id);
        return of(view, locale);
    }

    /** What the paper of a sheet says. */
    Sheet of(SheetQueries.View view, Locale locale) {
        SheetQueries.Item first = view.items().get(0);
        Sheet sheet = Sheet.of(name(), locale, view.no()).titled("print.loan-sheet.title." + view.way(), view.no())
                .from(view.authorityId(), sheets.authority(view.authorityId()));
        if (view.erasedOn() == null) {
            sheet.signable();
        }
        sheet.fact("device.school", view.school()).fact("print.loan-sheet.on", sheet.instant(view.madeAt())).fact("print.loan-sheet.by", view.madeBy());
        for (String who : view.items().stream().map(i -> who(i, sheet)).distinct().toList()) {
            sheet.fact("loan.who", who);
        }
        sheet.fact("loan.guardian", first.guardian());
        part(sheet, "print.loan-sheet.out", "loan.accessories", view.items().stream().filter(SheetQueries.Item::out).toList());
        part(sheet, "print.loan-sheet.back", "loan.lacking", view.items().stream().filter(i -> !i.out()).toList());
        if (view.way() != Loans.Way.BACK) {
            terms(sheet, view);
        }
        return sheet.signs("print.loan-sheet.sign_borrower", "print.loan-sheet.sign_school");
    }

    private static String who(SheetQueries.Item item, Sheet sheet) {
        return item.borrower() == null ? null : Sheet.lines(item.borrower(), item.schoolClass() == null ? null : sheet.text("print.loan-sheet.class", item.schoolClass()));
    }

    private static void part(Sheet sheet, String caption, String words, List<SheetQueries.Item> items) {
        if (items.isEmpty()) {
            return;
        }
        sheet.table(caption, sheet.column("device.inventory_no", 18), sheet.column("device.model", 27), sheet.column("loan.condition", 18), sheet.column(words, 22),
                sheet.column("loan.due", 15));
        items.forEach(i -> sheet.row(Sheet.lines(i.inventoryNo(), i.loanNo()), Sheet.lines(i.model(), i.serial()), condition(i, sheet), i.accessories(),
                sheet.date(i.dueOn())));
    }

    private static String condition(SheetQueries.Item item, Sheet sheet) {
        return item.note() == null ? sheet.word(item.condition()) : Sheet.lines(sheet.word(item.condition()), item.note());
    }

    private void terms(Sheet sheet, SheetQueries.View view) {
        view.items().stream().filter(SheetQueries.Item::out).map(SheetQueries.Item::termsId).filter(Objects::nonNull).findFirst().map(terms::edition)
                .ifPresentOrElse(e -> sheet.heading("print.loan-sheet.terms", e.edition(), sheet.date(e.validOn())).words(e.text()),
                        () -> sheet.heading("print.loan-sheet.no_terms"));
    }
}
