package de.schulpakt.school.register;

import de.schulpakt.platform.text.Fold;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An address that stands in one text: "Gymnasialstr. 3, 56068 Koblenz" or "Gutshof 4 06774 Muldestausee OT Rösa". */
record PostalAddress(String street, String postcode, String city) {
    private static final Pattern STREET_FIRST =
            Pattern.compile("^(.*?)[\\s,;/|-]*\\b(?:D[- ]?)?(\\d{5})\\s*(\\D.*)$", Pattern.DOTALL);
    private static final Pattern TOWN_FIRST = Pattern.compile("^(?:D[- ]?)?(\\d{5})\\s+([^,;]+)[,;]\\s*(.*\\d.*)$");

    /** Takes a text apart; without a postcode all of it is taken for the street, unless it names a town only. */
    static PostalAddress of(String text) {
        String folded = Fold.text(text);
        if (folded == null) {
            return new PostalAddress(null, null, null);
        }
        Matcher town = TOWN_FIRST.matcher(folded);
        if (town.matches()) {
            return new PostalAddress(town.group(3), town.group(1), town.group(2));
        }
        Matcher street = STREET_FIRST.matcher(folded);
        if (street.matches()) {
            return new PostalAddress(Fold.text(street.group(1)), street.group(2), Fold.text(street.group(3)));
        }
        return new PostalAddress(folded, null, null);
    }
}
