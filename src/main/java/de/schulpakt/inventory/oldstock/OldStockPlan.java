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
import de.schulpakt.inventory.award.AwardGuess;
import de.schulpakt.inventory.award.AwardHow;
import de.schulpakt.inventory.award.Awards;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.inventory.field.OwnFieldColumn;
import de.schulpakt.inventory.field.OwnValues;
import de.schulpakt.inventory.number.IdentifierKind;
import de.schulpakt.inventory.number.Identifiers;
import de.schulpakt.inventory.tag.TagQueries;
import de.schulpakt.platform.Sha256;
import de.schulpakt.platform.text.Fold;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an import of the old stock will do with each row. It compares the file with what is stored and touches neither. */
final class OldStockPlan {
    /** Stands between several numbers of one cell. */
    static final String AND = " | ";
    /** Words that say that no award has paid. */
    private static final Set<String> WITHOUT = Set.of(StockExport.NO_AWARD, "kein", "none", "no", "nein", "-", "–");
    private static final Pattern MONTHS = Pattern.compile("(?i)(\\d{1,3})\\s*(months?|monate?)?");
    private static final int SPOT = 120;
    private static final int NUMBER = 80;
    private static final int MAKER = 80;
    private static final int NAME = 120;
    private static final int PART_NO = 60;
    private static final int SUPPLIER = 120;
    private static final int ALIKE = 16;
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
    private final Map<List<Long>, String> own = new HashMap<>();
    private final Map<Integer, List<Finding>> ofFile;
    private final List<OldStock.Place> places;
    private final List<OldStock.Model> models;
    private final Map<Long, List<OldStock.Room>> rooms = new HashMap<>();
    private final Map<String, Integer> firstLine = new HashMap<>();
    private final Map<String, Set<Long>> owners = new HashMap<>();
    private final Map<Long, OldStock.Known> known = new HashMap<>();
    private final Map<Long, Set<String>> keysOf = new HashMap<>();
    private final Map<String, TagQueries.OfRoll> rolls = new HashMap<>();
    private final Map<Long, List<Awards.Award>> awards = new HashMap<>();
    /** What earlier rows have left of positions. */
    private final Map<Long, Long> left = new HashMap<>();
    private AwardAsk asked;
    private List<Difference> differences;
    private CsvRow row;
    private List<Finding> findings;

    /** A model that the import adds. */
    record NewModel(String maker, String name, String partNo, ModelKind kind) {
    }

    /**
     * What is stored of a row; of a device that is there only what is new.
     *
     * @param numbers their device is the one of the row
     * @param tied    the position of an award that has paid it, null if that is not known
     * @param ask     what may be decided about that, null if nothing
     * @param instead what takes the place of what is known, null if nothing does
     * @param differences in what the device differs from its row, each decided
     */
    record Planned(Long schoolId, Long modelId, NewModel model, Long roomId, String serial, List<Identifiers.Given> numbers, Long priceCents,
            LocalDate boughtOn, boolean inService, LocalDate servedOn, String spot, LocalDate warrantyEndOn, List<OwnValues.Entry> own, String supplier, Devices.Tied tied, AwardAsk ask,
            Devices.Instead instead, List<Difference> differences) {
    }

    /**
     * A field in which a device that is there says something else than its row. What a row leaves empty is no difference: nothing is erased.
     *
     * @param field  its name in the options that hold the answers
     * @param taken  true if what the file says is taken
     */
    record Difference(String field, Sentence label, Object before, Object after, boolean taken) {
    }

