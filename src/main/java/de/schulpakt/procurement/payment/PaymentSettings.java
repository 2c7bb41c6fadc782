package de.schulpakt.procurement.payment;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.procurement.bank.Sepa;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;

/** From which account an authority pays, and the format of the tables for its treasury. */
@UseCases
public class PaymentSettings {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;

    /** What stands between two cells. */
    public enum CsvSeparator {
        /** A semicolon. */
        SEMICOLON(';'),
        /** A comma. */
        COMMA(','),
        /** A tabulator. */
        TAB('\t');

        private final char sign;

        CsvSeparator(char sign) {
            this.sign = sign;
        }

        /** The sign itself. */
        public char sign() {
            return sign;
        }
    }

    /** How amounts are written. */
    public enum CsvDecimal {
        /** 1234,56. */
        COMMA,
        /** 1234.56. */
        POINT,
        /** 123456: in cents. */
        CENTS
    }

    /** How days are written. */
    public enum CsvDays {
        /** 31.12.2026. */
        GERMAN("dd.MM.yyyy"),
        /** 2026-12-31. */
        ISO("yyyy-MM-dd"),
        /** 31122026. */
        PLAIN("ddMMyyyy");

        private final String pattern;

        CsvDays(String pattern) {
            this.pattern = pattern;
        }

        /** The pattern of a day. */
        public String pattern() {
            return pattern;
        }
    }

    /**
     * The account of an authority and the format of its tables.
     *
     * @param version null for the first time
     * @param head    true if the names of the columns stand above them
     */
    public record Set(Integer version, @NotBlank @Size(max = 70) String holder, @NotBlank @Size(max = 60) String iban, @Size(max = 20) String bic,
            @NotEmpty @Size(max = 13) List<@NotNull PaymentColumn> columns, @NotNull CsvSeparator separator, @NotNull CsvDecimal decimal, @NotNull CsvDays days,
            @NotNull Boolean head) {
    }

    /**
     * Writes them down. Lists that are drawn up keep their account.
     *
     * @throws Refused {@code bank.iban_wrong}, {@code bank.bic_wrong}, {@code payment.column_twice}
     */
    public void set(long authorityId, @Valid Set cmd) {
        guard.requireAuthority(DELIVERY_RECEIVE, authorityId);
        if (new HashSet<>(cmd.columns()).size() < cmd.columns().size()) {
            throw new Refused("payment.column_twice");
        }
        List<PaymentSetting> known = em.createQuery("select s from PaymentSetting s where s.authorityId = :authority", PaymentSetting.class)
                .setParameter("authority", authorityId).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        PaymentSetting setting = known.isEmpty() ? new PaymentSetting(authorityId) : known.get(0);
        String before = setting.iban();
        setting.become(cmd, !known.isEmpty());
        if (known.isEmpty()) {
            em.persist(setting);
        }
        em.flush();
        history.record(setting.ref(), PaymentAction.SET, before == null || before.equals(setting.iban()) ? Said.that("said.bank", setting.iban())
                : Said.that("said.bank_instead", Sepa.iban(before), setting.iban()));
    }

    /** The setting of an authority; answers null if there is none. Asks nobody. */
    static PaymentSetting of(EntityManager em, Long authorityId) {
        List<Long> ids = em.createQuery("select s.id from PaymentSetting s where s.authorityId = :authority", Long.class).setParameter("authority", authorityId)
                .getResultList();
        return ids.isEmpty() ? null : Find.one(em, PaymentSetting.class, ids.get(0));
    }
}
