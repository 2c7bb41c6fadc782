package de.schulpakt.paper.label;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.BadParameter;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Setting;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Labels of things, as PDF. */
@Queries
public class LabelQueries {
    /** What is chosen from singly. */
    public static final int SHOWN = 100;
    private static final int MOST_BEFORE = 500;
    /** Parameters of the labels themselves; all others are those of the list of the things. */
    private static final List<String> OWN = List.of("of", "format", "code", "first", "frame");
    @PersistenceContext
    EntityManager em;
    @Inject
    @Any
    Instance<LabelSource> sources;
    @Inject
    Guard guard;
    @Inject
    History history;

    /** A sheet or roll; sizes in hundredths of a millimetre. */
    public record Format(String code, String name, Integer pageWidth, Integer pageHeight, Integer across, Integer down, Integer edgeX, Integer edgeY,
            Integer stepX, Integer stepY, Integer labelWidth, Integer labelHeight) {
        /** Labels of a page. */
        public int labels() {
            return across * down;
        }
    }

    /** What is to be printed: the first ones, and how many there are. */
    public record Chosen(List<Label> first, Integer count) {
    }

    private static final String SIZES = """
            f.sizes.pageWidth as pageWidth, f.sizes.pageHeight as pageHeight, f.sizes.across as across, f.sizes.down as down, f.sizes.edgeX as edgeX, f.sizes.edgeY as edgeY,
                f.sizes.stepX as stepX, f.sizes.stepY as stepY, f.sizes.labelWidth as labelWidth, f.sizes.labelHeight as labelHeight""";

    /** The formats that are offered, in their order. */
    @Unguarded("Sizes of paper say nothing of anybody.")
    public List<Format> formats() {
        return Ask.of(em, Format.class, "select f.code as code, f.name as name, " + SIZES + " from LabelFormat f where f.offered = true order by f.place, f.id").list();
    }

    /**
     * A format for who changes it; sizes in hundredths of a millimetre.
     *
     * @param before how it was before, the newest first
     */
    public record Measured(Long id, String code, String name, Boolean offered, Integer version, LabelFormats.Measures measures, List<Before> before) {
    }

    /** How a format was until it was changed. */
    public record Before(Long id, String name, LabelFormats.Measures measures, Instant replacedAt, String replacedBy) {
    }

    private record MeasuredRow(Long id, String code, String name, Boolean offered, Integer version, Integer pageWidth, Integer pageHeight, Integer across, Integer down, Integer edgeX,
            Integer edgeY, Integer stepX, Integer stepY, Integer labelWidth, Integer labelHeight) {
        LabelFormats.Measures measures() {
            return new LabelFormats.Measures(pageWidth, pageHeight, across, down, edgeX, edgeY, stepX, stepY, labelWidth, labelHeight);
        }
    }

    private record BeforeRow(Long id, Long formatId, String name, Instant replacedAt, String replacedBy, Integer pageWidth, Integer pageHeight, Integer across, Integer down,
            Integer edgeX, Integer edgeY, Integer stepX, Integer stepY, Integer labelWidth, Integer labelHeight) {
        Before told() {
            return new Before(id, name, new LabelFormats.Measures(pageWidth, pageHeight, across, down, edgeX, edgeY, stepX, stepY, labelWidth, labelHeight), replacedAt, replacedBy);
        }
    }

    /** All formats with how they were before, in their order; for administrators. */
    public List<Measured> measured() {
        guard.requireEverywhere(USER_ADMIN);
        List<MeasuredRow> rows = Ask.of(em, MeasuredRow.class, "select f.id as id, f.code as code, f.name as name, f.offered as offered, f.version as version, " + SIZES
                + " from LabelFormat f order by f.place, f.id").list();
        List<BeforeRow> before = Ask.of(em, BeforeRow.class, "select f.id as id, f.formatId as formatId, f.name as name, f.replacedAt as replacedAt, f.replacedBy as replacedBy, " + SIZES
                + " from LabelFormatBefore f order by f.id desc").list(MOST_BEFORE);
        return rows.stream().map(r -> new Measured(r.id(), r.code(), r.name(), r.offered(), r.version(), r.measures(),
                before.stream().filter(b -> b.formatId().equals(r.id())).map(BeforeRow::told).toList())).toList();
    }

