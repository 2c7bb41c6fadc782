package de.schulpakt.inventory.oldstock;

import static de.schulpakt.exchange.Outcome.CHANGED;
import static de.schulpakt.exchange.Outcome.NEW;
import static de.schulpakt.exchange.Outcome.SAME;
import static de.schulpakt.exchange.Outcome.WRONG;

import de.schulpakt.exchange.FactChange;
import de.schulpakt.exchange.ImportField;
import de.schulpakt.exchange.ImportPlan;
import de.schulpakt.exchange.ImportSettings;
import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.exchange.table.CsvRow;
import de.schulpakt.exchange.table.Decimals;
import de.schulpakt.exchange.table.Finding;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.inventory.field.OwnFieldColumn;
import de.schulpakt.inventory.field.OwnValues;
import de.schulpakt.inventory.number.IdentifierKind;
import de.schulpakt.inventory.number.Identifiers;
import de.schulpakt.inventory.tag.TagQueries;
import de.schulpakt.platform.text.Fold;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an import of the old stock will do with each row. It compares the file with what is stored and touches neither. */
final class OldStockPlan {
    private static final int NUMBER = 80;
    private static final int MAKER = 80;
    private static final int NAME = 120;
    private static final int PART_NO = 60;
    private static final BigDecimal DEAREST = new BigDecimal("9999999");
    private final CsvFile file;
    private final ImportSettings settings;
    private final OldStock stock;
    private final boolean addsModels;
    private final LocalDate today;
    private final Map<String, NewModel> added = new HashMap<>();
    private final Map<DeviceField, List<Integer>> columns = new EnumMap<>(DeviceField.class);
    private final Map<OwnFieldColumn, Integer> ownColumns = new LinkedHashMap<>();
    private final List<? extends ImportField> fields;
    private final Set<OldStock.OwnNow> own = new HashSet<>();
    private final Map<Integer, List<Finding>> ofFile;
    private final List<OldStock.Place> places;
    private final List<OldStock.Model> models;
    private final Map<Long, List<OldStock.Room>> rooms = new HashMap<>();
    private final Map<String, Integer> firstLine = new HashMap<>();
    private final Map<String, Set<Long>> owners = new HashMap<>();
    private final Map<Long, OldStock.Known> known = new HashMap<>();
    private final Map<Long, Set<String>> keysOf = new HashMap<>();
    private final Map<String, TagQueries.OfRoll> rolls = new HashMap<>();
    private CsvRow row;
    private List<Finding> findings;

    /** A model that the import adds. */
    record NewModel(String maker, String name, String partNo, ModelKind kind) {
    }

    /**
     * What is stored of a row; of a device that is there only what is new.
     *
     * @param numbers their device is the one of the row
     */
    record Planned(Long schoolId, Long modelId, NewModel model, Long roomId, String serial, List<Identifiers.Given> numbers, Long priceCents,
            LocalDate boughtOn, boolean inService, List<OwnValues.Entry> own) {
    }

    /** @param addsModels true if the asker may add models */
    OldStockPlan(CsvFile file, ImportSettings settings, OldStock stock, boolean addsModels, LocalDate today, List<? extends ImportField> fields) {
        this.fields = fields;
        this.file = file;
        this.settings = settings;
        this.stock = stock;
        this.addsModels = addsModels;
        this.today = today;
        this.ofFile = file.findingsByLine();
        for (int i = 0; i < Math.min(settings.columns().size(), file.columns().size()); i++) {
            if (!settings.columns().get(i).isEmpty()) {
                String named = settings.columns().get(i);
                Long ownField = OwnFieldColumn.id(named);
                if (ownField == null) {
                    columns.computeIfAbsent(DeviceField.valueOf(named), f -> new ArrayList<>()).add(i);
                } else {
                    int at = i;
                    fields.stream().filter(f -> f.name().equals(named)).forEach(f -> ownColumns.putIfAbsent((OwnFieldColumn) f, at));
                }
            }
        }
        places = stock.places();
        models = stock.models();
    }

