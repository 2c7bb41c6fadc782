package de.schulpakt.funding.programme;

import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Years of a binding that may depend on the grant, as in Saxony (SächsSchulInfraVO: 5 years up to 150,000 EUR, 12 years above). Written
 * {@code 5,15000000=12}: the years, then for each band the amount in cents above which other years hold.
 *
 * @param base  up to the first amount
 * @param above years by the amount of the grant in cents that is exceeded
 */
public record Years(int base, TreeMap<Long, Integer> above) {
    static final String PATTERN = "\\d{1,2}(,[1-9]\\d{0,14}=\\d{1,2}){0,3}";

    /** What a value says that {@link RuleKind#reads} has accepted. */
    public static Years parse(String value) {
        String[] parts = value.split(",");
        TreeMap<Long, Integer> above = new TreeMap<>();
        Arrays.stream(parts).skip(1).forEach(band -> above.put(Long.valueOf(band.substring(0, band.indexOf('='))),
                Integer.valueOf(band.substring(band.indexOf('=') + 1))));
        return new Years(Integer.parseInt(parts[0]), above);
    }

    /** True if the bands stand in ascending order, each once. */
    static boolean ascend(String value) {
        List<Long> amounts = Arrays.stream(value.split(",")).skip(1).map(band -> Long.valueOf(band.substring(0, band.indexOf('=')))).toList();
        return amounts.stream().sorted().distinct().toList().equals(amounts);
    }

    /** The years for a grant of so many cents. */
    public int of(long grantCents) {
        return above.isEmpty() || above.lowerKey(grantCents) == null ? base : above.lowerEntry(grantCents).getValue();
    }

    /** True if they depend on the grant. */
    public boolean banded() {
        return !above.isEmpty();
    }

    /** Every number of years that may come of it. */
    public List<Integer> all() {
        List<Integer> all = new ArrayList<>(List.of(base));
        all.addAll(above.values());
        return all.stream().distinct().toList();
    }

    Object said() {
        List<Sentence> parts = new ArrayList<>(List.of(Sentence.of("funding.value.years", base)));
        above.forEach((cents, years) -> parts.add(Sentence.of("funding.value.years_over", Money.of(cents), years)));
        return parts.size() == 1 ? parts.get(0) : parts;
    }
}
