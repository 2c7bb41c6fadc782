package de.schulpakt.procurement.invoice;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Under which Leitweg-ID an authority is sent electronic invoices. */
@Entity
@Table(name = "billing_address")
class BillingAddress {
    private static final Pattern FORM = Pattern.compile("\\d{2,12}(-[A-Za-z0-9]{1,30})?-\\d{2}");
    private static final BigInteger CHECK = BigInteger.valueOf(97);

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

    /** Coarse and fine address and two check digits, by ISO 7064, modulo 97: letters count from 10. */
    static boolean checks(String leitwegId) {
        if (!FORM.matcher(leitwegId).matches()) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        leitwegId.replace("-", "").chars().forEach(c -> digits.append(Character.digit(c, Character.MAX_RADIX)));
        return new BigInteger(digits.toString()).mod(CHECK).equals(BigInteger.ONE);
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
