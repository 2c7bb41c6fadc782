package de.schulpakt.procurement.invoice;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Under which Leitweg-ID an authority is sent electronic invoices. */
@Entity
@Table(name = "billing_address")
class BillingAddress {
    @Id
    @Column(name = "authority_id")
    private Long authorityId;
    @Column(name = "leitweg_id")
    private String leitwegId;
    @Version
    @Column(name = "version")
    private int version;

    protected BillingAddress() {
    }

    BillingAddress(Long authorityId, String leitwegId) {
        this.authorityId = authorityId;
        this.leitwegId = leitwegId;
    }

    Ref ref() {
        return new Ref("BillingAddress", authorityId, leitwegId).ofAuthority(authorityId);
    }

    /** Another one from now on, for who saw this version. */
    void become(String leitweg, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        this.leitwegId = leitweg;
    }
}