    /**
     * Positions of awards that may have paid a row.
     *
     * @param alike    the same for all rows of one school, model, day, price and supplier
     * @param about    what these are
     * @param guesses  the likeliest first
     * @param proposed the one that is taken if nobody answers, null if none is sure enough
     */
    record AwardAsk(String alike, Sentence about, List<AwardGuess> guesses, AwardGuess proposed) {
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
                    // fields of several kinds may be called alike: one column holds them all
                    fields.stream().filter(f -> f.name().equals(named)).findFirst().ifPresent(f -> fields.stream().filter(OwnFieldColumn.class::isInstance)
                            .filter(other -> other.synonyms().equals(f.synonyms())).forEach(other -> ownColumns.putIfAbsent((OwnFieldColumn) other, at)));
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
        awards.putAll(stock.awards(schools));
        if (!ownColumns.isEmpty()) {
            stock.own(known.keySet()).forEach(o -> own.put(List.of(o.deviceId(), o.fieldId()), o.shown()));
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
        String supplier = supplier();
        List<OwnValues.Entry> values = own(null, another == null ? model : null, another);
        Devices.Tied tied = place == null ? null : award(true, place.id(), another == null ? kind(model) : another.kind(), name, price, bought, supplier);
        if (place != null) {
            tags(numbers, place.authorityId());
        }
        if (findings.stream().anyMatch(Finding::error)) {
            return new ImportPlan.Row(row.line(), WRONG, shown, name, null, List.of(), findings, null);
        }
        Identifiers.Given first = numbers.stream().filter(n -> n.kind() == IdentifierKind.SERIAL).findFirst().orElse(null);
        List<Identifiers.Given> others = numbers.stream().filter(n -> !n.equals(first)).toList();
        String serial = first == null ? null : first.value();
        LocalDate served = day(DeviceField.SERVED);
        take(tied, place.id(), price);
        // a file that says since when things are in use says so of all of them
        boolean inService = room != null && (columns.containsKey(DeviceField.SERVED) ? served != null
                : !OldStockKind.InUse.IN_STOCK.name().equals(settings.option(OldStockKind.SERVICE)));
        return new ImportPlan.Row(row.line(), NEW, shown, name, null, List.of(), findings,
                new Planned(place.id(), model, another, room == null ? null : room.id(), serial, others, price, bought, inService, served, room == null ? null : spot(),
                        warranty(bought), values, supplier, tied,
                        asked, null, List.of()));
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
        differences = new ArrayList<>();
        List<Identifiers.Given> more = numbers.stream().filter(n -> !keysOf.get(device.id()).contains(key(n.kind(), n.value()))).toList();
        String serial = serial(device, numbers, more);
        List<Identifiers.Given> fresh = serial == null && otherSerial(device, numbers) ? more.stream().filter(n -> n.kind() != IdentifierKind.SERIAL).toList() : more;
        fresh.forEach(n -> changes.add(new FactChange("number", n.value().equals(serial) ? device.serial() : null, n.value())));
        places.stream().filter(p -> p.id().equals(device.schoolId())).findFirst().ifPresent(p -> tags(fresh, p.authorityId()));
        boolean moves = room != null && !room.id().equals(device.roomId()) && (device.roomId() == null || taken("ROOM", fact("room"), device.room(), room.name(), true));
        if (moves) {
            changes.add(new FactChange("room", device.room(), room.name()));
        }
        boolean pays = price != null && device.priceCents() == null;
        if (pays) {
            changes.add(new FactChange("price", null, Money.of(price)));
        }
        Long dearer = pays || price == null || price.equals(device.priceCents()) || !correctable(device, DeviceField.PRICE, "price", Money.of(device.priceCents()), Money.of(price))
                || !taken("PRICE", fact("price"), Money.of(device.priceCents()), Money.of(price), false) ? null : price;
        if (dearer != null) {
            changes.add(new FactChange("price", Money.of(device.priceCents()), Money.of(price)));
        }
        String spot = moves || room != null && room.id().equals(device.roomId()) ? spot() : null;
        boolean stands = spot != null && !spot.equals(device.spot()) && (moves || device.spot() == null || taken("SPOT", fact("spot"), device.spot(), spot, true));
        if (stands) {
            changes.add(new FactChange("spot", moves ? null : device.spot(), spot));
        }
        boolean dated = bought != null && device.boughtOn() == null;
        LocalDate other = bought == null || dated || bought.equals(device.boughtOn()) || !served(device, bought)
                || !correctable(device, DeviceField.BOUGHT, "bought", device.boughtOn(), bought)
                || !taken("BOUGHT", fact("bought"), device.boughtOn(), bought, false) ? null : bought;
        if (dated || other != null) {
            changes.add(new FactChange("bought", dated ? null : device.boughtOn(), bought));
        }
        LocalDate day = other != null || device.boughtOn() == null ? bought : device.boughtOn();
        LocalDate named = warranty(day);
        LocalDate warranty = device.warrantyEndOn() == null ? named : null;
        LocalDate longer = named == null || warranty != null || named.equals(device.warrantyEndOn()) || !taken("WARRANTY", fact("warranty"), device.warrantyEndOn(), named, false)
                ? null : named;
        if (warranty != null || longer != null) {
            changes.add(new FactChange("warranty", longer == null ? null : device.warrantyEndOn(), named));
        }
        String seller = supplier();
        String supplier = device.supplier() == null ? seller : null;
        String another = seller == null || supplier != null || key(seller).equals(key(device.supplier()))
                || !correctable(device, DeviceField.SUPPLIER, "supplier", device.supplier(), seller) || !taken("SUPPLIER", fact("supplier"), device.supplier(), seller, false) ? null : seller;
        if (supplier != null || another != null) {
            changes.add(new FactChange("supplier", device.supplier(), seller));
        }
        asked = null;
        boolean open = device.budgetId() == null && device.origin() != Devices.DeviceOrigin.RECEIPT && device.state() != DeviceState.RETIRED;
        Long cost = dearer != null || device.priceCents() == null ? price : device.priceCents();
        Devices.Tied tied = !open ? null : award(false, device.schoolId(), kind(device.modelId()), name, cost, day, another != null || device.supplier() == null ? seller : device.supplier());
        if (tied != null) {
            changes.add(new FactChange("award", null, awards.get(device.schoolId()).stream().filter(a -> a.budgetId().equals(tied.budgetId())).findFirst().orElseThrow().label()));
        }
        List<OwnValues.Entry> values = own(device.id(), device.modelId(), null);
        values.forEach(v -> changes.add(new FactChange("own", own.get(List.of(device.id(), v.fieldId())), v.value())));
        boolean wrong = findings.stream().anyMatch(Finding::error);
        if (!wrong) {
            take(tied, device.schoolId(), cost);
        }
        Devices.Instead instead = new Devices.Instead(dearer, other, longer, another, serial);
        return new ImportPlan.Row(row.line(), wrong ? WRONG : changes.isEmpty() ? SAME : CHANGED, device.inventoryNo(), name, device.id(), changes, findings,
                wrong ? null : new Planned(device.schoolId(), device.modelId(), null, moves ? room.id() : null, null, fresh, pays ? price : null,
                        dated ? bought : null, false, null, stands ? spot : null, warranty, values, supplier, tied, asked, instead.any() ? instead : null, differences));
    }

