package de.schulpakt.inventory.pool;

import static de.schulpakt.identity.Permission.DEVICE_ADD;
import static de.schulpakt.identity.Permission.DEVICE_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Questions about devices that go from one school to another. */
@Queries
public class OfferQueries {
    private static final int MOST = 200;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;

    /**
     * One offer.
     *
     * @throws NotFound if there is none, or it is neither of nor for a school that the asker may see
     */
    public View view(long id) {
        if (!guard.may(DEVICE_VIEW)) {
            throw new NotFound("DeviceOffer", id);
        }
        Scope scope = guard.scope(DEVICE_VIEW);
        var seen = OfferList.seen(scope);
        Ask<View> ask = Ask.of(em, View.class, """
                select o.id as id, o.version as version, o.no as no, o.state as state, s.id as schoolId, s.name as school, o.authorityId as authorityId,
                    y.id as toSchoolId, y.name as toSchool, o.programmeId as programmeId, p.name as programme, o.reason as reason,
                    o.offeredAt as offeredAt, o.offeredBy as offeredBy, o.endedAt as endedAt, o.endedBy as endedBy
                from DeviceOffer o join School s on s.id = o.schoolId left join School y on y.id = o.toSchoolId
                    left join Programme p on p.id = o.programmeId where o.id = :id""" + (seen.jpql().isEmpty() ? "" : " and (" + seen.jpql() + ")"));
        View found = scope.bind(ask).set("id", id).one().orElseThrow(() -> new NotFound("DeviceOffer", id));
        return found.with(things(id), wishes(found), askers(found), guard.actions(OfferFlow.FLOW, found.state(), found.schoolId()),
                guard.may(DEVICE_VIEW, found.schoolId()) ? history.of("DeviceOffer", id) : List.of());
    }

    private List<Thing> things(long id) {
        return Ask.of(em, Thing.class, """
                select d.id as id, d.schoolId as schoolId, d.inventoryNo as inventoryNo, d.serial as serial, concat(m.maker, ' ', m.name) as model,
                    d.state as state, d.bindingEndOn as bindingEndOn
                from OfferItem i join Device d on d.id = i.deviceId join DeviceModel m on m.id = d.modelId where i.offerId = :id order by i.id""")
                .set("id", id).list(MOST);
    }

    /** Who asks: all of them for the school that gives, for others their own schools. */
    private List<Wished> wishes(View offer) {
        List<Wished> all = Ask.of(em, Wished.class, """
                select w.schoolId as schoolId, s.name as school, w.words as words, w.askedAt as askedAt, w.askedBy as askedBy
                from OfferWish w join School s on s.id = w.schoolId where w.offerId = :id and w.takenBackAt is null order by w.id""")
                .set("id", offer.id()).list(MOST);
        return guard.may(DEVICE_VIEW, offer.schoolId()) ? all : all.stream().filter(w -> guard.may(DEVICE_VIEW, w.schoolId())).toList();
    }

    /** The schools for which the asker may ask for it now. */
    private List<Asker> askers(View offer) {
        if (offer.state() != OfferState.OFFERED) {
            return List.of();
        }
        Scope scope = guard.visibleSchools(DEVICE_ADD);
        String fund = offer.programmeId() == null ? "" : " and exists (select b.id from Budget b where b.schoolId = s.id and b.programmeId = :programme)";
        Ask<Asker> ask = scope.bind(Ask.of(em, Asker.class, "select s.id as id, s.name as name from School s where s.authorityId = :authority and s.id <> :giver"
                + fund + " and not exists (select w.id from OfferWish w where w.offerId = :offer and w.schoolId = s.id and w.takenBackAt is null) and "
                + scope.school("s") + " order by s.name, s.id")).set("authority", offer.authorityId()).set("giver", offer.schoolId()).set("offer", offer.id());
        return (fund.isEmpty() ? ask : ask.set("programme", offer.programmeId())).list(MOST);
    }

    /**
     * One offer with all that its page shows.
     *
     * @param toSchool  null until the devices went somewhere
     * @param programme programme that binds the devices, null if none does
     * @param wishes    who asks
     * @param askers    for which schools the asker may ask
     * @param actions   what the asker may do for the school that gives
     * @param timeline  for who sees the school that gives, else empty: it names who else has asked
     */
    public record View(Long id, Integer version, String no, OfferState state, Long schoolId, String school, Long authorityId, Long toSchoolId,
            String toSchool, Long programmeId, String programme, String reason, Instant offeredAt, String offeredBy, Instant endedAt, String endedBy,
            List<Thing> devices, List<Wished> wishes, List<Asker> askers, Set<OfferAction> actions, List<HistoryEntry> timeline) {
        View with(List<Thing> things, List<Wished> asking, List<Asker> asks, Set<OfferAction> may, List<HistoryEntry> lines) {
            return new View(id, version, no, state, schoolId, school, authorityId, toSchoolId, toSchool, programmeId, programme, reason, offeredAt, offeredBy,
                    endedAt, endedBy, things, asking, asks, may, lines);
        }
    }

    /** A device of an offer. */
    public record Thing(Long id, Long schoolId, String inventoryNo, String serial, String model, DeviceState state, LocalDate bindingEndOn) {
    }

    /** A school that asks. */
    public record Wished(Long schoolId, String school, String words, Instant askedAt, String askedBy) {
    }

    /** A school that may ask. */
    public record Asker(Long id, String name) {
    }
}
