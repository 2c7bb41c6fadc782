package de.schulpakt.inventory.oldstock;

import static de.schulpakt.identity.Permission.CATALOGUE_EDIT;
import static de.schulpakt.identity.Permission.DEVICE_ADD;

import de.schulpakt.exchange.FactChange;
import de.schulpakt.exchange.ImportField;
import de.schulpakt.exchange.ImportKind;
import de.schulpakt.exchange.ImportPlan;
import de.schulpakt.exchange.ImportSettings;
import de.schulpakt.exchange.Outcome;
import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.exchange.table.CsvFormat;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.inventory.award.AwardGuess;
import de.schulpakt.inventory.device.DeviceModels;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.inventory.field.OwnValues;
import de.schulpakt.inventory.number.IdentifierKind;
import de.schulpakt.inventory.number.Identifiers;
import de.schulpakt.inventory.tag.TagRolls;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The old stock of devices as something to import. */
@ApplicationScoped
public class OldStockKind implements ImportKind {
    /** Its name. */
    public static final String NAME = "device";
    static final String SCHOOL = "school";
    static final String KIND = "kind";
    static final String SERVICE = "service";
    static final String AWARDS = "awards";
    /** Answer to the question which position of an award has paid: none of them. */
    static final String NONE = "none";
    /** Beginning of the options that answer for one row. */
    static final String OF_ROW = "award.row.";
    /** Beginning of the options that answer for all rows that are alike. */
    static final String OF_ALIKE = "award.alike.";
    /** Beginning of the options that say for one row and field whether what is there stays: {@code conflict.row.2.PRICE}. */
    static final String DIFFERS_ROW = "conflict.row.";
    /** Beginning of the options that say so for a field of all rows: {@code conflict.all.PRICE}. */
    static final String DIFFERS_ALL = "conflict.all.";
    /** Answer: what is there stays. */
    static final String KEEP = "keep";
    /** Answer: what the file says is taken. */
    static final String TAKE = "take";
    private static final int AT_ONCE = 500;

    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    OldStock stock;
    @Inject
    SchoolQueries schools;
    @Inject
    Devices devices;
    @Inject
    TagRolls rolls;
    @Inject
    DeviceModels models;
    @Inject
    OwnValues values;
    @Inject
    StockBack back;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String page() {
        return "/inventory/imports";
    }

    @Override
    public Permission permission() {
        return DEVICE_ADD;
    }

    @Override
    public List<? extends ImportField> fields() {
        return Stream.concat(Stream.of(DeviceField.values()), stock.ownFields().stream()).toList();
    }

    /** Whose only school it is, need not choose it. */
    @Override
    public Map<String, String> usual() {
        Map<String, String> options = new LinkedHashMap<>();
        List<SchoolQueries.Option> own = schools.options(DEVICE_ADD, null, new PageRequest(1, 2, null)).rows();
        if (own.size() == 1) {
            options.put(SCHOOL, own.get(0).id().toString());
        }
        options.put(KIND, ModelKind.OTHER.name());
        options.put(SERVICE, InUse.IN_SERVICE.name());
        options.put(AWARDS, Awarding.PROPOSE.name());
        return options;
    }

    @Override
    public void check(ImportSettings settings) {
        String school = settings.option(SCHOOL);
        try {
            if (settings.option(KIND) != null) {
                ModelKind.valueOf(settings.option(KIND));
            }
            if (settings.option(SERVICE) != null) {
                InUse.valueOf(settings.option(SERVICE));
            }
            if (settings.option(AWARDS) != null) {
                Awarding.valueOf(settings.option(AWARDS));
            }
            settings.options().forEach((name, value) -> {
                if ((name.startsWith(OF_ROW) || name.startsWith(OF_ALIKE)) && value != null && !value.isEmpty() && !NONE.equals(value)) {
                    Long.parseLong(value);
                }
                if ((name.startsWith(DIFFERS_ROW) || name.startsWith(DIFFERS_ALL)) && value != null && !value.isEmpty() && !KEEP.equals(value) && !TAKE.equals(value)) {
                    throw new IllegalArgumentException(name);
                }
            });
            settings.words().values().forEach(ModelKind::valueOf);
            if (school != null) {
                guard.require(DEVICE_ADD, Long.valueOf(school));
            } else if (guard.visibleSchools(DEVICE_ADD).isEmpty()) {
                throw new NotFound("Import", "");
            }
        } catch (IllegalArgumentException e) {
            throw new Refused("import.settings");
        }
    }

    @Override
    public List<Option> options(Locale locale) {
        return List.of(Option.searched(SCHOOL, "schools", DEVICE_ADD.name()),
                new Option(KIND, choices(locale, ModelKind.devices().toArray(Enum<?>[]::new)), true), new Option(SERVICE, choices(locale, InUse.values()), false),
                new Option(AWARDS, choices(locale, Awarding.values()), false));
    }

