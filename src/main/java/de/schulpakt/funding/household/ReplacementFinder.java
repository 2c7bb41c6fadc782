package de.schulpakt.funding.household;

import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** When the useful life of what an award has bought ends: the one place that reckons it. */
@ApplicationScoped
class ReplacementFinder {
    /** The month in which a device came counts whole, as depreciation counts it: one that came in January is written off in December. */
    private static final String BY_KIND_AND_YEAR = """
            select m.kind as modelKind, year(d.delivered_on - interval 1 month + interval c.years year) as endsIn, c.years as usefulYears, c.source as lifeSource,
                c.verified as lifeVerified, count(distinct d.id) as devices, convert(sum(p.amount_cents), signed) as paidCents
            from device_payer p join budget b on b.id = p.budget_id join device d on d.id = p.device_id join device_model m on m.id = d.model_id
                left join depreciation_class c on c.kind = m.kind
            where b.application_id = ?1 and d.state not in ('RETIRED', 'LOST')
            group by m.kind, endsIn, c.years, c.source, c.verified order by endsIn is null, endsIn, m.kind""";

    @PersistenceContext
    EntityManager em;

    /**
     * Devices of a kind whose useful life ends in one year.
     *
     * @param endsIn     null where the day of delivery or the useful life of the kind is not known
     * @param paidCents  what the award has paid of them, gross
     * @param lifeSource where the useful life stands; verified if a second person has read it there
     */
    record Row(String modelKind, Integer endsIn, Integer usefulYears, String lifeSource, Boolean lifeVerified, Long devices, Long paidCents) {
        /** True if it can be proposed: year and cost are known. */
        boolean known() {
            return endsIn != null && paidCents > 0;
        }
    }

    /** All devices of an award that are there, by year and kind. */
    List<Row> of(long applicationId) {
        return Ask.sql(em, Row.class, BY_KIND_AND_YEAR).set(1, applicationId).list();
    }

    /** Those of one kind whose useful life ends in that year. */
    Optional<Row> of(long applicationId, String modelKind, int endsIn) {
        return of(applicationId).stream().filter(r -> r.known() && r.modelKind().equals(modelKind) && r.endsIn() == endsIn).findFirst();
    }
}