    /** True if none of the serial numbers of the row is one of the device, which has another: the row may mean another device. */
    private boolean otherSerial(OldStock.Known device, List<Identifiers.Given> numbers) {
        List<Identifiers.Given> serials = numbers.stream().filter(n -> n.kind() == IdentifierKind.SERIAL).toList();
        return device.serial() != null && !serials.isEmpty() && serials.stream().noneMatch(n -> keysOf.get(device.id()).contains(key(n.kind(), n.value())));
    }

    /**
     * The serial number that takes the place of the one that the device has, because somebody has decided so; null otherwise. A maker gives one to a
     * thing: another one is asked. The other numbers a thing may have several of: its own inventory number beside that of the house before, two network
     * addresses, two IMEIs, the label that was stuck over another.
     */
    private String serial(OldStock.Known device, List<Identifiers.Given> numbers, List<Identifiers.Given> more) {
        if (!otherSerial(device, numbers)) {
            return null;
        }
        String value = more.stream().filter(n -> n.kind() == IdentifierKind.SERIAL).findFirst().orElseThrow().value();
        if (!correctable(device, DeviceField.SERIAL, "serial", device.serial(), value)) {
            return null;
        }
        if (taken("SERIAL", fact("serial"), device.serial(), value, false)) {
            return value;
        }
        warning(DeviceField.SERIAL, value, "oldstock.other_serial", device.inventoryNo(), device.serial(), value);
        return null;
    }