    @Override
    public Words words() {
        return new Words(DeviceField.KIND, ModelKind.devices(), (text, settings) -> Kinds.of(text));
    }

    /** Which position of an award has paid, for all rows of one school, model, day, price and supplier; then, for all rows, whether a field that differs stays. */
    @Override
    public List<Question> questions(ImportPlan plan, Locale locale) {
        Map<String, List<OldStockPlan.AwardAsk>> alike = new LinkedHashMap<>();
        for (ImportPlan.Row row : plan.rows()) {
            OldStockPlan.AwardAsk ask = row.what() instanceof OldStockPlan.Planned p ? p.ask() : null;
            if (ask != null) {
                alike.computeIfAbsent(ask.alike(), key -> new ArrayList<>()).add(ask);
            }
        }
        List<Question> all = new ArrayList<>(alike.values().stream().sorted(Comparator.comparing((List<OldStockPlan.AwardAsk> asks) -> asks.get(0).proposed() != null)
                        .thenComparing(asks -> -asks.size())).map(asks -> question(OF_ALIKE + asks.get(0).alike(), asks.get(0), asks.size(), locale)).toList());
        Map<String, List<OldStockPlan.Difference>> fields = new LinkedHashMap<>();
        plan.rows().forEach(row -> differences(row).forEach(d -> fields.computeIfAbsent(d.field(), f -> new ArrayList<>()).add(d)));
        fields.forEach((field, of) -> all.add(new Question(DIFFERS_ALL + field, Texts.get(locale, "oldstock.differs_all", of.get(0).label().told(locale)),
                Texts.get(locale, of.get(0).taken() ? "oldstock.differs_taken" : "oldstock.differs_kept"), of.size(), kept(locale))));
        return all;
    }

    /** Which position of an award has paid the row, and of each field in which its device differs whether that stays. */
    @Override
    public List<Question> questions(ImportPlan.Row row, Locale locale) {
        OldStockPlan.AwardAsk ask = row.what() instanceof OldStockPlan.Planned p ? p.ask() : null;
        List<Question> all = new ArrayList<>();
        if (ask != null) {
            all.add(question(OF_ROW + row.line(), ask, 1, locale));
        }
        differences(row).forEach(d -> all.add(new Question(DIFFERS_ROW + row.line() + "." + d.field(), Texts.get(locale, "oldstock.differs_row", d.label().told(locale),
                d.before(), d.after()), Texts.get(locale, d.taken() ? "oldstock.differs_taken" : "oldstock.differs_kept"), 1, kept(locale))));
        return all;
    }

    @Override
    public boolean asks(ImportPlan.Row row) {
        return row.what() instanceof OldStockPlan.Planned p && (p.ask() != null || !p.differences().isEmpty());
    }

    private static List<OldStockPlan.Difference> differences(ImportPlan.Row row) {
        return row.what() instanceof OldStockPlan.Planned p ? p.differences() : List.of();
    }

    private static List<Choice> kept(Locale locale) {
        return List.of(new Choice(KEEP, Texts.get(locale, "oldstock.differs_keep")), new Choice(TAKE, Texts.get(locale, "oldstock.differs_take")));
    }

    private static Question question(String name, OldStockPlan.AwardAsk ask, int rows, Locale locale) {
        List<Choice> choices = new ArrayList<>();
        ask.guesses().forEach(g -> choices.add(new Choice(g.award().budgetId().toString(), g.award().label() + " · " + why(g, locale))));
        choices.add(new Choice(NONE, Texts.get(locale, "oldstock.award_none")));
        String proposal = ask.proposed() == null ? Texts.get(locale, "oldstock.award_open")
                : Texts.get(locale, "oldstock.award_taken", ask.proposed().award().label(), why(ask.proposed(), locale));
        return new Question(name, ask.about().told(locale), proposal, rows, choices);
    }

    private static String why(AwardGuess guess, Locale locale) {
        return Texts.get(locale, "device.award.points", guess.points()) + (guess.reasons().isEmpty() ? "" : guess.reasons().stream().map(r -> r.told(locale)).collect(Collectors.joining(", ", ": ", "")));
    }

    /** Inventories of GLPI’s agent become a table of what may be kept. */
    @Override
    public byte[] table(byte[] sent) {
        return sent != null && GlpiFile.looks(sent) ? GlpiFile.table(sent) : sent;
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
        List<? extends ImportField> fields = fields();
        if (format.headerLine() == 0 || file.columns().stream().noneMatch(column -> KeptColumns.kept(column, fields))) {
            throw new Refused("oldstock.no_columns");
        }
        return KeptColumns.of(content, format, fields);
    }