    ImportPlan plan() {
        look();
        List<ImportPlan.Row> rows = new ArrayList<>();
        for (CsvRow next : file.rows()) {
            row = next;
            findings = new ArrayList<>();
            for (int line = row.line(); line <= row.lastLine(); line++) {
                findings.addAll(ofFile.getOrDefault(line, List.of()));
            }
            rows.add(planned());
        }
        List<Finding> all = new ArrayList<>(file.findingsOfFile());
        List<String> left = KeptColumns.left(file, fields);
        if (!left.isEmpty()) {
            all.add(Finding.warning(null, null, null, "oldstock.columns_left", String.join(", ", left)));
        }
        return ImportPlan.of(file, rows, all, settings.leavesOut());
    }

    /** Asks for everything that the rows may name, in a few questions. */
    private void look() {
        Set<String> keys = new LinkedHashSet<>();
        Set<String> tags = new LinkedHashSet<>();
        Set<Long> schools = new TreeSet<>();
        for (CsvRow next : file.rows()) {
            row = next;
            findings = new ArrayList<>();
            numbers().forEach(n -> {
                keys.add(Fold.number(n.value()));
                if (n.kind() == IdentifierKind.TAG) {
                    tags.add(n.value());
                }
            });
            OldStock.Place place = place();
            if (place != null) {
                schools.add(place.id());
            }
        }
        rolls.putAll(stock.tags(tags));
        stock.numbers(keys).forEach(n -> {
            owners.computeIfAbsent(key(n.kind(), n.key()), k -> new TreeSet<>()).add(n.deviceId());
            keysOf.computeIfAbsent(n.deviceId(), d -> new TreeSet<>()).add(key(n.kind(), n.key()));
        });
        stock.known(keysOf.keySet()).forEach(d -> known.put(d.id(), d));
        known.values().forEach(d -> schools.add(d.schoolId()));
        if (!ownColumns.isEmpty()) {
            own.addAll(stock.own(known.keySet()));
        }
        stock.rooms(schools).forEach(r -> rooms.computeIfAbsent(r.schoolId(), s -> new ArrayList<>()).add(r));
    }

    private ImportPlan.Row planned() {
        List<Identifiers.Given> numbers = numbers();
        if (numbers.isEmpty()) {
            error(DeviceField.SERIAL, null, "oldstock.no_number");
        }
        Set<Long> met = new TreeSet<>();
        for (Identifiers.Given number : numbers) {
            String key = key(number.kind(), number.value());
            met.addAll(owners.getOrDefault(key, Set.of()));
            Integer before = firstLine.putIfAbsent(key, row.line());
            if (before != null) {
                error(field(number.kind()), number.value(), "oldstock.twice", String.valueOf(before));
            }
        }
        if (met.size() > 1) {
            error(DeviceField.SERIAL, numbers.get(0).value(), "oldstock.several");
        }
        OldStock.Known device = met.size() == 1 ? known.get(met.iterator().next()) : null;
        OldStock.Place place = place();
        String shown = numbers.isEmpty() ? "" : numbers.get(0).value();
        String name = (text(DeviceField.MAKER) + " " + text(DeviceField.MODEL)).strip();
        if (device == null) {
            return fresh(numbers, place, shown, name);
        }
        if (places.stream().noneMatch(p -> p.id().equals(device.schoolId()))) {
            error(DeviceField.SERIAL, shown, "oldstock.foreign");
            return new ImportPlan.Row(row.line(), WRONG, shown, name, null, List.of(), findings, null);
        }
        return more(device, numbers, place, name);
    }

    private ImportPlan.Row fresh(List<Identifiers.Given> numbers, OldStock.Place place, String shown, String name) {
        if (place == null && findings.stream().noneMatch(f -> f.code().startsWith("oldstock.school"))) {
            error(DeviceField.SCHOOL, null, "oldstock.school_missing");
        }
        Long model = model();
        NewModel another = model == null && !text(DeviceField.MODEL).isEmpty() ? newModel() : null;
        if (model == null && another == null && findings.stream().noneMatch(f -> f.code().startsWith("oldstock.model"))) {
            error(DeviceField.MODEL, null, "oldstock.model_missing");
        }
        OldStock.Room room = place == null ? null : room(place.id());
        Long price = price();
        LocalDate bought = bought();
        List<OwnValues.Entry> values = own(null, another == null ? model : null, another);
        if (place != null) {
            tags(numbers, place.authorityId());
        }
        if (findings.stream().anyMatch(Finding::error)) {
            return new ImportPlan.Row(row.line(), WRONG, shown, name, null, List.of(), findings, null);
        }
        List<Identifiers.Given> others = numbers.stream().filter(n -> n.kind() != IdentifierKind.SERIAL).toList();
        String serial = numbers.stream().filter(n -> n.kind() == IdentifierKind.SERIAL).map(Identifiers.Given::value).findFirst().orElse(null);
        boolean inService = room != null && !OldStockKind.InUse.IN_STOCK.name().equals(settings.option(OldStockKind.SERVICE));
        return new ImportPlan.Row(row.line(), NEW, shown, name, null, List.of(), findings,
                new Planned(place.id(), model, another, room == null ? null : room.id(), serial, others, price, bought, inService, values));
    }

