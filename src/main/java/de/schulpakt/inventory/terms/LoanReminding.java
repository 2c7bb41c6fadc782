package de.schulpakt.inventory.terms;

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

/** Whether and when an authority lets letters go to who has borrowed something. */
@Entity
@Table(name = "loan_reminding")
class LoanReminding {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "authority_id")
    private Long authorityId;
    @Column(name = "sends")
    private boolean sends;
    @Column(name = "days_before")
    private int daysBefore;
    @Column(name = "days_again")
    private int daysAgain;
    @Column(name = "set_at")
    private Instant setAt;
    @Column(name = "set_by")
    private String setBy;
    @Version
    @Column(name = "version")
    private int version;

    protected LoanReminding() {
    }

    LoanReminding(Long authorityId) {
        this.authorityId = authorityId;
    }

    /** It is so from now on; a version that is null has seen none. */
    void set(Terms.Remind cmd, Instant at, String by) {
        if (id != null) {
            Conflict.unlessSame(ref(), cmd.version() == null ? -1 : cmd.version(), version);
        }
        sends = cmd.sends();
        daysBefore = cmd.daysBefore();
        daysAgain = cmd.daysAgain();
        setAt = at;
        setBy = by;
    }

    Ref ref() {
        return new Ref("LoanReminding", id, String.valueOf(authorityId)).ofAuthority(authorityId);
    }
}