    private static Sentence fact(String name) {
        return Sentence.of("fact." + name);
    }

    /** What a person has decided for this row, else for the field in all rows, else what is usual. */
    private boolean taken(String field, Sentence label, Object before, Object after, boolean usual) {
        String own = settings.option(OldStockKind.DIFFERS_ROW + row.line() + "." + field);
        String all = settings.option(OldStockKind.DIFFERS_ALL + field);
        String answer = own == null ? all : own;
        differences.add(new Difference(field, label, before, after, all == null ? usual : OldStockKind.TAKE.equals(all)));
        return answer == null ? usual : OldStockKind.TAKE.equals(answer);
    }

    /** What an order or an award says of a device is put right there: a warning says so, and it stays. */
    private boolean correctable(OldStock.Known device, DeviceField field, String fact, Object before, Object after) {
        if (device.origin() != Devices.DeviceOrigin.RECEIPT && device.budgetId() == null && device.state() != DeviceState.RETIRED) {
            return true;
        }
        warning(field, text(field), "oldstock.differs_elsewhere", fact(fact), before, after);
        return false;
    }

    /** A thing is not in use before it is bought, unless it is so since the day on which it was. */
    private boolean served(OldStock.Known device, LocalDate bought) {
        if (device.inServiceOn() == null || device.inServiceOn().equals(device.boughtOn()) || !bought.isAfter(device.inServiceOn())) {
            return true;
        }
        warning(DeviceField.BOUGHT, text(DeviceField.BOUGHT), "oldstock.served_before", device.inServiceOn());
        return false;
    }

