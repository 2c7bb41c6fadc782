package de.schulpakt.paper.print;

import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Texts;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands on a printed paper, part by part, in one language; the engine gives it its shape. */
public final class Sheet {
    private static final long TENTHS = 1000;
    private final String kind;
    private final Locale locale;
    private final String no;
    private final List<Part> parts = new ArrayList<>();
    private String title = "";
    private Long authorityId;
    private String authority = "";
    private List<String> to = List.of();
    private boolean tellsLeitwegId;
    private boolean toSign;

    /** A part of a sheet. */
    sealed interface Part permits Heading, Words, Facts, Grid, Picture, Signs {
        /** All its words, for a hash of what was shown. */
        Stream<String> words();
    }

    /** A heading of the second level. */
    record Heading(String text) implements Part {
        @Override
        public Stream<String> words() {
            return Stream.of(text);
        }
    }

    /** Paragraphs; an empty line ends one. */
    record Words(String text) implements Part {
        @Override
        public Stream<String> words() {
            return Stream.of(text);
        }
    }

    /** Labels and their values. */
    record Facts(List<Fact> facts) implements Part {
        @Override
        public Stream<String> words() {
            return facts.stream().flatMap(f -> Stream.of(f.label(), f.value()));
        }
    }

    /** A label and its value. */
    record Fact(String label, String value) {
    }

    /** A table; of a cell with several lines the first one counts and the others are small. */
    record Grid(String caption, List<Column> columns, List<List<String>> rows, List<String> foot) implements Part {
        @Override
        public Stream<String> words() {
            return Stream.of(Stream.of(caption), columns.stream().map(Column::label), rows.stream().flatMap(List::stream), foot.stream())
                    .flatMap(s -> s);
        }
    }

    /** A picture, with words for who does not see it. */
    record Picture(byte[] bytes, String alt, int widthMm) implements Part {
        @Override
        public Stream<String> words() {
            return Stream.of(alt);
        }
    }

    /** Lines on which people sign by hand. */
    record Signs(List<String> under) implements Part {
        @Override
        public Stream<String> words() {
            return under.stream();
        }
    }

    /**
     * A column of a table.
     *
     * @param number true: its values stand at the right
     * @param share  of the width, in percent
     */
    public record Column(String label, boolean number, int share) {
    }

    private Sheet(String kind, Locale locale, String no) {
        this.kind = kind;
        this.locale = locale;
        this.no = no;
    }

    /**
     * An empty sheet.
     *
     * @param kind name of the {@link Printable}
     * @param no   number of the subject, for the name of the file
     */
    public static Sheet of(String kind, Locale locale, String no) {
        return new Sheet(kind, locale, no);
    }

    /** What stands above, by the key of its text. */
    public Sheet titled(String key, Object... args) {
        title = text(key, args);
        return this;
    }

    /** The authority whose paper it is. */
    public Sheet from(Long id, String name) {
        authorityId = id;
        authority = name == null ? "" : name;
        return this;
    }

    /** To whom it goes, a line each; null and blank lines are left out. */
    public Sheet to(String... lines) {
        to = Arrays.stream(lines).filter(Objects::nonNull).filter(l -> !l.isBlank()).toList();
        return this;
    }

    /** The number under which invoices reach the authority is to be told, where there is one. */
    public Sheet withLeitwegId() {
        tellsLeitwegId = true;
        return this;
    }

    /** It says all that a signature is for: it can be signed now. */
    public Sheet signable() {
        toSign = true;
        return this;
    }

    /** A heading, by the key of its text. */
    public Sheet heading(String key, Object... args) {
        parts.add(new Heading(text(key, args)));
        return this;
    }

    /** Paragraphs as somebody wrote them; nothing if there are none. */
    public Sheet words(String text) {
        if (text != null && !text.isBlank()) {
            parts.add(new Words(text.strip()));
        }
        return this;
    }

