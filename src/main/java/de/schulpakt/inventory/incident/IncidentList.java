package de.schulpakt.inventory.incident;

import static de.schulpakt.identity.Permission.DEVICE_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
import static de.schulpakt.platform.list.Column.Kind.MONEY;
import static de.schulpakt.platform.list.Column.Kind.NAME;
import static de.schulpakt.platform.list.Column.Kind.STATE;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** What happened to devices of the schools that the asker may see, the newest first. */
@Queries
public class IncidentList extends ListOf<IncidentList.Row> {
    private static final Listing<Row> LISTING = Listing.of(Row.class, "device-incidents", "/inventory/incidents")
            .from("DeviceIncident i").join("d", "join Device d on d.id = i.deviceId").join("s", "join School s on s.id = i.schoolId")
            .hidden("deviceId", "i.deviceId").hidden("schoolId", "i.schoolId").hidden("version", "i.version")
            .column("no", "incident.no", TEXT, "i.no").sorted("no", "i.id").always().link("incident.xhtml?id={id}")
            .column("state", "device.state", STATE, "i.state").sorted()
            .column("kind", "incident.kind", NAME, "i.kind")
            .column("inventoryNo", "device.inventory_no", TEXT, "d.inventoryNo").link("device.xhtml?id={deviceId}")
            .column("school", "device.school", TEXT, "s.name")
            .column("happenedOn", "incident.happened", DAY, "i.happenedOn")
            .column("policeNo", "device.police_no", TEXT, "i.policeNo").asked()
            .column("insurer", "incident.insurer", TEXT, "i.insurer").asked()
            .column("claimNo", "incident.claim_no", TEXT, "i.claimNo")
            .column("payer", "incident.payer", NAME, "i.payer")
            .column("costCents", "incident.cost", MONEY, "i.costCents")
            .column("paidCents", "incident.paid", MONEY, "i.paidCents")
            .column("closedOn", "incident.closed", DAY, "i.closedOn").asked()
            .words("q", Words.in().starts("i.no", "i.claimNo", "i.policeNo", "d.inventoryNo"))
            .equal("state", IncidentState.class, "i.state").equal("kind", IncidentKind.class, "i.kind").equal("payer", IncidentPayer.class, "i.payer")
            .equal("school", Long.class, "i.schoolId").equal("device", Long.class, "i.deviceId").between("happened", LocalDate.class, "i.happenedOn")
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.scope(DEVICE_VIEW).of("s");
    }

    /** A case; amounts in cents. */
    public record Row(Long id, String no, IncidentState state, IncidentKind kind, Long deviceId, String inventoryNo, Long schoolId, String school, LocalDate happenedOn,
            String policeNo, String insurer, String claimNo, IncidentPayer payer, Long costCents, Long paidCents, LocalDate closedOn, Integer version) {
    }
}
