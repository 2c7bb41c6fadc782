package de.schulpakt.inventory.oldstock;

import static de.schulpakt.identity.Permission.DEVICE_VIEW;

import de.schulpakt.exchange.ImportMapping;
import de.schulpakt.exchange.table.CsvOut;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.inventory.field.FieldQueries;
import de.schulpakt.inventory.number.IdentifierKind;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The devices that are there, with exactly the columns that the import of the old stock reads: read again here it changes nothing, and read into an empty
 * system it gives the same devices. Of what is lost or given up the import could only make something that is there: it is left out. A few statements for
 * {@value #AT_ONCE} devices.
 */
@Queries
public class StockExport {
    /** Says that no award has paid, so that the import asks for none. */
    static final String NO_AWARD = "keine";
    private static final int AT_ONCE = 500;
    private static final List<DeviceState> GONE = List.of(DeviceState.LOST, DeviceState.RETIRED);
    /** The columns in their order, each by a name under which the import knows it in every language. */
    private static final Map<DeviceField, String> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put(DeviceField.SERIAL, "Seriennummer");
        COLUMNS.put(DeviceField.OTHER_NO, "Inventarnummer");
        COLUMNS.put(DeviceField.TAG, "Etikett");
        COLUMNS.put(DeviceField.MAC, "MAC-Adresse");
        COLUMNS.put(DeviceField.IMEI, "IMEI");
        COLUMNS.put(DeviceField.MAKER, "Hersteller");
        COLUMNS.put(DeviceField.MODEL, "Modell");
        COLUMNS.put(DeviceField.PART_NO, "Teilenummer");
        COLUMNS.put(DeviceField.KIND, "Kategorie");
        COLUMNS.put(DeviceField.SCHOOL, "Schule");
        COLUMNS.put(DeviceField.BUILDING, "Gebäude");
        COLUMNS.put(DeviceField.ROOM, "Raum");
        COLUMNS.put(DeviceField.SPOT, "Stellplatz");
        COLUMNS.put(DeviceField.BOUGHT, "Kaufdatum");
        COLUMNS.put(DeviceField.SERVED, "In Betrieb seit");
        COLUMNS.put(DeviceField.PRICE, "Kaufpreis");
        COLUMNS.put(DeviceField.SUPPLIER, "Lieferant");
        COLUMNS.put(DeviceField.WARRANTY, "Garantie bis");
        COLUMNS.put(DeviceField.AWARD, "Bewilligung");
    }

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    FieldQueries fields;

    /** A device as it stands. */
    record Row(Long id, String inventoryNo, String maker, String model, String partNo, ModelKind kind, String officialNo, String school, String building, String room,
            String spot, LocalDate boughtOn, LocalDate servedOn, DeviceState state, Long priceCents, String supplier, LocalDate warrantyEndOn, String applicationNo,
            Integer positionNo) {
    }

    /** A number of a device that holds. */
    record Number(Long deviceId, IdentifierKind kind, String value) {
    }

    /** What an own field of a device says; one of the last four is not null. */
    record Own(Long deviceId, String label, String text, Long number, LocalDate day, Boolean flag) {
        String typed() {
            return text != null ? text : number != null ? number.toString() : day != null ? day.toString() : String.valueOf(flag);
        }
    }

    /**
     * The devices of the schools that the asker may see, as CSV.
     *
     * @param school only those of this school; null: of all
     */
    public byte[] csv(Long school) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            write(school, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Long school, OutputStream out) throws IOException {
        Scope scope = guard.scope(DEVICE_VIEW);
        List<String> own = ownLabels();
        List<String> heads = new ArrayList<>(COLUMNS.values());
        heads.addAll(own);
        CsvOut csv = CsvOut.begin(out, heads);
        long after = 0;
        List<Row> rows = rows(scope, school, after);
        while (!rows.isEmpty()) {
            List<Long> ids = rows.stream().map(Row::id).toList();
            Map<Long, List<Number>> numbers = numbers(ids);
            Map<Long, Map<String, String>> values = own.isEmpty() ? Map.of() : values(ids);
            for (Row row : rows) {
                List<Object> cells = new ArrayList<>(COLUMNS.keySet().stream().map(field -> cell(field, row, numbers.getOrDefault(row.id(), List.of()))).toList());
                own.forEach(label -> cells.add(values.getOrDefault(row.id(), Map.of()).get(label)));
                csv.line(cells.toArray());
            }
            after = ids.get(ids.size() - 1);
            rows = rows.size() < AT_ONCE ? List.of() : rows(scope, school, after);
        }
        csv.end();
    }

    /** Names of own fields, each once; without those that are called like a column of their own. */
    private List<String> ownLabels() {
        Map<String, String> labels = new LinkedHashMap<>();
        fields.all().stream().filter(f -> f.endedOn() == null && !ImportMapping.knows(f.label(), List.of(DeviceField.values())))
                .forEach(f -> labels.putIfAbsent(ImportMapping.normal(f.label()), f.label()));
        return List.copyOf(labels.values());
    }

    private List<Row> rows(Scope scope, Long school, long after) {
        Ask<Row> ask = scope.bind(Ask.of(em, Row.class, """
                select d.id as id, d.inventoryNo as inventoryNo, m.maker as maker, m.name as model, m.partNo as partNo, m.kind as kind, s.officialNo as officialNo,
                    s.name as school, b.name as building, r.name as room, d.spot as spot, d.deliveredOn as boughtOn, d.inServiceOn as servedOn, d.state as state,
                    d.priceCents as priceCents, d.supplier as supplier, d.warrantyEndOn as warrantyEndOn, a.no as applicationNo, p.no as positionNo
                from Device d join DeviceModel m on m.id = d.modelId join School s on s.id = d.schoolId left join Room r on r.id = d.roomId
                    left join Building b on b.id = r.buildingId left join Budget g on g.id = d.budgetId left join Application a on a.id = g.applicationId
                    left join FundingPosition p on p.id = g.positionId
                where d.id > :after and d.state not in :gone and\s""" + scope.school("s") + (school == null ? "" : " and d.schoolId = :school") + " order by d.id"))
                .set("after", after).set("gone", GONE);
        return (school == null ? ask : ask.set("school", school)).list(AT_ONCE);
    }

    private Map<Long, List<Number>> numbers(List<Long> ids) {
        return Ask.of(em, Number.class, """
                select i.deviceId as deviceId, i.kind as kind, i.value as value_ from DeviceIdentifier i where i.deviceId in :ids and i.endedAt is null
                order by i.id""").set("ids", ids).list().stream().collect(Collectors.groupingBy(Number::deviceId));
    }

    private Map<Long, Map<String, String>> values(List<Long> ids) {
        Map<Long, Map<String, String>> values = new HashMap<>();
        Ask.of(em, Own.class, """
                select v.deviceId as deviceId, f.label as label, v.text as text, v.number as number_, v.day as day_, v.flag as flag
                from OwnValue v join OwnField f on f.id = v.fieldId where v.deviceId in :ids and v.endedAt is null and f.endedOn is null order by v.id""")
                .set("ids", ids).list().forEach(v -> values.computeIfAbsent(v.deviceId(), d -> new HashMap<>()).put(v.label(), v.typed()));
        return values;
    }

    private static Object cell(DeviceField field, Row row, List<Number> numbers) {
        return switch (field) {
            case SERIAL, OTHER_NO, TAG, MAC, IMEI -> numbers(field, row, numbers);
            case MAKER -> row.maker();
            case MODEL -> row.model();
            case PART_NO -> row.partNo();
            case KIND -> row.kind().name();
            case SCHOOL -> row.officialNo() == null ? row.school() : row.officialNo();
            case BUILDING -> row.building();
            case ROOM -> row.room();
            case SPOT -> row.spot();
            case BOUGHT -> row.boughtOn();
            // what waits to be put into service is not in use, whenever it was
            case SERVED -> row.state() == DeviceState.IN_STOCK || row.room() == null ? null : row.servedOn();
            case PRICE -> row.priceCents() == null ? null : BigDecimal.valueOf(row.priceCents(), 2).toPlainString().replace('.', ',');
            case SUPPLIER -> row.supplier();
            case WARRANTY -> row.warrantyEndOn();
            case AWARD -> row.applicationNo() == null ? NO_AWARD : row.applicationNo() + "/" + row.positionNo();
        };
    }

    /** The number that the house has given stands first. */
    private static String numbers(DeviceField field, Row row, List<Number> numbers) {
        Stream<String> own = field == DeviceField.OTHER_NO ? Stream.of(row.inventoryNo()) : Stream.empty();
        String all = Stream.concat(own, numbers.stream().filter(n -> n.kind() == field.identifier()).map(Number::value)).distinct().collect(Collectors.joining(OldStockPlan.AND));
        return all.isEmpty() ? null : all;
    }
}