    /** A label, by the key of its text, and its value; nothing if there is none. Facts that follow each other form one block. */
    public Sheet fact(String key, String value) {
        if (value == null || value.isBlank()) {
            return this;
        }
        if (parts.isEmpty() || !(parts.get(parts.size() - 1) instanceof Facts)) {
            parts.add(new Facts(new ArrayList<>()));
        }
        ((Facts) parts.get(parts.size() - 1)).facts().add(new Fact(text(key), value.strip()));
        return this;
    }

    /** A table, with the key of its caption. */
    public Sheet table(String key, Column... columns) {
        parts.add(new Grid(text(key), List.of(columns), new ArrayList<>(), new ArrayList<>()));
        return this;
    }

    /** A row of the table that was begun last; null is an empty cell. */
    public Sheet row(String... cells) {
        grid().rows().add(filled(cells));
        return this;
    }

    /** The last row of that table, which adds it up. */
    public Sheet foot(String... cells) {
        grid().foot().addAll(filled(cells));
        return this;
    }

    /** A picture with words for who does not see it. */
    public Sheet picture(byte[] bytes, String alt, int widthMm) {
        parts.add(new Picture(bytes, alt, widthMm));
        return this;
    }

    /** Lines on which people sign by hand, by the keys of what stands under them. */
    public Sheet signs(String... keys) {
        parts.add(new Signs(Arrays.stream(keys).map(this::text).toList()));
        return this;
    }

    /** A column whose label is the text of a key. */
    public Column column(String key, int share) {
        return new Column(text(key), false, share);
    }

    /** A column of numbers. */
    public Column number(String key, int share) {
        return new Column(text(key), true, share);
    }

    /** A text in the language of the sheet. */
    public String text(String key, Object... args) {
        return Texts.get(locale, key, args);
    }

    /** The word for a constant. */
    public String word(Enum<?> constant) {
        return Texts.get(locale, constant);
    }

    /** 1.234,50 EUR, which stays on one line. */
    public String money(Long cents) {
        return cents == null ? "" : Money.of(cents).amount(locale) + "\u00a0EUR";
    }

    /** 1.234,50. */
    public String amount(Long cents) {
        return cents == null ? "" : Money.of(cents).amount(locale);
    }

    /** 23.11.2026. */
    public String date(LocalDate date) {
        return date == null ? "" : Texts.date(locale, date).replace(' ', '\u00a0');
    }

    /** 23.11.2026 10:42. */
    public String instant(Instant at) {
        return at == null ? "" : Texts.instant(locale, at).replace(' ', '\u00a0');
    }

    /** 12,5 %: what a part is of a whole, with one decimal. */
    public String percent(long part, long whole) {
        return NumberFormat.getInstance(locale).format(BigDecimal.valueOf((part * TENTHS + whole / 2) / whole, 1)) + "\u00a0%";
    }

    /** Words of one line; empty ones are left out. */
    public static String joined(String... words) {
        return Arrays.stream(words).filter(Objects::nonNull).filter(w -> !w.isBlank()).collect(Collectors.joining(" "));
    }

    /** Lines of one cell; empty ones are left out. */
    public static String lines(String... lines) {
        return Arrays.stream(lines).filter(Objects::nonNull).filter(l -> !l.isBlank()).collect(Collectors.joining("\n"));
    }

    /** All that it says, in the order in which it is read: what a signature under it is for. */
    public String said() {
        return Stream.concat(Stream.of(title), parts.stream().flatMap(Part::words)).collect(Collectors.joining("\n"));
    }

    private Grid grid() {
        return (Grid) parts.get(parts.size() - 1);
    }

    private static List<String> filled(String... cells) {
        return Arrays.stream(cells).map(c -> c == null ? "" : c).toList();
    }

    String kind() {
        return kind;
    }

    Locale locale() {
        return locale;
    }

    String no() {
        return no;
    }

    String title() {
        return title;
    }

    Long authorityId() {
        return authorityId;
    }

    String authority() {
        return authority;
    }

    List<String> to() {
        return to;
    }

    boolean tellsLeitwegId() {
        return tellsLeitwegId;
    }

    boolean toSign() {
        return toSign;
    }

    List<Part> parts() {
        return parts;
    }
}
