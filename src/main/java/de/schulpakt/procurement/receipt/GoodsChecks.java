package de.schulpakt.procurement.receipt;

import de.schulpakt.identity.Steps;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Schools say whether all is here that was received for them. It moves neither goods nor money: who receives books what follows. */
@UseCases
public class GoodsChecks {
    @PersistenceContext
    EntityManager em;
    @Inject
    Steps steps;
    @Inject
    Clock clock;
    @Inject
    Actor actor;
    @Inject
    News news;

    /** All is here. The note is needed where another answer is put right. */
    public record Confirm(@NotNull Integer version, @Size(max = 2000) String note) {
    }

    /** Something is not as it should be; the note as with {@link Confirm}. */
    public record Report(@NotNull Integer version, @NotEmpty @Size(max = 200) List<@NotNull @Valid Lack> lines, @Size(max = 2000) String note) {
    }

    /** So many pieces of a line of the delivery are missing or broken. */
    public record Lack(@NotNull Long deliveryLineId, @NotNull @PositiveOrZero @Max(10_000) Integer missing,
            @NotNull @PositiveOrZero @Max(10_000) Integer broken, @Size(max = 500) String note) {
    }

    /** What was done about it. */
    public record Settle(@NotNull Integer version, @NotBlank @Size(max = 2000) String note) {
    }

    /**
     * The school confirms that all is here.
     *
     * @throws Refused {@code goods_check.reason_missing} for another answer than before without a word about it
     */
    public void confirm(long id, @Valid Confirm cmd) {
        var step = steps.begin(GoodsCheck.class, id, GoodsCheckAction.CONFIRM, cmd.version());
        GoodsCheck check = step.subject();
        refuseSilentChange(step.change().from(), cmd.note());
        check.answered(cmd.note(), actor.name(), clock.now());
        clear(check);
        step.record(Said.words(cmd.note()));
        news.goneOn(check.ref());
    }

    /**
     * The school reports what is missing or broken; who receives for its authority is told. An answer of before is replaced.
     *
     * @throws NotFound for a line that came with another delivery or for another school
     * @throws Refused  {@code goods_check.nothing_missing} for a report of nothing, {@code goods_check.too_many} for more pieces than came,
     *                  {@code goods_check.line_twice}, {@code goods_check.reason_missing} for another answer than before without a word about it
     */
    public void report(long id, @Valid Report cmd) {
        var step = steps.begin(GoodsCheck.class, id, GoodsCheckAction.REPORT, cmd.version());
        GoodsCheck check = step.subject();
        check.answered(cmd.note(), actor.name(), clock.now());
        // only lines may differ afterwards: who saw others must notice
        em.lock(check, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        refuseSilentChange(step.change().from(), cmd.note());
        List<Lack> lines = cmd.lines().stream().filter(l -> l.missing() + l.broken() > 0).toList();
        if (lines.isEmpty()) {
            throw new Refused("goods_check.nothing_missing");
        }
        Map<Long, Came> came = came(check);
        Said said = Said.NOTHING;
        clear(check);
        for (Lack one : lines) {
            Came line = came.remove(one.deliveryLineId());
            if (line == null) {
                if (lines.stream().filter(l -> l.deliveryLineId().equals(one.deliveryLineId())).count() > 1) {
                    throw new Refused("goods_check.line_twice");
                }
                throw new NotFound("DeliveryLine", one.deliveryLineId());
            }
            if (one.missing() + one.broken() > line.pieces()) {
                throw new Refused("goods_check.too_many", line.item(), line.pieces(), one.missing() + one.broken());
            }
            em.persist(new GoodsCheckLine(check.id(), one));
            said = said.and("said.goods_short", line.item(), one.missing(), one.broken());
        }
        step.record(said.andWords(cmd.note()));
        news.tellAuthority(came(check).values().iterator().next().authorityId(), "message.goods_short", check.ref());
    }

    /** Who receives has dealt with what was reported: sent it back, called the supplier, found it. The school is told. */
    public void settle(long id, @Valid Settle cmd) {
        GoodsCheck check = steps.take(GoodsCheck.class, id, GoodsCheckAction.SETTLE, cmd.version(), cmd.note());
        news.tell(check.schoolId(), "message.goods_settled", check.ref());
    }

    private static void refuseSilentChange(GoodsCheckState before, String note) {
        if (before != GoodsCheckState.ASKED && (note == null || note.isBlank())) {
            throw new Refused("goods_check.reason_missing");
        }
    }

    private void clear(GoodsCheck check) {
        em.createQuery("delete from GoodsCheckLine l where l.checkId = :id").setParameter("id", check.id()).executeUpdate();
    }

    /** A line that came for the school. */
    private record Came(Long id, String item, Integer pieces, Long authorityId) {
    }

    private Map<Long, Came> came(GoodsCheck check) {
        return Ask.of(em, Came.class, """
                select d.id as id, c.name as item, d.quantity as pieces, o.authorityId as authorityId from DeliveryLine d
                join OrderLine l on l.id = d.orderLineId join PurchaseOrder o on o.id = l.orderId join CatalogueItem c on c.id = l.itemId
                where d.deliveryId = :delivery and l.schoolId = :school order by d.id""")
                .set("delivery", check.deliveryId()).set("school", check.schoolId()).list().stream()
                .collect(Collectors.toMap(Came::id, Function.identity()));
    }
}
