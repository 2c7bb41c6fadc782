package de.schulpakt.procurement.finance;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.procurement.payment.PaymentSettings;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How an authority sends its postings to its finance system: the format of its files, and its accounts. */
@UseCases
public class FinanceSettings {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;

    /**
     * The format of the files of an authority.
     *
     * @param version null for the first time
     * @param fromOn  first day whose postings are sent
     * @param head    true if the names of the columns stand above them
     */
    public record Set(Integer version, @NotNull LocalDate fromOn, @NotEmpty @Size(max = 11) List<@NotNull FinanceColumn> columns,
            @NotNull PaymentSettings.CsvSeparator separator, @NotNull PaymentSettings.CsvDecimal decimal, @NotNull PaymentSettings.CsvDays days, @NotNull Boolean head) {
        FinanceQueries.Format format() {
            return new FinanceQueries.Format(columns, separator, decimal, days, head);
        }
    }

    /**
     * Where the expenditure of a programme, a category and a school is booked; each of them may be null for any. All three values null: nothing is said of
     * it any more.
     */
    public record Rule(Long programmeId, Category category, Long schoolId, @Size(max = 40) String account, @Size(max = 40) String costCentre,
            @Size(max = 40) String specialItemNo) {
    }

    /**
     * Writes the format down. Runs that were made keep theirs.
     *
     * @throws Refused {@code finance.column_twice}, {@code finance.no_reference} if no column brings the reference back
     */
    public void set(long authorityId, @Valid Set cmd) {
        guard.requireAuthority(DELIVERY_RECEIVE, authorityId);
        if (new HashSet<>(cmd.columns()).size() < cmd.columns().size()) {
            throw new Refused("finance.column_twice");
        }
        if (!cmd.columns().contains(FinanceColumn.REFERENCE)) {
            throw new Refused("finance.no_reference");
        }
        FinanceSetting known = locked(em, authorityId);
        FinanceSetting setting = known == null ? new FinanceSetting(authorityId) : known;
        setting.become(cmd, known != null);
        if (known == null) {
            em.persist(setting);
        }
        em.flush();
        history.record(setting.ref(), FinanceAction.SET, Said.that("said.finance_from", cmd.fromOn()));
    }

    /**
     * Says where something is booked, or no longer.
     *
     * @throws NotFound for a school of another authority, or a programme that is not there
     * @throws Refused  {@code finance.no_setting} before there is a format, {@code finance.rule_empty} if nothing is said and nothing was
     */
    public void rule(long authorityId, @Valid Rule cmd) {
        guard.requireAuthority(DELIVERY_RECEIVE, authorityId);
        FinanceSetting setting = locked(em, authorityId);
        if (setting == null) {
            throw new Refused("finance.no_setting");
        }
        if (cmd.schoolId() != null && !Long.valueOf(authorityId).equals(Ask.of(em, Long.class, "select s.authorityId from School s where s.id = :id and s.isSchool = true")
                .set("id", cmd.schoolId()).one().orElse(null))) {
            throw new NotFound("School", cmd.schoolId());
        }
        if (cmd.programmeId() != null && em.createQuery("select count(p) from Programme p where p.id = :id", Long.class).setParameter("id", cmd.programmeId())
                .getSingleResult() == 0) {
            throw new NotFound("Programme", cmd.programmeId());
        }
        FinanceRule rule = em.createQuery("select r from FinanceRule r where r.authorityId = :authority", FinanceRule.class).setParameter("authority", authorityId)
                .getResultList().stream().filter(r -> r.isOf(cmd)).findFirst().orElse(null);
        boolean silent = Stream.of(cmd.account(), cmd.costCentre(), cmd.specialItemNo()).allMatch(value -> said(value) == null);
        if (silent && rule == null) {
            throw new Refused("finance.rule_empty");
        }
        if (silent) {
            em.remove(rule);
        } else {
            FinanceRule known = rule == null ? new FinanceRule(authorityId, cmd) : rule;
            known.says(cmd);
            if (rule == null) {
                em.persist(known);
            }
        }
        em.flush();
        String said = Stream.of(cmd.account(), cmd.costCentre(), cmd.specialItemNo()).map(value -> said(value) == null ? "–" : said(value)).collect(Collectors.joining(" · "));
        history.record(setting.ref(), FinanceAction.RULE, silent ? Said.that("said.finance_rule_gone") : Said.that("said.finance_rule", said));
    }

    /** The setting of an authority, locked: two people at once are one after the other; answers null if there is none. Asks nobody. */
    static FinanceSetting locked(EntityManager em, long authorityId) {
        return em.createQuery("select s from FinanceSetting s where s.authorityId = :authority", FinanceSetting.class).setParameter("authority", authorityId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().stream().findFirst().orElse(null);
    }

    /** A value without blanks around it, null for none. */
    static String said(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
