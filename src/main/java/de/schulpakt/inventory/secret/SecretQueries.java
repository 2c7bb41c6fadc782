package de.schulpakt.inventory.secret;

import static de.schulpakt.identity.Permission.DEVICE_SECRET;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.seal.Seal;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** Which secrets there are; never what they are. */
@Queries
public class SecretQueries {
    private static final int MOST = 20;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Seal seal;

    /**
     * Which secrets of a device are kept.
     *
     * @throws NotFound if there is no such device, or the asker may not see it
     */
    public View of(long deviceId) {
        Long school = Ask.of(em, Long.class, "select d.schoolId from Device d where d.id = :id").set("id", deviceId).one()
                .orElseThrow(() -> new NotFound("Device", deviceId));
        guard.require(DEVICE_SECRET, school);
        return new View(seal.ready(), Ask.of(em, Kept.class, """
                select s.id as id, s.kind as kind, s.madeAt as madeAt, s.madeBy as madeBy from DeviceSecret s where s.deviceId = :id and s.endedAt is null
                order by s.kind""").set("id", deviceId).list(MOST));
    }

    /** The secrets of a device; without a key none can be kept or opened. */
    public record View(Boolean key, List<Kept> kept) {
    }

    /** That a secret is kept, since when and by whom. */
    public record Kept(Long id, Secrets.SecretKind kind, Instant madeAt, String madeBy) {
    }
}
