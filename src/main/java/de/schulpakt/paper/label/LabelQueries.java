package de.schulpakt.paper.label;

import de.schulpakt.platform.BadParameter;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Setting;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Labels of things, as PDF. */
@Queries
public class LabelQueries {
    /** What is chosen from singly. */
    public static final int SHOWN = 100;
    /** Parameters of the labels themselves; all others are those of the list of the things. */
    private static final List<String> OWN = List.of("of", "format", "code", "first", "frame");
    @PersistenceContext
    EntityManager em;
    @Inject
    @Any
    Instance<LabelSource> sources;

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

    /** The formats in their order. */
    @Unguarded("Sizes of paper say nothing of anybody.")
    public List<Format> formats() {
        return Ask.of(em, Format.class, """
                select f.code as code, f.name as name, f.pageWidth as pageWidth, f.pageHeight as pageHeight, f.across as across, f.down as down,
                    f.edgeX as edgeX, f.edgeY as edgeY, f.stepX as stepX, f.stepY as stepY, f.labelWidth as labelWidth,
                    f.labelHeight as labelHeight from LabelFormat f order by f.place, f.id""").list();
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

    /** The format of this name. */
    Format format(String code) {
        return formats().stream().filter(f -> f.code().equals(code)).findFirst().orElseThrow(() -> BadParameter.value("format", code));
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
