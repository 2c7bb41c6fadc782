package de.schulpakt.inventory.loan;

import static de.schulpakt.identity.Permission.LOAN_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Questions about the sheets on which devices go out and come back. */
@Queries
public class SheetQueries {
    private static final int MOST = 100;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;

    /**
     * One sheet.
     *
     * @throws NotFound if there is none, or it belongs to a school whose loans the asker may not see
     */
    public View view(long id) {
        View found = found(id);
        guard.require(LOAN_VIEW, found.schoolId(), found.authorityId());
        return found.with(items(id), history.of("LoanSheet", id));
    }

    /** The same for who has borrowed what stands on it, without its history. */
    View forBorrower(long id) {
        return found(id).with(items(id), List.of());
    }

    /** Who runs the school of a sheet, null if nobody. */
    String authority(Long id) {
        return id == null ? null : Ask.of(em, String.class, "select a.name from Authority a where a.id = :id").set("id", id).one().orElse(null);
    }

    private View found(long id) {
        return Ask.of(em, View.class, """
                select x.id as id, x.no as no, x.way as way, s.id as schoolId, s.name as school, s.authorityId as authorityId,
                    x.madeAt as madeAt, x.madeBy as madeBy, x.erasedOn as erasedOn
                from LoanSheet x join School s on s.id = x.schoolId where x.id = :id""").set("id", id).one()
                .orElseThrow(() -> new NotFound("LoanSheet", id));
    }

    private List<Item> items(long id) {
        return Ask.of(em, Item.class, """
                select i.id as id, l.id as loanId, l.no as loanNo, i.out as out, i.condition as condition, i.accessories as accessories, d.id as deviceId,
                    d.inventoryNo as inventoryNo, d.serial as serial, concat(m.maker, ' ', m.name) as model, l.borrowerKind as kind, l.borrower as borrower,
                    l.schoolClass as schoolClass, l.guardian as guardian, l.dueOn as dueOn, l.termsId as termsId,
                    l.state as state, i.note as note
                from LoanSheetItem i join Loan l on l.id = i.loanId join Device d on d.id = l.deviceId join DeviceModel m on m.id = d.modelId
                where i.sheetId = :id order by i.id""").set("id", id).list(MOST);
    }

    /**
     * One sheet.
     *
     * @param erasedOn null while the people on it are known
     */
    public record View(Long id, String no, Loans.Way way, Long schoolId, String school, Long authorityId, Instant madeAt, String madeBy,
            LocalDate erasedOn, List<Item> items, List<HistoryEntry> timeline) {
        View with(List<Item> things, List<HistoryEntry> lines) {
            return new View(id, no, way, schoolId, school, authorityId, madeAt, madeBy, erasedOn, things, lines);
        }
    }

    /**
     * A device on a sheet.
     *
     * @param out         true if it goes out
     * @param accessories that go out, or that are missing at the return
     * @param borrower    null: erased
     * @param state       of the loan now, whichever way the device went on this sheet
     * @param note        what was damaged when it came back, null for nothing or erased
     */
    public record Item(Long id, Long loanId, String loanNo, Boolean out, Loans.LoanCondition condition, String accessories, Long deviceId, String inventoryNo,
            String serial, String model, Loans.BorrowerKind kind, String borrower, String schoolClass, String guardian, LocalDate dueOn, Long termsId,
            LoanState state, String note) {
    }
}
