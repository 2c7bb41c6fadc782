package de.schulpakt.school.register;

import de.schulpakt.platform.text.Fold;
import de.schulpakt.school.place.SchoolRegister;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds a stored school by a number of a file: the same number however its letters are written, one that lost or regained its
 * leading zeros in a spreadsheet, and one like 5E120 that a spreadsheet took for a number and wrote as 5E+120. Only what can
 * mean one school, which no other row of the file names by its whole number, is found.
 */
final class SchoolNumbers {
    private static final Pattern SPOILED = Pattern.compile("\\d+[.,]\\d+[eE][+-]?\\d{1,4}|\\d+[eE][+-]\\d{1,4}");
    private static final Pattern POWER = Pattern.compile("\\d+[eE]\\d{1,4}");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private final Map<String, SchoolRegister.Stored> whole = new HashMap<>();
    private final Map<String, SchoolRegister.Stored> bare = new HashMap<>();
    private final Map<String, SchoolRegister.Stored> powers = new HashMap<>();
    private final Set<String> doubtful = new HashSet<>();
    private final Set<String> named = new HashSet<>();

    SchoolNumbers(List<SchoolRegister.Stored> stored, Collection<ReadSchool> file) {
        for (SchoolRegister.Stored school : stored) {
            String number = Fold.key(school.officialNo());
            whole.put(key(school.stateCode(), school.officialNo()), school);
            if (DIGITS.matcher(number).matches()) {
                put(bare, school.stateCode() + " " + stripped(number), school);
            } else if (POWER.matcher(number).matches()) {
                put(powers, school.stateCode() + " " + value(number), school);
            }
        }
        file.forEach(r -> named.add(key(r.stateCode(), r.officialNo())));
    }

    /** The key by which a number is the same as another. */
    static String key(String state, String number) {
        return state + " " + Fold.key(number);
    }

    /** True for a number that a spreadsheet has taken for a large one; its digits may be lost. */
    static boolean spoiled(String number) {
        return SPOILED.matcher(number).matches();
    }

    /** The school that is meant, or null. */
    SchoolRegister.Stored of(String state, String number) {
        SchoolRegister.Stored exact = whole.get(key(state, number));
        if (exact != null) {
            return exact;
        }
        SchoolRegister.Stored like = DIGITS.matcher(number).matches() ? sure(bare, state + " " + stripped(number))
                : spoiled(number) ? sure(powers, state + " " + value(number.replace(',', '.'))) : null;
        return like == null || named.contains(key(like.stateCode(), like.officialNo())) ? null : like;
    }

    private void put(Map<String, SchoolRegister.Stored> map, String key, SchoolRegister.Stored school) {
        if (map.put(key, school) != null) {
            doubtful.add(key);
        }
    }

    private SchoolRegister.Stored sure(Map<String, SchoolRegister.Stored> map, String key) {
        return doubtful.contains(key) ? null : map.get(key);
    }

    private static String stripped(String digits) {
        return digits.replaceFirst("^0+(?=\\d)", "");
    }

    private static String value(String number) {
        BigDecimal plain = new BigDecimal(number).stripTrailingZeros();
        return plain.unscaledValue() + "E" + -plain.scale();
    }
}