    /**
     * What was changed of a format, the newest first; for administrators.
     *
     * @throws NotFound if there is no such format
     */
    public List<HistoryEntry> formatHistory(long id) {
        guard.requireEverywhere(USER_ADMIN);
        if (Ask.of(em, Long.class, "select f.id from LabelFormat f where f.id = :id").set("id", id).one().isEmpty()) {
            throw new NotFound("LabelFormat", id);
        }
        return history.of("LabelFormat", id);
    }

    /** What the parameters choose; what makes no sense in them is passed over. */
    @Unguarded("The room that has the things shows those that the asker may see.")
    public Chosen chosen(String of, Map<String, List<String>> sent) {
        List<Label> first = new ArrayList<>();
        int[] count = new int[1];
        source(of).each(without(sent), false, label -> {
            if (count[0]++ < SHOWN) {
                first.add(label);
            }
        });
        return new Chosen(first, count[0]);
    }

    /**
     * Writes the labels that the parameters choose: {@code of}, {@code format}, {@code code}, {@code first} (the first free place of the
     * first page), {@code frame}, and those of the list.
     *
     * @return how many
     * @throws BadParameter for a value that makes no sense, and for a parameter that the list does not know
     */
    @Unguarded("The room that has the things gives labels of those that the asker may see.")
    public int write(Map<String, List<String>> sent, boolean strict, OutputStream out) {
        Sheet sheet = sheet(sent);
        try (LabelPress press = press(sheet)) {
            source(sheet.of()).each(without(sent), strict, press::add);
            return press.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How labels are printed. */
    record Sheet(String of, Format format, LabelCode code, int first, boolean frame) {
    }

    /** How the parameters want them. */
    Sheet sheet(Map<String, List<String>> sent) {
        LabelSource source = source(one(sent, "of", ""));
        String wanted = one(sent, "format", "");
        Format format = wanted.isEmpty() ? formats().get(0) : format(wanted);
        String code = one(sent, "code", LabelCode.QR.name());
        if (!code.equals(LabelCode.QR.name()) && !code.equals(LabelCode.CODE_128.name())) {
            throw BadParameter.value("code", code);
        }
        String first = one(sent, "first", "1");
        if (!first.matches("\\d{1,3}") || Integer.parseInt(first) < 1 || Integer.parseInt(first) > format.labels()) {
            throw BadParameter.value("first", first);
        }
        return new Sheet(source.name(), format, LabelCode.valueOf(code), Integer.parseInt(first), "true".equals(one(sent, "frame", "")));
    }

    /** The format of this name, also one that is no longer offered: labels that were begun are made to their end. */
    Format format(String code) {
        return Ask.of(em, Format.class, "select f.code as code, f.name as name, " + SIZES + " from LabelFormat f where f.code = :code").set("code", code).one()
                .orElseThrow(() -> BadParameter.value("format", code));
    }

    /** Draws labels so. */
    LabelPress press(Sheet sheet) throws IOException {
        return new LabelPress(sheet.format(), sheet.code(), sheet.first(), sheet.frame(),
                Setting.text("schulpakt.base.url", "http://localhost:8080").replaceAll("/+$", ""));
    }

    /** The source of this name, or {@link NotFound}. */
    LabelSource source(String name) {
        return sources.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow(() -> new NotFound("Labels", String.valueOf(name)));
    }

    private static String one(Map<String, List<String>> sent, String name, String usual) {
        List<String> values = sent.get(name);
        return values == null || values.isEmpty() || values.get(0).isBlank() ? usual : values.get(0).strip();
    }

    /** What chooses the things. */
    static Map<String, List<String>> without(Map<String, List<String>> sent) {
        Map<String, List<String>> less = new LinkedHashMap<>(sent);
        OWN.forEach(less::remove);
        less.remove("lang");
        return less;
    }
}
