package de.schulpakt.school.register;

import de.schulpakt.exchange.Decimals;
import de.schulpakt.platform.Fold;
import de.schulpakt.school.place.FederalState;
import de.schulpakt.school.place.Germany;
import de.schulpakt.school.place.SchoolFacts;
import de.schulpakt.school.place.SchoolType;
import static de.schulpakt.school.register.SchoolField.ADDRESS;
import static de.schulpakt.school.register.SchoolField.AREA_CODE;
import static de.schulpakt.school.register.SchoolField.CITY;
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

import de.schulpakt.exchange.CsvFile;
import de.schulpakt.exchange.CsvRow;
import de.schulpakt.exchange.Finding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Understands the rows of a register one by one: texts become facts, what is not understood becomes a finding. */
final class SchoolRowReader {
    private static final Pattern SPOILED = Pattern.compile("\\d+([.,]\\d+)?[eE]\\+?\\d+");
    private static final Pattern CUT = Pattern.compile(".*(-|/|\\bund|\\bu\\.|\\bder|\\bdes|,|\\()$");
    private static final int NUMBER = 20;
    private static final int POSTCODE_DIGITS = 5;
    private static final BigDecimal UTM = BigDecimal.valueOf(1000);

    private final CsvFile file;
    private final SchoolImportSettings settings;
    private final Map<SchoolField, List<Integer>> columns = new EnumMap<>(SchoolField.class);
    private final Map<Integer, List<Finding>> ofFile;
    private CsvRow row;
    private List<Finding> findings;

    SchoolRowReader(CsvFile file, SchoolImportSettings settings) {
        this.file = file;
        this.settings = settings;
        this.ofFile = file.findingsByLine();
        for (int i = 0; i < Math.min(settings.columns().size(), file.columns().size()); i++) {
            if (!settings.columns().get(i).isEmpty()) {
                columns.computeIfAbsent(SchoolField.valueOf(settings.columns().get(i)), f -> new ArrayList<>()).add(i);
            }
        }
    }

    boolean takes(SchoolField field) {
        return columns.containsKey(field);
    }

    ReadSchool read(CsvRow next) {
        row = next;
        findings = new ArrayList<>();
        for (int line = row.line(); line <= row.lastLine(); line++) {
            findings.addAll(ofFile.getOrDefault(line, List.of()));
        }
        if (findings.stream().anyMatch(Finding::error)) {
            return new ReadSchool(row.line(), null, text(OFFICIAL_NO), bare(text(NAME)), false, findings);
        }
        String name = limited(NAME, text(NAME), 200);
        if (name == null) {
            error(NAME, null, "school.import.no_name");
        }
        boolean cut = name != null && CUT.matcher(name).matches();
        if (cut) {
            warn(NAME, name, "school.import.name_cut");
        }
        PostalAddress address = address();
        BigDecimal[] point = point();
        SchoolFacts facts = new SchoolFacts(name, type(), limited(STREET, address.street(), 160), address.postcode(),
                limited(CITY, address.city(), 120), point[0], point[1], phone(), pupils());
        return new ReadSchool(row.line(), state(), officialNo(), facts, cut, findings);
    }

    private static SchoolFacts bare(String name) {
        return new SchoolFacts(name, null, null, null, null, null, null, null, null);
    }

    private String officialNo() {
        String text = text(OFFICIAL_NO);
        if (text == null) {
            error(OFFICIAL_NO, null, takes(OFFICIAL_NO) ? "school.import.no_number" : "school.import.no_number_column");
            return null;
        }
        if (SPOILED.matcher(text).matches()) {
            error(OFFICIAL_NO, text, "school.import.number_spoiled");
        } else if (text.matches("\\d+[.,]0+")) {
            String whole = text.replaceAll("[.,]0+$", "");
            warn(OFFICIAL_NO, text, "school.import.number_decimals", whole);
            return whole;
        }
        return limited(OFFICIAL_NO, text, NUMBER);
    }

    private SchoolType type() {
        String text = text(TYPE);
        if (text == null) {
            if (settings.typeDefault() == null) {
                error(TYPE, null, takes(TYPE) ? "school.import.no_type" : "school.import.no_type_column");
            }
            return settings.typeDefault();
        }
        SchoolType chosen = settings.types() == null ? null : settings.types().get(text);
        SchoolType type = chosen != null ? chosen : SchoolTypes.of(text);
        if (type == null) {
            error(TYPE, text, "school.import.unknown_type");
        }
        return type;
    }

    private String state() {
        String text = text(STATE);
        if (text == null) {
            if (settings.stateCode() == null) {
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

    private PostalAddress address() {
        PostalAddress whole = takes(ADDRESS) ? PostalAddress.of(text(ADDRESS)) : new PostalAddress(null, null, null);
        if (takes(ADDRESS) && text(ADDRESS) != null && whole.postcode() == null) {
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
        String digits = text.replaceAll("^(?i:D|DE)[- ]?(?=\\d)", "").replaceAll("[.,]0+$", "").replace(" ", "");
        if (digits.matches("\\d{4}")) {
            warn(POSTCODE, text, "school.import.postcode_zero", "0" + digits);
            return "0" + digits;
        }
        if (!digits.matches("\\d{" + POSTCODE_DIGITS + "}")) {
            error(POSTCODE, text, "school.import.postcode");
            return null;
        }
        return digits;
    }

    private BigDecimal[] point() {
        BigDecimal latitude = degrees(LATITUDE);
        BigDecimal longitude = degrees(LONGITUDE);
        BigDecimal[] none = {null, null};
        if (latitude == null && longitude == null) {
            return none;
        }
        if (latitude == null || longitude == null) {
            warn(latitude == null ? LATITUDE : LONGITUDE, null, "school.import.half_point");
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
        error(LATITUDE, both, Germany.holds(longitude, latitude) ? "school.import.point_swapped"
                : latitude.abs().compareTo(UTM) > 0 ? "school.import.point_metres" : "school.import.point_outside");
        return none;
    }

    private BigDecimal degrees(SchoolField field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        BigDecimal number = Decimals.of(text.replaceAll("[°NEO]", ""), false);
        if (number == null) {
            error(field, text, "school.import.unreadable_number");
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
            error(PUPILS, text, "school.import.pupils");
            return null;
        }
        return number.intValue();
    }

    private String phone() {
        String text = text(PHONE);
        if (text != null && SPOILED.matcher(text).matches()) {
            warn(PHONE, text, "school.import.phone_spoiled");
            return null;
        }
        String code = text(AREA_CODE);
        return limited(PHONE, text == null || code == null ? text : code + " " + text, 60);
    }

    private String limited(SchoolField field, String text, int most) {
        if (text != null && text.length() > most) {
            error(field, text, "school.import.too_long", most, text.length());
        }
        return text;
    }

    private String text(SchoolField field) {
        List<Integer> from = columns.get(field);
        if (from == null) {
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
