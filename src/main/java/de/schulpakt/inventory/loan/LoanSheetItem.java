package de.schulpakt.inventory.loan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A device on a sheet, in the condition in which it goes out or comes back. It never changes, but that words are erased. */
@Entity
@Table(name = "loan_sheet_item")
class LoanSheetItem {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "sheet_id")
    private Long sheetId;
    @Column(name = "loan_id")
    private Long loanId;
    @Column(name = "goes_out")
    private boolean out;
    @Enumerated(EnumType.STRING)
    @Column(name = "`condition`")
    private Loans.LoanCondition condition;
    @Column(name = "accessories")
    private String accessories;
    /** What was damaged when it came back; it stays though the loan goes on. */
    @Column(name = "note")
    private String note;

    protected LoanSheetItem() {
    }

    LoanSheetItem(LoanSheet sheet, Loan loan, boolean out, Loans.LoanCondition condition, String accessories, String note) {
        this.sheetId = sheet.id();
        this.loanId = loan.id();
        this.out = out;
        this.condition = condition;
        this.accessories = Loan.text(accessories);
        this.note = Loan.text(note);
    }
}