    private ImportPlan.Row more(OldStock.Known device, List<Identifiers.Given> numbers, OldStock.Place place, String name) {
        boolean here = place == null || place.id().equals(device.schoolId());
        if (!here) {
            warning(DeviceField.SCHOOL, text(DeviceField.SCHOOL), "oldstock.other_school");
        }
        Long model = text(DeviceField.MODEL).isEmpty() ? null : proposed(models, OldStock.Model::id, m -> List.of(m.maker() + " " + m.name(), m.name()),
                (text(DeviceField.MAKER) + " " + text(DeviceField.MODEL)).strip());
        if (model != null && !model.equals(device.modelId())) {
            warning(DeviceField.MODEL, text(DeviceField.MODEL), "oldstock.other_model");
        }
        OldStock.Room room = here ? room(device.schoolId()) : null;
        if (room != null && (device.state() == DeviceState.LOST || device.state() == DeviceState.RETIRED)) {
            warning(DeviceField.ROOM, room.name(), "oldstock.gone");
            room = null;
        }
        Long price = price();
        LocalDate bought = bought();
        List<FactChange> changes = new ArrayList<>();
        List<Identifiers.Given> fresh = numbers.stream().filter(n -> !keysOf.get(device.id()).contains(key(n.kind(), n.value()))).toList();
        fresh.forEach(n -> changes.add(new FactChange("number", null, n.value())));
        places.stream().filter(p -> p.id().equals(device.schoolId())).findFirst().ifPresent(p -> tags(fresh, p.authorityId()));
        boolean moves = room != null && !room.id().equals(device.roomId());
        if (moves) {
            changes.add(new FactChange("room", device.room(), room.name()));
        }
        boolean pays = price != null && device.priceCents() == null;
        if (pays) {
            changes.add(new FactChange("price", null, BigDecimal.valueOf(price, 2).toPlainString()));
        }
        boolean dated = bought != null && device.boughtOn() == null;
        if (dated) {
            changes.add(new FactChange("bought", null, bought.toString()));
        }
        List<OwnValues.Entry> values = own(device.id(), device.modelId(), null);
        values.forEach(v -> changes.add(new FactChange("own", null, v.value())));
        boolean wrong = findings.stream().anyMatch(Finding::error);
        return new ImportPlan.Row(row.line(), wrong ? WRONG : changes.isEmpty() ? SAME : CHANGED, device.inventoryNo(), name, device.id(), changes, findings,
                wrong ? null : new Planned(device.schoolId(), device.modelId(), null, moves ? room.id() : null, null, fresh, pays ? price : null,
                        dated ? bought : null, false, values));
    }

    /** A tag of a roll that was printed before is bound only where it may be: the roll is one of the authority, and still used. */
    private void tags(List<Identifiers.Given> fresh, Long authority) {
        for (Identifiers.Given number : fresh) {
            TagQueries.OfRoll roll = roll(number.kind(), number.value());
            if (roll != null && (!roll.authorityId().equals(authority) || !roll.fits())) {
                error(DeviceField.TAG, number.value(), "oldstock.tag_foreign");
            } else if (roll != null && roll.ended()) {
                error(DeviceField.TAG, number.value(), "oldstock.tag_ended");
            }
        }
    }

