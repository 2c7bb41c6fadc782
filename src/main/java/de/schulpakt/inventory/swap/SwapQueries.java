package de.schulpakt.inventory.swap;

import static de.schulpakt.identity.Permission.DEVICE_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** Questions about swaps. */
@Queries
public class SwapQueries {
    private static final int MOST = 50;
    private static final String COLUMNS = """
            select w.id as id, w.kind as kind, w.schoolId as schoolId, o.id as oldId, o.inventoryNo as oldNo, n.id as newId, n.inventoryNo as newNo,
                w.reason as reason, w.swappedAt as swappedAt, w.swappedBy as swappedBy, w.undoneAt as undoneAt, w.undoneBy as undoneBy,
                w.undoneWhy as undoneWhy
            from DeviceSwap w join Device o on o.id = w.oldId join Device n on n.id = w.newId where\s""";

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;

    /**
     * One swap.
     *
     * @throws NotFound if there is none, or it belongs to a school whose devices the asker may not see
     */
    public View view(long id) {
        View found = Ask.of(em, View.class, COLUMNS + "w.id = :id").set("id", id).one().orElseThrow(() -> new NotFound("DeviceSwap", id));
        guard.require(DEVICE_VIEW, found.schoolId());
        return found;
    }

    /**
     * The swaps in which a device went or came, the newest first.
     *
     * @throws NotFound if there is no such device, or the asker may not see it
     */
    public List<View> ofDevice(long deviceId) {
        Long school = Ask.of(em, Long.class, "select d.schoolId from Device d where d.id = :id").set("id", deviceId).one()
                .orElseThrow(() -> new NotFound("Device", deviceId));
        guard.require(DEVICE_VIEW, school);
        return Ask.of(em, View.class, COLUMNS + "(w.oldId = :device or w.newId = :device) and w.schoolId = :school order by w.id desc").set("device", deviceId)
                .set("school", school).list(MOST);
    }

    /** A swap; undoneAt is null while it holds. */
    public record View(Long id, Swaps.SwapKind kind, Long schoolId, Long oldId, String oldNo, Long newId, String newNo, String reason, Instant swappedAt,
            String swappedBy, Instant undoneAt, String undoneBy, String undoneWhy) {
    }
}
