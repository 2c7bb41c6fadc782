package de.schulpakt.procurement.receipt;

import de.schulpakt.install.calendar.Holidays;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Setting;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.News;
import de.schulpakt.procurement.order.OrderLines;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.TreeSet;

/** Asks schools whether all is here, in the transaction in which their goods are received. */
@ApplicationScoped
class CheckAsking {
    /** Working days for the answer, unless the operator has set others. */
    static final int USUAL_DAYS = 2;
    /** Letters of a number in histories and notices. */
    private static final int LONGEST = 40;
    static final String SETTING = "schulpakt.arrival.days";

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Holidays holidays;
    @Inject
    History history;
    @Inject
    News news;

    /** Each of these schools is asked about what has come for it with the delivery. */
    void ask(OrderLines.Order order, Delivery delivery, Collection<Long> schools) {
        for (Long school : new TreeSet<>(schools)) {
            GoodsCheck check = new GoodsCheck(delivery.id(), school, number(order, delivery), clock.today(),
                    holidays.worked(clock.today(), Setting.number(SETTING, 1, USUAL_DAYS)));
            em.persist(check);
            em.flush();
            history.record(check.ref(), GoodsCheckAction.ASK);
            news.tell(school, "message.goods_check", check.ref());
        }
    }

    /** The paper of a delivery has another number. */
    void named(OrderLines.Order order, Delivery delivery) {
        em.createQuery("select c from GoodsCheck c where c.deliveryId = :id", GoodsCheck.class).setParameter("id", delivery.id()).getResultList()
                .forEach(c -> c.named(number(order, delivery)));
    }

    private static String number(OrderLines.Order order, Delivery delivery) {
        String whole = order.no() + " / " + delivery.deliveryNoteNo();
        return whole.codePointCount(0, whole.length()) <= LONGEST ? whole : whole.substring(0, whole.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