    /** What the row says for own fields that say nothing yet; what a field cannot say is left out with a warning. */
    private List<OwnValues.Entry> own(Long device, Long modelId, NewModel another) {
        ModelKind kind = another != null ? another.kind() : models.stream().filter(m -> m.id().equals(modelId)).map(OldStock.Model::kind).findFirst().orElse(null);
        List<OwnValues.Entry> entries = new ArrayList<>();
        ownColumns.forEach((field, column) -> {
            String value = Fold.text(row.value(column));
            if (value != null && !field.fits(kind, value)) {
                findings.add(Finding.warning(row.line(), file.columns().get(column), value, "oldstock.own_wrong", field.label()));
            } else if (value != null && (device == null || !own.contains(new OldStock.OwnNow(device, field.fieldId())))) {
                entries.add(new OwnValues.Entry(field.fieldId(), value));
            }
        });
        return entries;
    }

    /** The numbers of the row that can be read; one that cannot is left out with a warning. */
    private List<Identifiers.Given> numbers() {
        List<Identifiers.Given> numbers = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (DeviceField field : DeviceField.values()) {
            for (int column : field.identifier() == null ? List.<Integer>of() : columns.getOrDefault(field, List.of())) {
                String value = Fold.text(row.value(column));
                if (value != null && (value.length() > NUMBER || !field.identifier().fits(Fold.number(value)))) {
                    findings.add(Finding.warning(row.line(), file.columns().get(column), value, "oldstock.number_wrong"));
                } else if (value != null && seen.add(key(field.identifier(), value))) {
                    // a tag of a roll is kept as it is printed, however it was typed
                    TagQueries.OfRoll roll = roll(field.identifier(), value);
                    numbers.add(new Identifiers.Given(0, field.identifier(), roll == null ? value : roll.no()));
                }
            }
        }
        return numbers;
    }

    /** What its roll says of a tag, in whatever letters and notation it was typed; null for another number, and before rolls were asked. */
    private TagQueries.OfRoll roll(IdentifierKind kind, String value) {
        String key = kind == IdentifierKind.TAG ? Fold.number(value) : null;
        return key == null ? null : rolls.get(key.toUpperCase(Locale.ROOT));
    }

    private OldStock.Place place() {
        String typed = text(DeviceField.SCHOOL);
        if (typed.isEmpty()) {
            String chosen = settings.option(OldStockKind.SCHOOL);
            return chosen == null ? null : places.stream().filter(p -> p.id().toString().equals(chosen)).findFirst().orElse(null);
        }
        OldStock.Place same = places.stream().filter(p -> typed.equals(p.officialNo()) || key(typed).equals(key(p.name()))).findFirst().orElse(null);
        if (same != null) {
            return same;
        }
        List<OldStock.Place> alike = alike(places, p -> List.of(p.name()), typed);
        if (alike.size() == 1) {
            warning(DeviceField.SCHOOL, typed, "oldstock.school_proposed", alike.get(0).name());
            return alike.get(0);
        }
        error(DeviceField.SCHOOL, typed, alike.isEmpty() ? "oldstock.school_unknown" : "oldstock.school_several", alike.stream().limit(3)
                .map(OldStock.Place::name).collect(Collectors.joining(", ")));
        return null;
    }

    private Long model() {
        String typed = text(DeviceField.MODEL);
        String whole = (text(DeviceField.MAKER) + " " + typed).strip();
        String part = text(DeviceField.PART_NO);
        OldStock.Model same = models.stream().filter(m -> key(whole).equals(key(m.maker() + " " + m.name()))
                || !part.isEmpty() && m.partNo() != null && key(part).equals(key(m.partNo()))).findFirst().orElse(null);
        if (same != null) {
            return same.id();
        }
        if (typed.isEmpty()) {
            return null;
        }
        List<OldStock.Model> named = models.stream().filter(m -> key(typed).equals(key(m.name())) || key(typed).equals(key(m.maker() + " " + m.name()))).toList();
        if (named.size() == 1) {
            warning(DeviceField.MODEL, typed, "oldstock.model_proposed", named.get(0).maker() + " " + named.get(0).name());
            return named.get(0).id();
        }
        return null;
    }

