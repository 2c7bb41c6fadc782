package de.schulpakt.inventory.loan;

import de.schulpakt.platform.Ref;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** Devices that go out, come back or are swapped at one moment. */
@Entity
@Table(name = "loan_sheet")
class LoanSheet {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "no")
    private String no;
    @Column(name = "school_id")
    private Long schoolId;
    @Enumerated(EnumType.STRING)
    @Column(name = "way")
    private Loans.Way way;
    @Column(name = "made_at")
    private Instant madeAt;
    @Column(name = "made_by")
    private String madeBy;
    @Column(name = "erased_on")
    private LocalDate erasedOn;
    @Column(name = "reminded_on")
    private LocalDate remindedOn;

    protected LoanSheet() {
    }

    LoanSheet(String no, Long schoolId, Loans.Way way, Instant at, String by) {
        this.no = no;
        this.schoolId = schoolId;
        this.way = way;
        this.madeAt = at;
        this.madeBy = by;
    }

    Long id() {
        return id;
    }

    String no() {
        return no;
    }

    /** Nobody is known any longer of those whose devices stand on it. */
    void erase(LocalDate day) {
        erasedOn = day;
    }

    Ref ref() {
        return new Ref("LoanSheet", id, no).ofSchool(schoolId);
    }
}
