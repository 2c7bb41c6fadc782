package de.schulpakt.procurement.difference;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;

/** What the finance system has booked. */
@Entity
@Table(name = "finance_booking")
class FinanceBooking {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "authority_id")
    private Long authorityId;
    @Column(name = "document_no")
    private String documentNo;
    @Column(name = "document_line")
    private String documentLine;
    @Column(name = "reference")
    private String reference;
    @Column(name = "account")
    private String account;
    @Column(name = "booked_on")
    private LocalDate bookedOn;
    @Column(name = "amount_cents")
    private long amountCents;
    @Column(name = "taken_back")
    private boolean takenBack;
    @Column(name = "imported_at")
    private Instant importedAt;
    @Version
    @Column(name = "version")
    private int version;

    protected FinanceBooking() {
    }

    FinanceBooking(BookingRows.Booked row, Instant now) {
        this.authorityId = row.authorityId();
        this.documentNo = row.documentNo();
        this.documentLine = row.documentLine();
        become(row, now, true);
    }

    Long id() {
        return id;
    }

    Long authorityId() {
        return authorityId;
    }

    boolean takenBack() {
        return takenBack;
    }

    /** It counts no longer, or again; who saw another version gets a conflict. */
    void takeBack(boolean gone, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        this.takenBack = gone;
    }

    Ref ref() {
        return new Ref("FinanceBooking", id, documentNo).ofAuthority(authorityId);
    }

    /** As a later file says it: what was taken back counts again if it says something else of it. */
    void become(BookingRows.Booked row, Instant now, boolean otherwise) {
        this.reference = row.reference();
        this.account = row.account();
        this.bookedOn = row.bookedOn();
        this.amountCents = row.amountCents();
        this.importedAt = now;
        this.takenBack = takenBack && !otherwise;
    }
}