    private NewModel newModel() {
        if (!addsModels) {
            error(DeviceField.MODEL, text(DeviceField.MODEL), "oldstock.model_unknown");
            return null;
        }
        String kindWord = text(DeviceField.KIND);
        String meant = settings.words().get(kindWord);
        ModelKind kind = meant != null ? ModelKind.valueOf(meant) : Kinds.of(kindWord) != null ? Kinds.of(kindWord) : Kinds.of(text(DeviceField.MODEL));
        String usual = settings.option(OldStockKind.KIND);
        String maker = text(DeviceField.MAKER).isEmpty() ? text(DeviceField.MODEL).split(" ")[0] : text(DeviceField.MAKER);
        warning(DeviceField.MODEL, text(DeviceField.MODEL), "oldstock.model_new");
        NewModel model = new NewModel(cut(maker, MAKER), cut(text(DeviceField.MODEL), NAME),
                text(DeviceField.PART_NO).isEmpty() ? null : cut(text(DeviceField.PART_NO), PART_NO),
                kind != null ? kind : usual == null ? ModelKind.OTHER : ModelKind.valueOf(usual));
        // written in two ways it is one model
        return added.computeIfAbsent(key(model.maker() + " " + model.name()), k -> model);
    }

    private OldStock.Room room(Long schoolId) {
        String typed = text(DeviceField.ROOM);
        if (typed.isEmpty()) {
            return null;
        }
        String building = text(DeviceField.BUILDING);
        List<OldStock.Room> named = rooms.getOrDefault(schoolId, List.of()).stream().filter(r -> bare(r.name()).equals(bare(typed)))
                .filter(r -> building.isEmpty() || key(building).equals(key(r.building()))).toList();
        if (named.size() == 1) {
            return named.get(0);
        }
        warning(DeviceField.ROOM, typed, named.isEmpty() ? "oldstock.room_unknown" : "oldstock.room_several");
        return null;
    }

    private Long price() {
        String typed = text(DeviceField.PRICE).replaceAll("(?i)[€\\s]|eur", "");
        if (typed.isEmpty()) {
            return null;
        }
        BigDecimal amount = Decimals.of(typed, false);
        if (amount == null || amount.signum() < 0 || amount.compareTo(DEAREST) > 0) {
            warning(DeviceField.PRICE, typed, "oldstock.price_wrong");
            return null;
        }
        return amount.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private LocalDate bought() {
        String typed = text(DeviceField.BOUGHT);
        LocalDate day = Days.of(typed);
        if (day == null && !typed.isEmpty() || day != null && day.isAfter(today)) {
            warning(DeviceField.BOUGHT, typed, "oldstock.day_wrong");
            return null;
        }
        return day;
    }

    private static <T> Long proposed(List<T> all, Function<T, Long> id, Function<T, List<String>> names, String typed) {
        List<T> same = all.stream().filter(one -> names.apply(one).stream().anyMatch(n -> key(n).equals(key(typed)))).toList();
        return same.size() == 1 ? id.apply(same.get(0)) : null;
    }

    /** Those of which one name is a part of the other. */
    private static <T> List<T> alike(List<T> all, Function<T, List<String>> names, String typed) {
        String key = bare(typed);
        return key.length() < 4 ? List.of() : all.stream().filter(one -> names.apply(one).stream().map(OldStockPlan::bare)
                .anyMatch(n -> n.contains(key) || n.length() >= 4 && key.contains(n))).toList();
    }

    private String text(DeviceField field) {
        for (int column : columns.getOrDefault(field, List.of())) {
            String value = Fold.text(row.value(column));
            if (value != null) {
                return value;
            }
        }
        return "";
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }

    private static String key(String text) {
        String key = Fold.key(text);
        return key == null ? "" : key;
    }

    /** Names as people mean them: Raum 204 is 204. */
    private static String bare(String text) {
        return key(text).replaceAll("^(raum|zimmer|room|r\\.)\\s*", "").replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String key(IdentifierKind kind, String value) {
        return kind + " " + String.valueOf(Fold.number(value)).toLowerCase(Locale.ROOT);
    }

    private static DeviceField field(IdentifierKind kind) {
        for (DeviceField field : DeviceField.values()) {
            if (field.identifier() == kind) {
                return field;
            }
        }
        throw new IllegalStateException("no column for " + kind);
    }

    private String column(DeviceField field) {
        List<Integer> at = columns.getOrDefault(field, List.of());
        return at.isEmpty() ? null : file.columns().get(at.get(0));
    }

    private void error(DeviceField field, String value, String code, Object... args) {
        findings.add(Finding.error(row.line(), column(field), value, code, args));
    }

    private void warning(DeviceField field, String value, String code, Object... args) {
        findings.add(Finding.warning(row.line(), column(field), value, code, args));
    }
}
