package de.schulpakt.procurement.finance;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;

/** From which day on an authority sends its postings to its finance system, and how. */
@Entity
@Table(name = "finance_setting")
class FinanceSetting {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "authority_id")
    private Long authorityId;
    @Column(name = "from_on")
    private LocalDate fromOn;
    @Embedded
    private FinanceFormat format;
    @Version
    @Column(name = "version")
    private int version;

    protected FinanceSetting() {
    }

    FinanceSetting(Long authorityId) {
        this.authorityId = authorityId;
    }

    /** Writes it down anew; who saw another version, or none where there is one, gets a conflict. */
    void become(FinanceSettings.Set cmd, boolean known) {
        if (known || cmd.version() != null) {
            Conflict.unlessSame(ref(), cmd.version(), version);
        }
        this.fromOn = cmd.fromOn();
        this.format = new FinanceFormat(cmd.format());
    }

    Ref ref() {
        return new Ref("FinanceSetting", id == null ? 0 : id, "").ofAuthority(authorityId);
    }

    LocalDate fromOn() {
        return fromOn;
    }

    FinanceQueries.Format format() {
        return format.read();
    }
}
