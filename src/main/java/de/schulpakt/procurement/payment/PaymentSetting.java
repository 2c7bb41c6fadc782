package de.schulpakt.procurement.payment;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.procurement.bank.Sepa;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.stream.Collectors;

/** From which account an authority pays, and how its treasury wants its tables. */
@Entity
@Table(name = "payment_setting")
class PaymentSetting {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "authority_id")
    private Long authorityId;
    @Column(name = "holder")
    private String holder;
    @Column(name = "iban")
    private String iban;
    @Column(name = "bic")
    private String bic;
    @Column(name = "csv_columns")
    private String csvColumns;
    @Column(name = "csv_separator")
    private String csvSeparator;
    @Column(name = "csv_decimal")
    private String csvDecimal;
    @Column(name = "csv_days")
    private String csvDays;
    @Column(name = "csv_head")
    private boolean csvHead;
    @Version
    @Column(name = "version")
    private int version;

    protected PaymentSetting() {
    }

    PaymentSetting(Long authorityId) {
        this.authorityId = authorityId;
    }

    /** Writes it down anew; who saw another version, or none where there is one, gets a conflict. */
    void become(PaymentSettings.Set cmd, boolean known) {
        if (known || cmd.version() != null) {
            Conflict.unlessSame(ref(), cmd.version(), version);
        }
        this.holder = cmd.holder().strip();
        this.iban = Sepa.iban(cmd.iban());
        this.bic = Sepa.bic(cmd.bic());
        this.csvColumns = cmd.columns().stream().map(Enum::name).collect(Collectors.joining(","));
        this.csvSeparator = cmd.separator().name();
        this.csvDecimal = cmd.decimal().name();
        this.csvDays = cmd.days().name();
        this.csvHead = cmd.head();
    }

    Ref ref() {
        return new Ref("PaymentSetting", id == null ? 0 : id, holder == null ? "" : Sepa.name(holder)).ofAuthority(authorityId);
    }

    Long authorityId() {
        return authorityId;
    }

    String holder() {
        return holder;
    }

    String iban() {
        return iban;
    }

    String bic() {
        return bic;
    }
}
