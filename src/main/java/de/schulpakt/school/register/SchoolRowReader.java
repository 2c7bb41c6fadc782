package de.schulpakt.school.register;

import static de.schulpakt.school.register.SchoolField.ADDRESS;
import static de.schulpakt.school.register.SchoolField.AREA_CODE;
import static de.schulpakt.school.register.SchoolField.CITY;
import static de.schulpakt.school.register.SchoolField.EPSG;
import static de.schulpakt.school.register.SchoolField.HOUSE_NUMBER;
import static de.schulpakt.school.register.SchoolField.LATITUDE;
import static de.schulpakt.school.register.SchoolField.LONGITUDE;
import static de.schulpakt.school.register.SchoolField.NAME;
import static de.schulpakt.school.register.SchoolField.OFFICIAL_NO;
import static de.schulpakt.school.register.SchoolField.PHONE;
import static de.schulpakt.school.register.SchoolField.POSTCODE;
import static de.schulpakt.school.register.SchoolField.PUPILS;
import static de.schulpakt.school.register.SchoolField.STATE;
import static de.schulpakt.school.register.SchoolField.STREET;
import static de.schulpakt.school.register.SchoolField.TYPE;

import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.exchange.table.CsvRow;
import de.schulpakt.exchange.table.Decimals;
import de.schulpakt.exchange.table.Finding;
import de.schulpakt.platform.text.Fold;
import de.schulpakt.school.place.FederalState;
import de.schulpakt.school.place.Germany;
import de.schulpakt.school.place.SchoolFacts;
import de.schulpakt.school.place.SchoolType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands the rows of a register one by one: texts become facts, what is not understood becomes a finding. */
final class SchoolRowReader {
    private static final Pattern CUT = Pattern.compile("(-|/|\\bund|\\bu\\.|\\bder|\\bdes|,|\\()$");
    private static final Pattern WITH_STATE = Pattern.compile("(?:DE-)?([A-Z]{2})-(.+)");
    private static final Pattern DECIMALS = Pattern.compile("\\d+[.,]0+");
    private static final Pattern FOUR = Pattern.compile("\\d{4}");
    private static final Pattern FIVE = Pattern.compile("\\d{5}");
    private static final int NUMBER = 20;
    private static final int NAME_LENGTH = 200;

    private final CsvFile file;
    private final SchoolImportSettings settings;
    private final Map<SchoolField, List<Integer>> columns = new EnumMap<>(SchoolField.class);
    private final Map<String, SchoolField> fields = new HashMap<>();
    private final Map<Integer, List<Finding>> ofFile;
    private final Map<String, SchoolType> understood = new HashMap<>();
    private final Map<SchoolField, String> unreadable = new EnumMap<>(SchoolField.class);
    private CsvRow row;
    private List<Finding> findings;
    private int converted;

    SchoolRowReader(CsvFile file, SchoolImportSettings settings, List<String> assigned) {
        this.file = file;
        this.settings = settings;
        this.ofFile = file.findingsByLine();
        for (int i = 0; i < Math.min(assigned.size(), file.columns().size()); i++) {
            if (!assigned.get(i).isEmpty()) {
                SchoolField field = SchoolField.valueOf(assigned.get(i));
                columns.computeIfAbsent(field, f -> new ArrayList<>()).add(i);
                fields.put(file.columns().get(i), field);
            }
        }
    }

    /** All rows of the file. */
    List<ReadSchool> all() {
        List<ReadSchool> read = new ArrayList<>();
        file.rows().forEach(r -> read.add(read(r)));
        return read;
    }

    /** What is to be said of the file as a whole after its rows were read. */
    List<Finding> findings() {
        return converted == 0 ? List.of() : List.of(Finding.warning(null, column(LATITUDE), null, "school.import.point_converted", converted));
    }

    private boolean takes(SchoolField field) {
        return columns.containsKey(field);
    }

    private ReadSchool read(CsvRow next) {
        row = next;
        findings = new ArrayList<>();
        unreadable.clear();
        for (int line = row.line(); line <= row.lastLine(); line++) {
            ofFile.getOrDefault(line, List.of()).forEach(this::ofCell);
        }
        if (findings.stream().anyMatch(f -> f.error() && f.column() == null)) {
            return new ReadSchool(row.line(), null, text(OFFICIAL_NO), bare(text(NAME)), findings);
        }
        String name = limited(NAME, text(NAME), NAME_LENGTH);
        if (name == null && !unreadable.containsKey(NAME)) {
            error(NAME, null, "school.import.no_name");
        }
        if (name != null && CUT.matcher(name).find()) {
            warn(NAME, name, "school.import.name_cut");
        }
        PostalAddress address = address();
        String number = officialNo();
        String state = state(number);
        BigDecimal[] point = point(FederalState.of(state));
        SchoolFacts facts = new SchoolFacts(name, type(name, state), limited(STREET, address.street(), 160), address.postcode(),
                limited(CITY, address.city(), 120), point[0], point[1], phone(), pupils());
        return new ReadSchool(row.line(), state, withoutState(number, state), facts, findings);
    }

