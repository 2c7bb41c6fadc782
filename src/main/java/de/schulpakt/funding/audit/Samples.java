package de.schulpakt.funding.audit;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Numbers;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Random samples of the devices of a grant: all that it has paid, be it in part, and that have come. */
@UseCases
public class Samples {
    /**
     * So many devices of an application are drawn.
     *
     * @param seed to draw the same again; null draws one
     */
    public record Draw(@NotNull Long applicationId, @NotNull @Min(1) @Max(500) Integer size, Long seed) {
    }

    private static final SecureRandom SEEDS = new SecureRandom();
    private static final int SEED_BITS = 31;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    Actor actor;
    @Inject
    Numbers numbers;
    @Inject
    History history;

    /** A device of which the grant has paid a part, and how it ended. */
    record Paid(Long id, Enum<?> disposal) {
        boolean came() {
            return disposal == null || !"NEVER_CAME".equals(disposal.name());
        }
    }

    /**
     * Draws devices at random and keeps which.
     *
     * @return id of the sample
     * @throws NotFound if there is no such application or the asker may not see it
     * @throws Refused  {@code sample.too_large} if the grant has fewer devices
     */
    public Long draw(@Valid Draw cmd) {
        Head head = Head.of(em, guard, cmd.applicationId());
        List<Long> all = Ask.of(em, Paid.class, """
                select d.id as id, d.disposal as disposal from Device d where exists (select p.deviceId from DevicePayer p join Budget b on b.id = p.budgetId
                    where p.deviceId = d.id and b.applicationId = :id) order by d.inventoryNo, d.id""").set("id", cmd.applicationId()).list().stream()
                .filter(Paid::came).map(Paid::id).toList();
        if (cmd.size() > all.size()) {
            throw new Refused("sample.too_large", cmd.size(), all.size());
        }
        long seed = cmd.seed() != null ? cmd.seed() : SEEDS.nextLong() >>> SEED_BITS;
        Sample sample = new Sample(numbers.next("S"), cmd.applicationId(), head.authorityId(), seed, cmd.size(), all.size(), actor.name(), clock.now());
        em.persist(sample);
        em.flush();
        List<Long> drawn = drawn(all, seed, cmd.size());
        for (int i = 0; i < drawn.size(); i++) {
            em.persist(new SampleDevice(sample.id(), i + 1, drawn.get(i)));
        }
        em.flush();
        history.record(head.ref(cmd.applicationId()), AuditAction.DRAW_SAMPLE,
                Said.that("said.sample", sample.ref(), cmd.size(), all.size(), String.valueOf(seed)));
        return sample.id();
    }

    /** Devices by inventory number, shuffled by {@link Random} with the seed: the first ones are the sample. */
    static List<Long> drawn(List<Long> all, long seed, int size) {
        List<Long> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed));
        return List.copyOf(shuffled.subList(0, size));
    }
}
