package de.schulpakt.inventory.loan;

import de.schulpakt.paper.print.SignatureQueries;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Unguarded;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** A sheet for who has borrowed what stands on it. Inner doors: a room above has made sure that it is them. */
@Queries
public class BorrowerSheets {
    @Inject
    SheetQueries sheets;
    @Inject
    LoanSheetPrint print;
    @Inject
    SignatureQueries signatures;

    /** What stands on it, without its history. */
    @Unguarded("Inner door: the link and its code are the permission.")
    public SheetQueries.View view(long sheetId) {
        return sheets.forBorrower(sheetId);
    }

    /** Its number. */
    @Unguarded("Inner door: the link and its code are the permission.")
    public Ref ref(long sheetId) {
        SheetQueries.View view = view(sheetId);
        return new Ref("LoanSheet", sheetId, view.no()).ofSchool(view.schoolId());
    }

    /** The signatures that count under these words; what was signed for other words may be of another borrower. */
    @Unguarded("Inner door: the link and its code are the permission.")
    public List<SignatureQueries.Row> signed(long sheetId, String sha256) {
        return signatures.rows("loan-sheet", sheetId).stream().filter(row -> row.withdrawnAt() == null && row.sha256().equals(sha256)).toList();
    }

    /** The words that are signed, in German. */
    @Unguarded("Inner door: the link and its code are the permission.")
    public String said(long sheetId) {
        return print.of(view(sheetId), Locale.GERMANY).said();
    }
}
