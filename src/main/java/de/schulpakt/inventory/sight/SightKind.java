package de.schulpakt.inventory.sight;

import static de.schulpakt.identity.Permission.DEVICE_ADD;

import de.schulpakt.exchange.FactChange;
import de.schulpakt.exchange.ImportField;
import de.schulpakt.exchange.ImportKind;
import de.schulpakt.exchange.ImportPlan;
import de.schulpakt.exchange.ImportSettings;
import de.schulpakt.exchange.Outcome;
import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.exchange.table.CsvFormat;
import de.schulpakt.exchange.table.CsvRow;
import de.schulpakt.exchange.table.Finding;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.inventory.oldstock.Days;
import de.schulpakt.inventory.oldstock.KeptColumns;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.text.Fold;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Predicate;

/** What device management has seen, as something to import. */
@ApplicationScoped
public class SightKind implements ImportKind {
    private static final long SEVERAL = -1;
    private static final int AT_ONCE = 500;
    private static final int OS = 80;
    private static final Set<String> YES = Set.of("true", "yes", "ja", "1", "managed", "mdm", "intune", "verwaltet");

    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    SightQueries queries;
    @Inject
    Sights sights;

    @Override
    public String name() {
        return "sight";
    }

    @Override
    public String page() {
        return "/inventory/sight-imports";
    }

    @Override
    public Permission permission() {
        return DEVICE_ADD;
    }

    @Override
    public List<? extends ImportField> fields() {
        return List.of(SightField.values());
    }

    @Override
    public Map<String, String> usual() {
        return Map.of(ImportSettings.LEAVE_OUT, "true");
    }

    @Override
    public void check(ImportSettings settings) {
        if (guard.visibleSchools(DEVICE_ADD).isEmpty()) {
            throw new NotFound("Import", "");
        }
    }

    @Override
    public List<Option> options(Locale locale) {
        return List.of();
    }

    @Override
    public Predicate<String> takes() {
        List<? extends ImportField> fields = fields();
        return column -> KeptColumns.kept(column, fields);
    }

    /** Of all other columns nothing is kept. */
    @Override
    public byte[] kept(byte[] content, CsvFormat format) {
        CsvFile file = CsvFile.read(content, format);
        if (format.headerLine() == 0 || file.columns().stream().noneMatch(column -> KeptColumns.kept(column, fields()))) {
            throw new Refused("oldstock.no_columns");
        }
        return KeptColumns.of(content, format, fields());
    }

    @Override
    public Object stamp() {
        return List.of(clock.today(), guard.visibleSchools(DEVICE_ADD));
    }

    @Override
    public ImportPlan plan(CsvFile file, ImportSettings settings) {
        Map<SightField, Integer> columns = new EnumMap<>(SightField.class);
        for (int i = 0; i < Math.min(settings.columns().size(), file.columns().size()); i++) {
            if (!settings.columns().get(i).isEmpty()) {
                columns.putIfAbsent(SightField.valueOf(settings.columns().get(i)), i);
            }
        }
        Set<String> keys = new HashSet<>();
        file.rows().forEach(row -> {
            String key = Fold.number(text(row, columns, SightField.SERIAL));
            if (key != null) {
                keys.add(key);
            }
        });
        Map<String, SightQueries.Numbered> devices = new HashMap<>();
        queries.serials(keys).forEach(d -> devices.put(d.key().toLowerCase(Locale.ROOT), d));
        Map<String, Long> places = new HashMap<>();
        queries.places().forEach(p -> {
            put(places, p.name(), p.id());
            put(places, p.officialNo(), p.id());
        });
        Map<Integer, List<Finding>> ofFile = file.findingsByLine();
        Set<Long> met = new HashSet<>();
        List<ImportPlan.Row> rows = new ArrayList<>();
        for (CsvRow row : file.rows()) {
            rows.add(planned(row, columns, devices, places, met, new ArrayList<>(ofFile.getOrDefault(row.line(), List.of()))));
        }
        List<Finding> all = new ArrayList<>(file.findingsOfFile());
        List<String> left = KeptColumns.left(file, fields());
        if (!left.isEmpty()) {
            all.add(Finding.warning(null, null, null, "oldstock.columns_left", String.join(", ", left)));
        }
        return ImportPlan.of(file, rows, all, settings.leavesOut());
    }

