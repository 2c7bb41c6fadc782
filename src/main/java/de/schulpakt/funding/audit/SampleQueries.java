package de.schulpakt.funding.audit;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;

import de.schulpakt.funding.settlement.Bought;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Questions about samples. */
@Queries
public class SampleQueries {
    /** A sample in a list. */
    public record Row(Long id, String no, Long applicationId, String applicationNo, String authority, Integer drawn, Integer outOf, String drawnBy, Instant drawnAt) {
    }

    /**
     * One sample whole.
     *
     * @param devices where they are today, in the order in which they were drawn
     */
    public record View(Long id, String no, Long applicationId, String applicationNo, String authority, Long seed, Integer drawn, Integer outOf,
            String drawnBy, Instant drawnAt, List<Bought.Device> devices) {
    }

    /** What stands in its row. */
    record Head(String no, Long applicationId, String applicationNo, Long authorityId, String authority, Long seed, Integer drawn, Integer outOf, String drawnBy,
            Instant drawnAt) {
    }

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Bought bought;

    /**
     * One sample.
     *
     * @throws NotFound if there is none or the asker may not see the authority's applications
     */
    public View view(long id) {
        Head s = Ask.of(em, Head.class, """
                select s.no as no, a.id as applicationId, a.no as applicationNo, t.id as authorityId, t.name as authority, s.seed as seed, s.drawn as drawn,
                    s.outOf as outOf, s.drawnBy as drawnBy, s.drawnAt as drawnAt
                from Sample s join Application a on a.id = s.applicationId join Authority t on t.id = s.authorityId where s.id = :id""").set("id", id).one()
                .orElseThrow(() -> new NotFound("Sample", id));
        guard.requireAward(APPLICATION_VIEW, s.applicationId(), s.authorityId());
        List<Long> drawn = Ask.of(em, Long.class, "select x.deviceId from SampleDevice x where x.sampleId = :id order by x.place").set("id", id).list();
        Map<Long, Bought.Device> devices = bought.devices(drawn);
        return new View(id, s.no(), s.applicationId(), s.applicationNo(), s.authority(), s.seed(), s.drawn(), s.outOf(), s.drawnBy(), s.drawnAt(),
                drawn.stream().map(devices::get).toList());
    }
}
