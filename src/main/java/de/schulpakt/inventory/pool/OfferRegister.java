package de.schulpakt.inventory.pool;

import static de.schulpakt.identity.Permission.DEVICE_RETIRE;
import static de.schulpakt.identity.Permission.DEVICE_SERVE;
import static de.schulpakt.identity.Permission.DEVICE_VIEW;

import de.schulpakt.identity.register.NoticeKind;
import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.identity.register.WaitingCount;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page of an offer, what waits for an answer, and of what people are told. */
@Dependent
class OfferRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("DeviceOffer", "/inventory/offer.xhtml?id={id}", DEVICE_VIEW);
    }

    /** Offers for which schools have asked. */
    @Produces
    WaitingCount asked() {
        return new WaitingCount("devices", DEVICE_SERVE, """
                device_offer x where x.state = 'OFFERED' and {school:x.school_id}
                and exists (select 1 from device_offer_wish w where w.offer_id = x.id and w.is_open = 1)""");
    }

    @Produces
    NoticeKind wished() {
        return new NoticeKind("message.offer_asked", "pool", DEVICE_SERVE, false, true);
    }

    @Produces
    NoticeKind come() {
        return new NoticeKind("message.offer_come", "pool", DEVICE_SERVE, true, false);
    }

    @Produces
    NoticeKind left() {
        return new NoticeKind("message.offer_left", "pool", DEVICE_SERVE, true, false);
    }

    /** The authority learns where the devices are that it answers for. */
    @Produces
    NoticeKind given() {
        return new NoticeKind("message.offer_given", "pool", DEVICE_RETIRE, false, false);
    }
}