    /**
     * The position of an award that has paid the row: what a person has chosen for it or for all alike, what the file names, or what is sure enough, while
     * it fits into what is left of the position. All else is asked, and nothing is stored until somebody answers.
     */
    private Devices.Tied award(boolean fresh, Long schoolId, ModelKind kind, String name, Long price, LocalDate bought, String supplier) {
        asked = null;
        List<Awards.Award> all = awards.getOrDefault(schoolId, List.of());
        String typed = text(DeviceField.AWARD);
        if (WITHOUT.contains(key(typed))) {
            return null;
        }
        List<Awards.Award> named = AwardGuess.named(typed, all);
        if (!typed.isEmpty() && named.isEmpty()) {
            warning(DeviceField.AWARD, typed, "oldstock.award_unknown");
        }
        if (all.isEmpty() || price == null || bought == null) {
            if (!named.isEmpty()) {
                warning(DeviceField.AWARD, typed, "oldstock.award_incomplete");
            }
            return null;
        }
        AwardGuess.Thing thing = new AwardGuess.Thing(kind == null ? null : kind.name(), bought, price, supplier);
        List<AwardGuess> guesses = AwardGuess.of(thing, named.isEmpty() ? all : named);
        boolean doubtful = !named.isEmpty() && guesses.isEmpty();
        boolean proposes = !OldStockKind.Awarding.ASK.name().equals(settings.option(OldStockKind.AWARDS));
        // what is there already may have been untied on purpose: it is asked, however sure it is
        AwardGuess likely = guesses.isEmpty() ? null : named.size() == 1 ? guesses.get(0) : fresh && proposes || !named.isEmpty() ? AwardGuess.sure(guesses) : null;
        boolean over = likely != null && !fits(likely.award(), price);
        AwardGuess sure = over ? null : likely;
        // what no longer fits is asked by itself: its answer is none for those that did
        String alike = Sha256.hex(String.join("\n", schoolId.toString(), key(name), price.toString(), bought.toString(), supplier == null ? "" : key(supplier), key(typed))
                + (over ? "\nover" : "")).substring(0, ALIKE);
        String own = settings.option(OldStockKind.OF_ROW + row.line());
        String chosen = own == null ? settings.option(OldStockKind.OF_ALIKE + alike) : own;
        List<AwardGuess> choices = doubtful || over ? choices(named, AwardGuess.of(thing, all)) : guesses;
        boolean settled = named.size() == 1 && sure != null;
        if (!choices.isEmpty() && !(settled && chosen == null)) {
            asked = new AwardAsk(alike, Sentence.of("oldstock.award_about", name, bought, Money.of(price), supplier == null ? "–" : supplier), choices, sure);
        }
        if (chosen != null) {
            return chosen(choices, chosen, typed, price);
        }
        if (settled) {
            return new Devices.Tied(sure.award().budgetId(), AwardHow.NAMED, null);
        }
        if (sure != null) {
            warning(DeviceField.AWARD, typed.isEmpty() ? null : typed, "oldstock.award_proposed", sure.award().label(), sure.points(), sure.reasons());
            return new Devices.Tied(sure.award().budgetId(), AwardHow.PROPOSED, sure.points());
        }
        if (over) {
            over(likely.award(), typed, price);
        } else if (doubtful) {
            warning(DeviceField.AWARD, typed, "oldstock.award_doubtful", named.get(0).label());
        } else if (!guesses.isEmpty()) {
            warning(DeviceField.AWARD, typed.isEmpty() ? null : typed, "oldstock.award_asked", guesses.size(), guesses.get(0).award().label(), guesses.get(0).points());
        }
        return null;
    }

    /** What a person has chosen holds, also against what is left of the position; null for none. */
    private Devices.Tied chosen(List<AwardGuess> choices, String chosen, String typed, long price) {
        AwardGuess guess = choices.stream().filter(g -> g.award().budgetId().toString().equals(chosen)).findFirst().orElse(null);
        if (guess == null) {
            return null;
        }
        if (!fits(guess.award(), price)) {
            over(guess.award(), typed, price);
        }
        return new Devices.Tied(guess.award().budgetId(), AwardHow.CHOSEN, guess.points() == 0 ? null : guess.points());
    }

    /** What the file names may be chosen though nothing speaks for it, behind it all that something speaks for. */
    private static List<AwardGuess> choices(List<Awards.Award> named, List<AwardGuess> guesses) {
        Set<Long> guessed = guesses.stream().map(g -> g.award().budgetId()).collect(Collectors.toSet());
        return Stream.concat(named.stream().filter(a -> !guessed.contains(a.budgetId())).map(a -> new AwardGuess(a, 0, List.of())), guesses.stream()).toList();
    }

    private void over(Awards.Award award, String typed, long price) {
        warning(DeviceField.AWARD, typed.isEmpty() ? null : typed, "oldstock.award_over", award.label(), Money.of(Math.max(0, left(award))), Money.of(price));
    }

    private boolean fits(Awards.Award award, long price) {
        return price <= left(award);
    }

    private long left(Awards.Award award) {
        return left.getOrDefault(award.budgetId(), award.leftCents());
    }

    /** Later rows have so much less of the position. */
    private void take(Devices.Tied tied, Long schoolId, Long price) {
        if (tied != null) {
            awards.get(schoolId).stream().filter(a -> a.budgetId().equals(tied.budgetId())).findFirst().ifPresent(a -> left.put(a.budgetId(), left(a) - price));
        }
    }

    private ModelKind kind(Long model) {
        return models.stream().filter(m -> m.id().equals(model)).map(OldStock.Model::kind).findFirst().orElse(null);
    }

