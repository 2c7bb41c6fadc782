package de.schulpakt.funding.duty;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;

import de.schulpakt.funding.programme.OwnShare;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;

/** What of an award may be claimed back as long as what it bought is bound to its purpose. Amounts gross, in cents. */
@Queries
public class StakeQueries {
    /** As {@code Binding.atStake} reckons one device, for all devices of an award at once. */
    private static final String BY_YEAR = """
            select year(x.ends) as year_, count(distinct x.id) as devices, convert(sum(x.amount), signed) as paidCents, convert(sum(case
                when x.began is null or x.ends is null or ?2 <= x.began then x.amount when datediff(x.ends, x.began) <= 0 or datediff(x.ends, ?2) <= 0 then 0
                else x.amount * datediff(x.ends, ?2) div datediff(x.ends, x.began) end), signed) as stakeCents
            from (select d.id, p.amount_cents amount, d.binding_end_on ends,
                  coalesce(d.bound_on, case d.binding_start when 'DELIVERY' then d.delivered_on else d.in_service_on end) began
                from device_payer p join budget b on b.id = p.budget_id join device d on d.id = p.device_id
                where b.application_id = ?1 and d.state <> 'RETIRED' and d.binding_start is not null and (d.binding_end_on is null or d.binding_end_on >= ?2)) x
            group by year(x.ends) order by year(x.ends) is null, year(x.ends)""";

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;

    /**
     * Devices whose binding ends in one year.
     *
     * @param year       null where the end is not known yet, because the binding has not begun
     * @param paidCents  what the award has paid of them
     * @param stakeCents what of that is at stake today
     */
    public record Year(Integer year, Long devices, Long paidCents, Long stakeCents) {
    }

    /**
     * What is at stake.
     *
     * @param stakeCents eligible expenditure, own share included
     * @param grantCents what of that is grant money and may be claimed back; null without an own share
     */
    public record Stake(Long applicationId, String no, LocalDate day, long devices, long paidCents, long stakeCents, Long grantCents, List<Year> years) {
    }

    /** What stands in an application. */
    record Head(String no, Long authorityId, Integer ownShareBp, boolean halfUp) {
    }

    /**
     * What of an award is at stake today, by the year in which the binding ends.
     *
     * @throws NotFound if there is no such application or the asker may not see it
     */
    public Stake of(long applicationId) {
        Head head = Ask.of(em, Head.class, "select a.no as no, a.authorityId as authorityId, a.ownShareBp as ownShareBp, a.ownShareHalfUp as halfUp from Application a where a.id = :id")
                .set("id", applicationId).one().orElseThrow(() -> new NotFound("Application", applicationId));
        guard.requireAward(APPLICATION_VIEW, applicationId, head.authorityId());
        List<Year> years = Ask.sql(em, Year.class, BY_YEAR).set(1, applicationId).set(2, clock.today()).list();
        long stake = years.stream().mapToLong(Year::stakeCents).sum();
        return new Stake(applicationId, head.no(), clock.today(), years.stream().mapToLong(Year::devices).sum(), years.stream().mapToLong(Year::paidCents).sum(), stake,
                head.ownShareBp() == null ? null : new OwnShare(head.ownShareBp(), head.halfUp()).grant(Money.of(stake)).cents(), years);
    }
}
