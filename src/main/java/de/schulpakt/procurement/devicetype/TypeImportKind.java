package de.schulpakt.procurement.devicetype;

import static de.schulpakt.identity.Permission.CATALOGUE_EDIT;

import de.schulpakt.exchange.FactChange;
import de.schulpakt.exchange.ImportField;
import de.schulpakt.exchange.ImportKind;
import de.schulpakt.exchange.ImportPlan;
import de.schulpakt.exchange.ImportSettings;
import de.schulpakt.exchange.Outcome;
import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.exchange.table.CsvRow;
import de.schulpakt.exchange.table.Finding;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.inventory.device.DeviceModels;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Device types as something to import: YAML of a library of types, or a table. */
@ApplicationScoped
public class TypeImportKind implements ImportKind {
    /** Its name. */
    public static final String NAME = "types";
    /** Option: what all of the file are, whatever their interfaces say. */
    static final String KIND = "kind";
    private static final int MAKER = 80;
    private static final int MODEL = 120;
    private static final int PART_NO = 60;
    private static final Set<ModelKind> INSTALLED = Set.of(ModelKind.ACCESS_POINT, ModelKind.SWITCH, ModelKind.SERVER);

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    DeviceModels models;

    private record Stamp(Long models, Long newest) {
    }

    private record Known(Long id, String maker, String name) {
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String page() {
        return "/procurement/type-imports";
    }

    @Override
    public Permission permission() {
        return CATALOGUE_EDIT;
    }

    @Override
    public byte[] table(byte[] sent) {
        return TypeFile.looks(sent) ? TypeFile.table(sent) : sent;
    }

    @Override
    public List<? extends ImportField> fields() {
        return List.of(TypeField.values());
    }

    @Override
    public Map<String, String> usual() {
        return Map.of();
    }

    @Override
    public void check(ImportSettings settings) {
        guard.requireEverywhere(CATALOGUE_EDIT);
        if (settings.option(KIND) != null && kind(settings.option(KIND)) == null) {
            throw new Refused("import.settings");
        }
    }

    @Override
    public List<Option> options(Locale locale) {
        return List.of(new Option(KIND, ModelKind.devices().stream().map(k -> new Choice(k.name(), Texts.get(locale, k))).toList(), true));
    }

    @Override
    public ImportPlan plan(CsvFile file, ImportSettings settings) {
        guard.requireEverywhere(CATALOGUE_EDIT);
        Map<String, Known> known = Ask.of(em, Known.class, "select m.id as id, m.maker as maker, m.name as name from DeviceModel m order by m.id").list().stream()
                .collect(Collectors.toMap(k -> key(k.maker(), k.name()), Function.identity(), (a, b) -> a));
        Map<String, Integer> first = new HashMap<>();
        Map<Integer, List<Finding>> byLine = file.findingsByLine();
        List<ImportPlan.Row> rows = new ArrayList<>();
        for (CsvRow row : file.rows()) {
            if (!row.isBlank()) {
                rows.add(row(file, settings, row, known, first, new ArrayList<>(byLine.getOrDefault(row.line(), List.of()))));
            }
        }
        List<Finding> findings = new ArrayList<>(file.findingsOfFile());
        Stream.of(TypeField.MAKER, TypeField.MODEL).filter(f -> !settings.columns().contains(f.name()))
                .forEach(f -> findings.add(Finding.error(null, null, null, "types.no_column", f)));
        return ImportPlan.of(file, rows, findings, settings.leavesOut());
    }

    private static ImportPlan.Row row(CsvFile file, ImportSettings settings, CsvRow row, Map<String, Known> known, Map<String, Integer> first, List<Finding> findings) {
        String maker = value(settings, row, TypeField.MAKER);
        String model = value(settings, row, TypeField.MODEL);
        String part = value(settings, row, TypeField.PART_NO);
        text(file, settings, row, TypeField.MAKER, maker, 1, MAKER, findings);
        text(file, settings, row, TypeField.MODEL, model, 1, MODEL, findings);
        text(file, settings, row, TypeField.PART_NO, part, 0, PART_NO, findings);
        String said = value(settings, row, TypeField.KIND);
        ModelKind kind = settings.option(KIND) == null ? said.isEmpty() ? ModelKind.OTHER : kind(said) : kind(settings.option(KIND));
        if (kind == null) {
            findings.add(Finding.error(row.line(), column(file, settings, TypeField.KIND), said, "types.kind"));
        }
        Integer before = first.putIfAbsent(key(maker, model), row.line());
        if (before != null) {
            findings.add(Finding.error(row.line(), column(file, settings, TypeField.MODEL), model, "types.twice", String.valueOf(before)));
        }
        Known there = known.get(key(maker, model));
        if (findings.stream().anyMatch(Finding::error)) {
            return new ImportPlan.Row(row.line(), Outcome.WRONG, part, maker + " " + model, there == null ? null : there.id(), List.of(), findings, null);
        }
        return there != null ? new ImportPlan.Row(row.line(), Outcome.SAME, part, maker + " " + model, there.id(), List.<FactChange>of(), findings, null)
                : new ImportPlan.Row(row.line(), Outcome.NEW, part, maker + " " + model, null, List.<FactChange>of(), findings,
                        new DeviceModels.Create(maker, model, part.isEmpty() ? null : part, kind, INSTALLED.contains(kind)));
    }

    private static void text(CsvFile file, ImportSettings settings, CsvRow row, TypeField field, String value, int least, int most, List<Finding> findings) {
        if (settings.columns().contains(field.name()) && (value.length() < least || value.length() > most)) {
            findings.add(Finding.error(row.line(), column(file, settings, field), value, "types.text", most));
        }
    }

    @Override
    public Object stamp() {
        return Ask.of(em, Stamp.class, "select count(m) as models, coalesce(max(m.id), 0) as newest from DeviceModel m").one().orElseThrow();
    }

    @Override
    public void store(ImportPlan plan, IntConsumer progress) {
        int stored = 0;
        for (ImportPlan.Row row : plan.rows()) {
            if (row.outcome() == Outcome.NEW) {
                models.create((DeviceModels.Create) row.what());
                progress.accept(++stored);
            }
        }
    }

    private static ModelKind kind(String name) {
        return ModelKind.devices().stream().filter(k -> k.name().equalsIgnoreCase(name) || Texts.get(Locale.GERMAN, k).equalsIgnoreCase(name)
                || Texts.get(Locale.ENGLISH, k).equalsIgnoreCase(name)).findFirst().orElse(null);
    }

    private static String value(ImportSettings settings, CsvRow row, TypeField field) {
        int at = settings.columns().indexOf(field.name());
        return at < 0 ? "" : row.value(at).strip();
    }

    private static String column(CsvFile file, ImportSettings settings, TypeField field) {
        int at = settings.columns().indexOf(field.name());
        return at < 0 || at >= file.columns().size() ? null : file.columns().get(at);
    }

    private static String key(String maker, String model) {
        return maker.strip().toLowerCase(Locale.ROOT) + "\n" + model.strip().toLowerCase(Locale.ROOT);
    }
}