    /** Names and numbers of schools are not theirs alone: of several none is meant. */
    private static void put(Map<String, Long> places, String named, Long id) {
        if (Fold.key(named) != null) {
            places.merge(Fold.key(named), id, (one, other) -> one.equals(other) ? one : Long.valueOf(SEVERAL));
        }
    }

    private ImportPlan.Row planned(CsvRow row, Map<SightField, Integer> columns, Map<String, SightQueries.Numbered> devices, Map<String, Long> places, Set<Long> met,
            List<Finding> findings) {
        String serial = text(row, columns, SightField.SERIAL);
        String key = Fold.number(serial);
        SightQueries.Numbered device = key == null ? null : devices.get(key.toLowerCase(Locale.ROOT));
        if (device == null) {
            findings.add(Finding.error(row.line(), "SERIAL", serial, key == null ? "sight.no_serial" : "sight.unknown"));
        } else if (!met.add(device.id())) {
            findings.add(Finding.error(row.line(), "SERIAL", serial, "sight.twice"));
        }
        LocalDate first = day(row, columns, SightField.FIRST_SEEN, findings);
        LocalDate last = day(row, columns, SightField.LAST_SEEN, findings);
        String place = text(row, columns, SightField.SCHOOL);
        Long school = place == null ? null : places.get(String.valueOf(Fold.key(place)));
        if (place != null && (school == null || school == SEVERAL)) {
            school = null;
            findings.add(Finding.warning(row.line(), "SCHOOL", place, "sight.school_unknown"));
        }
        if (findings.stream().anyMatch(Finding::error)) {
            return new ImportPlan.Row(row.line(), Outcome.WRONG, serial == null ? "" : serial, device == null ? "" : device.model(), null, List.of(), findings, null);
        }
        String system = text(row, columns, SightField.OS);
        String version = text(row, columns, SightField.OS_VERSION);
        String os = system == null ? version : version == null ? system : system + " " + version;
        String managed = text(row, columns, SightField.MANAGED);
        Sights.Seen seen = new Sights.Seen(device.id(), first, last, os == null ? null : os.substring(0, Math.min(OS, os.length())),
                managed == null ? null : (Boolean) YES.contains(managed.toLowerCase(Locale.ROOT)), school);
        List<FactChange> changes = last == null ? List.of() : List.of(new FactChange("seen", device.lastSeenOn(), last));
        return new ImportPlan.Row(row.line(), device.sightId() == null ? Outcome.NEW : Outcome.CHANGED, device.inventoryNo(), device.model(), device.id(), changes, findings, seen);
    }

    private LocalDate day(CsvRow row, Map<SightField, Integer> columns, SightField field, List<Finding> findings) {
        String typed = text(row, columns, field);
        LocalDate day = typed == null ? null : Days.of(typed);
        // Intune writes the year 1 for what has never reported
        if (typed != null && !typed.startsWith("0001-") && (day == null || day.isAfter(clock.today().plusDays(1)))) {
            findings.add(Finding.warning(row.line(), field.name(), typed, "sight.day_wrong"));
            return null;
        }
        return day;
    }

    private static String text(CsvRow row, Map<SightField, Integer> columns, SightField field) {
        return columns.containsKey(field) ? Fold.text(row.value(columns.get(field))) : null;
    }

    @Override
    public void store(ImportPlan plan, IntConsumer progress) {
        List<Sights.Seen> all = plan.rows().stream().filter(r -> r.what() != null).map(r -> (Sights.Seen) r.what()).toList();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Sights.Seen> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            sights.record(new Sights.Record(some));
            progress.accept(from + some.size());
        }
    }
}
