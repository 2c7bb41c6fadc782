package de.schulpakt.inventory.pool;

import static de.schulpakt.identity.Permission.DEVICE_VIEW;
import static de.schulpakt.platform.list.Column.Kind.INSTANT;
import static de.schulpakt.platform.list.Column.Kind.NUMBER;
import static de.schulpakt.platform.list.Column.Kind.STATE;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;
import java.time.Instant;

/** Offers of schools that the asker may see, those that went to one of these, and what is offered to one of these; the newest first. */
@Queries
public class OfferList extends ListOf<OfferList.Row> {
    private static final Listing<Row> LISTING = Listing.of(Row.class, "offers", "/inventory/offers")
            .from("DeviceOffer o").join("s", "join School s on s.id = o.schoolId").join("y", "left join School y on y.id = o.toSchoolId")
            .join("p", "left join Programme p on p.id = o.programmeId").hidden("schoolId", "o.schoolId").hidden("toSchoolId", "o.toSchoolId")
            .column("no", "offer.no", TEXT, "o.no").sorted("no", "o.id").always().link("offer.xhtml?id={id}")
            .column("reason", "offer.reason", TEXT, "o.reason")
            .column("devices", "offer.devices", NUMBER, "(select count(i.id) from OfferItem i where i.offerId = o.id)")
            .column("school", "offer.from", TEXT, "s.name").sorted()
            .column("toSchool", "offer.to", TEXT, "y.name")
            .column("programme", "offer.programme", TEXT, "p.name").asked()
            .column("state", "device.state", STATE, "o.state").sorted()
            .column("offeredAt", "offer.since", INSTANT, "o.offeredAt").sorted("since", "o.offeredAt")
            .words("text", Words.in().starts("o.no"))
            .equal("state", OfferState.class, "o.state").equal("school", Long.class, "o.schoolId")
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return seen(guard.scope(DEVICE_VIEW));
    }

    /** Which offers concern these schools. */
    static Condition seen(Scope scope) {
        if (scope.everywhere()) {
            return Condition.ALL;
        }
        Condition own = scope.of("s");
        return new Condition(own.jpql() + " or o.toSchoolId in (select g.id from School g where " + scope.school("g") + ") or o.state = "
                + "de.schulpakt.inventory.pool.OfferState.OFFERED and exists (select x.id from School x where x.authorityId = o.authorityId and "
                + scope.school("x") + " and (o.programmeId is null or exists (select b.id from Budget b where b.schoolId = x.id"
                + " and b.programmeId = o.programmeId)))", own.values());
    }

    /**
     * An offer.
     *
     * @param toSchool  null until the devices went somewhere
     * @param programme programme that binds the devices, null if none does
     */
    public record Row(Long id, String no, String reason, Long devices, Long schoolId, String school, Long toSchoolId, String toSchool, String programme,
            OfferState state, Instant offeredAt) {
    }
}