    @Override
    public ImportPlan plan(CsvFile file, ImportSettings settings) {
        return new OldStockPlan(file, settings, stock, guard.mayEverywhere(CATALOGUE_EDIT), clock.today(), fields()).plan();
    }

    @Override
    public Object stamp() {
        return List.of(stock.stamp(), guard.visibleSchools(DEVICE_ADD));
    }

    @Override
    public WayBack wayBack() {
        return back;
    }

    @Override
    public void store(ImportPlan plan, IntConsumer progress) {
        store(plan, progress, made -> { });
    }

    @Override
    public void store(ImportPlan plan, IntConsumer progress, Consumer<Collection<Long>> told) {
        Map<OldStockPlan.NewModel, Long> made = new HashMap<>();
        List<Devices.Old> old = new ArrayList<>();
        List<Devices.More> more = new ArrayList<>();
        List<List<OwnValues.Entry>> ownOfOld = new ArrayList<>();
        Map<Long, List<OwnValues.Entry>> own = new LinkedHashMap<>();
        for (ImportPlan.Row row : plan.rows()) {
            if (row.outcome() == Outcome.NEW) {
                OldStockPlan.Planned p = (OldStockPlan.Planned) row.what();
                Long model = p.modelId() != null ? p.modelId() : made.computeIfAbsent(p.model(), m -> models.create(
                        new DeviceModels.Create(m.maker(), m.name(), m.partNo(), m.kind(), false)));
                old.add(new Devices.Old(model, p.schoolId(), p.roomId(), p.serial(), p.numbers(), p.priceCents(), p.boughtOn(), p.inService(), p.servedOn(), p.spot(), p.warrantyEndOn(),
                        p.supplier(), p.tied()));
                ownOfOld.add(p.own());
            } else if (row.outcome() == Outcome.CHANGED) {
                OldStockPlan.Planned p = (OldStockPlan.Planned) row.what();
                more.add(new Devices.More(row.subjectId(), p.roomId(), numbers(row.subjectId(), p), p.priceCents(), p.boughtOn(), p.spot(), p.warrantyEndOn(), p.supplier(), p.tied(), p.instead(), said(row.changes())));
                own.put(row.subjectId(), p.own());
            }
        }
        Map<String, Long> bound = new HashMap<>();
        plan.rows().stream().filter(row -> row.outcome() == Outcome.NEW || row.outcome() == Outcome.CHANGED).map(row -> (OldStockPlan.Planned) row.what())
                .forEach(p -> p.numbers().stream().filter(n -> n.kind() == IdentifierKind.TAG).forEach(n -> bound.put(n.value(), p.schoolId())));
        rolls.taken(bound);
        int done = 0;
        for (int from = 0; from < old.size(); from += AT_ONCE) {
            List<Devices.Old> some = old.subList(from, Math.min(from + AT_ONCE, old.size()));
            List<Long> taken = devices.takeIn(some, Said.NOTHING);
            told.accept(taken);
            for (int i = 0; i < taken.size(); i++) {
                own.put(taken.get(i), ownOfOld.get(from + i));
            }
            done += some.size();
            progress.accept(done);
        }
        for (int from = 0; from < more.size(); from += AT_ONCE) {
            List<Devices.More> some = more.subList(from, Math.min(from + AT_ONCE, more.size()));
            devices.refresh(some);
            done += some.size();
            progress.accept(done);
        }
        own.values().removeIf(List::isEmpty);
        values.keep(own);
    }

    private static List<Identifiers.Given> numbers(Long device, OldStockPlan.Planned p) {
        return p.numbers().stream().map(n -> new Identifiers.Given(device, n.kind(), n.value())).toList();
    }

    private static List<Choice> choices(Locale locale, Enum<?>[] constants) {
        return Stream.of(constants).map(c -> new Choice(c.name(), Texts.get(locale, c))).toList();
    }

    private static Said said(List<FactChange> changes) {
        return Said.all(changes.stream().map(c -> {
            Sentence fact = Sentence.of("fact." + c.fact());
            return c.before() == null ? Sentence.of("said.fact_new", fact, c.after()) : Sentence.of("said.fact", fact, c.before(), c.after());
        }).toList());
    }

    /** Whether devices are tied to the awards that have paid them. */
    public enum Awarding {
        /** What is sure enough is proposed and taken, what is not is asked. */
        PROPOSE,
        /** Only what the file names or a person chooses. */
        ASK
    }

    /** Whether what stands in a room is in use. */
    public enum InUse {
        /** What stands in a room is in service since it was bought. */
        IN_SERVICE,
        /** All wait to be put into service. */
        IN_STOCK
    }
}
