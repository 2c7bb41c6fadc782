package de.schulpakt.inventory.incident;

import static de.schulpakt.identity.Permission.DEVICE_ADD;
import static de.schulpakt.identity.Permission.DEVICE_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.device.Devices;
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

/** Questions about what happened to devices. */
@Queries
public class IncidentQueries {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;

    /** A case; amounts gross, in cents; payer, cost and what was paid are null as long as they are not known. */
    public record View(Long id, String no, IncidentState state, IncidentKind kind, Long deviceId, String inventoryNo, String model, Long schoolId, String school,
            LocalDate happenedOn, String words, String policeNo, String insurer, String claimNo, IncidentPayer payer, Long costCents, Long paidCents, Instant openedAt,
            String openedBy, LocalDate closedOn, Integer version, Set<IncidentAction> actions, List<HistoryEntry> timeline) {
        View with(Set<IncidentAction> may, List<HistoryEntry> lines) {
            return new View(id, no, state, kind, deviceId, inventoryNo, model, schoolId, school, happenedOn, words, policeNo, insurer, claimNo, payer, costCents, paidCents,
                    openedAt, openedBy, closedOn, version, may, lines);
        }
    }

    /** A device to which something has happened, with what its record says of it. */
    public record About(Long id, Long schoolId, String inventoryNo, String model, Devices.DeviceLoss loss, LocalDate lostOn, String policeNo) {
    }

    /**
     * A case.
     *
     * @throws NotFound if there is none, or the asker may not see the devices of its school
     */
    public View view(long id) {
        View v = Ask.of(em, View.class, """
                select i.id as id, i.no as no, i.state as state_, i.kind as kind, d.id as deviceId, d.inventoryNo as inventoryNo, concat(m.maker, ' ', m.name) as model,
                    s.id as schoolId, s.name as school, i.happenedOn as happenedOn, i.words as words, i.policeNo as policeNo, i.insurer as insurer, i.claimNo as claimNo,
                    i.payer as payer, i.costCents as costCents, i.paidCents as paidCents, i.openedAt as openedAt, i.openedBy as openedBy, i.closedOn as closedOn,
                    i.version as version_
                from DeviceIncident i join Device d on d.id = i.deviceId join DeviceModel m on m.id = d.modelId join School s on s.id = i.schoolId where i.id = :id""")
                .set("id", id).one().orElseThrow(() -> new NotFound("DeviceIncident", id));
        guard.require(DEVICE_VIEW, v.schoolId());
        return v.with(guard.actions(IncidentFlow.FLOW, v.state(), v.schoolId()), history.of("DeviceIncident", id));
    }

    /**
     * The device of a case that is to be written down.
     *
     * @throws NotFound if there is none, or the asker may not see it
     */
    public About about(long deviceId) {
        About about = Ask.of(em, About.class, """
                select d.id as id, d.schoolId as schoolId, d.inventoryNo as inventoryNo, concat(m.maker, ' ', m.name) as model, d.loss as loss, d.lostOn as lostOn,
                    d.policeNo as policeNo from Device d join DeviceModel m on m.id = d.modelId where d.id = :id""").set("id", deviceId).one()
                .orElseThrow(() -> new NotFound("Device", deviceId));
        guard.require(DEVICE_ADD, about.schoolId());
        return about;
    }
}