    /** A fault of a cell counts only where the column is taken, and makes the row wrong only where the column is needed. */
    private void ofCell(Finding finding) {
        SchoolField field = finding.column() == null ? null : fields.get(finding.column());
        if (finding.column() == null || field != null && (!finding.error() || field.required())) {
            findings.add(finding);
        } else if (field != null) {
            findings.add(finding.asWarning());
        }
        if (field != null && finding.error()) {
            unreadable.put(field, finding.column());
        }
    }

    private static SchoolFacts bare(String name) {
        return new SchoolFacts(name, null, null, null, null, null, null, null, null);
    }

    private String officialNo() {
        String text = text(OFFICIAL_NO);
        if (text == null) {
            if (!unreadable.containsKey(OFFICIAL_NO)) {
                error(OFFICIAL_NO, null, takes(OFFICIAL_NO) ? "school.import.no_number" : "school.import.no_number_column");
            }
            return null;
        }
        if (SchoolNumbers.spoiled(text)) {
            error(OFFICIAL_NO, text, "school.import.number_spoiled");
        } else if (DECIMALS.matcher(text).matches()) {
            String whole = text.replaceAll("[.,]0+$", "");
            warn(OFFICIAL_NO, text, "school.import.number_decimals", whole);
            return whole;
        }
        if (text.length() > NUMBER) {
            error(OFFICIAL_NO, text, "school.import.too_long", NUMBER, text.length());
        }
        return text;
    }

    private SchoolType type(String name, String state) {
        String text = text(TYPE);
        if (text == null) {
            if (Offices.named(name)) {
                error(TYPE, name, "school.import.office");
            } else if (settings.typeDefault() == null && !unreadable.containsKey(TYPE)) {
                error(TYPE, null, takes(TYPE) ? "school.import.no_type" : "school.import.no_type_column");
            }
            return settings.typeDefault();
        }
        SchoolType chosen = settings.types() == null ? null : settings.types().get(text);
        if (chosen != null) {
            return chosen;
        }
        SchoolType type = understood.computeIfAbsent(text + "\n" + state, k -> SchoolTypes.of(text, state));
        if (type == null) {
            error(TYPE, text, Offices.named(text) || Offices.named(name) ? "school.import.office" : "school.import.unknown_type");
        } else if (Offices.named(name)) {
            warn(NAME, name, "school.import.office_name");
        }
        return type;
    }

    /** What the file says, or the number does (HE-3149), or the settings. */
    private String state(String number) {
        String text = text(STATE);
        Matcher within = WITH_STATE.matcher(number == null ? "" : number);
        if (text == null && within.matches() && FederalState.of(within.group(1)) != null) {
            return within.group(1);
        }
        if (text == null) {
            if (settings.stateCode() == null && !unreadable.containsKey(STATE)) {
                error(STATE, null, "school.import.no_state");
            }
            return settings.stateCode();
        }
        FederalState state = FederalState.of(text);
        if (state == null) {
            error(STATE, text, "school.import.unknown_state");
        }
        return state == null ? null : state.name();
    }

    private static String withoutState(String number, String state) {
        Matcher within = WITH_STATE.matcher(number == null ? "" : number);
        return within.matches() && within.group(1).equals(state) ? within.group(2).strip() : number;
    }

    private PostalAddress address() {
        PostalAddress whole = takes(ADDRESS) ? PostalAddress.of(text(ADDRESS)) : new PostalAddress(null, null, null);
        if (text(ADDRESS) != null && whole.postcode() == null && !takes(POSTCODE) && !takes(CITY)) {
            warn(ADDRESS, text(ADDRESS), "school.import.address_whole");
        }
        String street = Fold.text(or(text(STREET), "") + " " + or(text(HOUSE_NUMBER), ""));
        return new PostalAddress(or(street, whole.street()), postcode(or(text(POSTCODE), whole.postcode())),
                or(text(CITY), whole.city()));
    }