    private String supplier() {
        String typed = text(DeviceField.SUPPLIER);
        return typed.isEmpty() ? null : cut(typed, SUPPLIER);
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

    /** What the row says for own fields that say nothing yet, or something else that is to be taken; what a field cannot say is left out with a warning. */
    private List<OwnValues.Entry> own(Long device, Long modelId, NewModel another) {
        ModelKind kind = another != null ? another.kind() : models.stream().filter(m -> m.id().equals(modelId)).map(OldStock.Model::kind).findFirst().orElse(null);
        List<OwnValues.Entry> entries = new ArrayList<>();
        ownColumns.forEach((field, column) -> {
            String value = Fold.text(row.value(column));
            boolean other = ownColumns.entrySet().stream().anyMatch(e -> e.getValue().equals(column) && !e.getKey().equals(field) && value != null && e.getKey().fits(kind, value));
            if (value != null && !field.fits(kind, value) && other) {
                return;
            }
            if (value != null && !field.fits(kind, value)) {
                findings.add(Finding.warning(row.line(), file.columns().get(column), value, "oldstock.own_wrong", field.label()));
            } else if (value != null) {
                String now = device == null ? null : own.get(List.of(device, field.fieldId()));
                if (now == null || !field.same(now, value) && taken(field.name(), Sentence.of("oldstock.own_label", field.label()), now, value, false)) {
                    entries.add(new OwnValues.Entry(field.fieldId(), value));
                }
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
                for (String value : cell(column)) {
                    if (value != null && (value.length() > NUMBER || !field.identifier().fits(Fold.number(value)))) {
                        findings.add(Finding.warning(row.line(), file.columns().get(column), value, "oldstock.number_wrong"));
                    } else if (value != null && seen.add(key(field.identifier(), value))) {
                        // a tag of a roll is kept as it is printed, however it was typed
                        TagQueries.OfRoll roll = roll(field.identifier(), value);
                        numbers.add(new Identifiers.Given(0, field.identifier(), roll == null ? value : roll.no()));
                    }
                }
            }
        }
        return numbers;
    }

    /** The numbers of a cell, which may hold several. */
    private List<String> cell(int column) {
        String value = Fold.text(row.value(column));
        return value == null ? List.of() : Stream.of(value.split(" \\| ")).map(Fold::text).filter(Objects::nonNull).toList();
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
        List<OldStock.Room> same = named.stream().filter(r -> key(r.name()).equals(key(typed))).toList();
        if (same.size() == 1) {
            return same.get(0);
        }
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
        Long cents = Decimals.cents(typed, DEAREST);
        if (cents == null || cents < 0) {
            warning(DeviceField.PRICE, typed, "oldstock.price_wrong");
            return null;
        }
        return cents;
    }

    private LocalDate bought() {
        return day(DeviceField.BOUGHT);
    }

    private String spot() {
        String typed = text(DeviceField.SPOT);
        return typed.isEmpty() ? null : cut(typed, SPOT);
    }

    /** A day, or months from the day on which it was bought. */
    private LocalDate warranty(LocalDate bought) {
        String typed = text(DeviceField.WARRANTY);
        Matcher months = MONTHS.matcher(typed);
        if (typed.isEmpty() || months.matches() && Integer.parseInt(months.group(1)) == 0) {
            return null;
        }
        LocalDate day = months.matches() ? bought == null ? null : bought.plusMonths(Integer.parseInt(months.group(1))) : Days.of(typed);
        if (day == null || bought != null && day.isBefore(bought)) {
            warning(DeviceField.WARRANTY, typed, "oldstock.warranty_wrong");
            return null;
        }
        return day;
    }

    private LocalDate day(DeviceField field) {
        String typed = text(field);
        LocalDate day = Days.of(typed);
        if (day == null && !typed.isEmpty() || day != null && day.isAfter(today)) {
            warning(field, typed, "oldstock.day_wrong");
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
