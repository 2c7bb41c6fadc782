package de.schulpakt.funding.settlement;

import de.schulpakt.platform.Find;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Grant money that the granting body claims back goes out of what was received, the newest first. Other than a repayment it frees no
 * expenditure: what was claimed back is not drawn again. Whoever calls it has taken the step that the guard allows.
 */
@ApplicationScoped
public class Reclaims {
    @PersistenceContext
    EntityManager em;
    @Inject
    History history;

    /** What of a drawdown came and has not gone back. */
    record Held(Long id, Long cents) {
    }

    /** What is held of an application's grant money. */
    public Money held(long applicationId) {
        return of(applicationId).stream().map(h -> Money.of(h.cents())).reduce(Money.ZERO, Money::plus);
    }

    /**
     * Takes an amount out of what is held; the drawdowns are locked in id order.
     *
     * @param notice what says so, e.g. the proof
     * @return how much of each drawdown
     * @throws Refused {@code drawdown.reclaim_too_much} if less is held
     */
    public Map<Long, Money> take(long applicationId, Money amount, LocalDate on, Ref notice) {
        Map<Long, Drawdown> locked = new TreeMap<>();
        of(applicationId).stream().map(Held::id).sorted().forEach(id -> locked.put(id, Find.locked(em, Drawdown.class, id)));
        Map<Long, Money> parts = new LinkedHashMap<>();
        Money rest = amount;
        for (Drawdown drawdown : new TreeMap<>(locked).descendingMap().values()) {
            Money part = drawdown.held().compareTo(rest) < 0 ? drawdown.held() : rest;
            if (part.cents() > 0) {
                drawdown.repaid(part);
                history.record(drawdown.ref(), DrawdownAction.REPAY, Said.that("said.reclaimed", on, part, notice));
                parts.put(drawdown.id(), part);
                rest = rest.minus(part);
            }
        }
        if (rest.cents() > 0) {
            throw new Refused("drawdown.reclaim_too_much", amount, amount.minus(rest));
        }
        em.flush();
        return parts;
    }

    /**
     * Puts a payment right that was not made.
     *
     * @throws Refused {@code drawdown.repaid_since} if the rest of a drawdown was repaid since
     */
    public void takeBack(Map<Long, Money> parts, String words) {
        new TreeMap<>(parts).forEach((id, part) -> {
            Drawdown drawdown = Find.locked(em, Drawdown.class, id);
            if (drawdown.state() != DrawdownState.RECEIVED) {
                throw new Refused("drawdown.repaid_since", drawdown.ref().no());
            }
            drawdown.repaid(Money.ZERO.minus(part));
            history.record(drawdown.ref(), DrawdownAction.CORRECT, Said.that("said.reclaim_taken_back", part).andWords(words));
        });
        em.flush();
    }

    private List<Held> of(long applicationId) {
        return Ask.of(em, Held.class, """
                select d.id as id, d.receivedCents - d.repaidCents as cents from Drawdown d
                where d.applicationId = :id and d.state = :received order by d.id""").set("id", applicationId)
                .set("received", DrawdownState.RECEIVED).list();
    }
}