    private String postcode(String text) {
        if (text == null) {
            return null;
        }
        if (FIVE.matcher(text).matches()) {
            return text;
        }
        String digits = text.replaceAll("^(?i:D|DE)[- ]?(?=\\d)", "").replaceAll("[.,]0+$", "").replace(" ", "");
        if (FOUR.matcher(digits).matches()) {
            warn(POSTCODE, text, "school.import.postcode_zero", "0" + digits);
            return "0" + digits;
        }
        if (!FIVE.matcher(digits).matches()) {
            warn(POSTCODE, text, "school.import.postcode");
            return null;
        }
        return digits;
    }

    private BigDecimal[] point(FederalState state) {
        BigDecimal latitude = degrees(LATITUDE);
        BigDecimal longitude = degrees(LONGITUDE);
        BigDecimal[] none = {null, null};
        if (latitude == null || longitude == null) {
            if ((latitude != null || longitude != null) && text(LATITUDE) == null ^ text(LONGITUDE) == null) {
                warn(latitude == null ? LATITUDE : LONGITUDE, null, "school.import.half_point");
            }
            return none;
        }
        if (latitude.signum() == 0 && longitude.signum() == 0) {
            warn(LATITUDE, text(LATITUDE), "school.import.zero_point");
            return none;
        }
        if (Germany.holds(latitude, longitude)) {
            return new BigDecimal[] {latitude, longitude};
        }
        String both = text(LATITUDE) + " / " + text(LONGITUDE);
        if (Metres.are(latitude, longitude)) {
            Metres.Point point = Metres.degrees(latitude, longitude, text(EPSG), state);
            if (point == null) {
                warn(LATITUDE, both, "school.import.point_metres");
                return none;
            }
            converted++;
            return new BigDecimal[] {point.latitude(), point.longitude()};
        }
        if (Germany.holds(longitude, latitude)) {
            warn(LATITUDE, both, "school.import.point_swapped");
            return new BigDecimal[] {longitude, latitude};
        }
        warn(LATITUDE, both, "school.import.point_outside");
        return none;
    }

    private BigDecimal degrees(SchoolField field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        BigDecimal number = Decimals.of(text.replaceAll("[°NEO]", ""), false);
        if (number == null) {
            warn(field, text, "school.import.unreadable_number");
        }
        return number;
    }

    private Integer pupils() {
        String text = text(PUPILS);
        if (text == null || "-".equals(text)) {
            return null;
        }
        BigDecimal number = Decimals.of(text, true);
        if (number == null || number.signum() < 0 || number.stripTrailingZeros().scale() > 0
                || number.compareTo(BigDecimal.valueOf(100_000)) > 0) {
            warn(PUPILS, text, "school.import.pupils");
            return null;
        }
        return number.intValue();
    }

    private String phone() {
        String text = text(PHONE);
        if (text != null && text.matches("\\d+[.,]?\\d*[eE]\\+?\\d+")) {
            warn(PHONE, text, "school.import.phone_spoiled");
            return null;
        }
        String code = text(AREA_CODE);
        return limited(PHONE, text == null || code == null ? text : code + " " + text, 60);
    }

    /** What is too long makes a row wrong where it is needed, and is left out otherwise. */
    private String limited(SchoolField field, String text, int most) {
        if (text == null || text.length() <= most) {
            return text;
        }
        if (field.required()) {
            error(field, text, "school.import.too_long", most, text.length());
            return text;
        }
        warn(field, text, "school.import.too_long", most, text.length());
        return null;
    }

    private String text(SchoolField field) {
        List<Integer> from = columns.get(field);
        if (from == null || unreadable.containsKey(field)) {
            return null;
        }
        if (from.size() == 1) {
            return cleaned(row.value(from.get(0)));
        }
        StringBuilder joined = new StringBuilder();
        from.forEach(i -> joined.append(or(cleaned(row.value(i)), "")).append(' '));
        return Fold.text(joined.toString());
    }

    /** What programs write when they have nothing to say is nothing. */
    private static String cleaned(String value) {
        String folded = Fold.text(value);
        return folded == null || folded.equalsIgnoreCase("null") || folded.equals("\\N") || folded.equalsIgnoreCase("n/a")
                || folded.equalsIgnoreCase("nan") ? null : folded;
    }

    private void error(SchoolField field, String value, String code, Object... args) {
        findings.add(Finding.error(row.line(), column(field), value, code, args));
    }

    private void warn(SchoolField field, String value, String code, Object... args) {
        findings.add(Finding.warning(row.line(), column(field), value, code, args));
    }

    private String column(SchoolField field) {
        List<Integer> from = columns.getOrDefault(field, columns.get(ADDRESS));
        boolean address = field == STREET || field == POSTCODE || field == CITY;
        return columns.containsKey(field) || address && from != null ? file.columns().get(from.get(0)) : null;
    }

    private static String or(String first, String second) {
        return first != null ? first : second;
    }
}
