package de.schulpakt.procurement.bank;

import de.schulpakt.platform.Refused;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The notation of accounts and of texts in payments within the euro area (ISO 13616, ISO 9362, character set of the EPC). */
public final class Sepa {
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final Pattern BIC = Pattern.compile("[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cf}]+");
    private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9/?:().,'+ -]");
    private static final Pattern SPACES = Pattern.compile(" +");
    private static final BigInteger MODULUS = BigInteger.valueOf(97);
    private static final int GERMAN_LENGTH = 22;
    private static final int HEAD = 4;
    private static final int NAME = 40;
    private static final Map<String, String> LETTERS = Map.of("ä", "ae", "ö", "oe", "ü", "ue", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "ß", "ss", "&", "+");

    private Sepa() {
    }

    /**
     * An account without blanks and in capitals.
     *
     * @throws Refused {@code bank.iban_wrong} if length or check digits are wrong
     */
    public static String iban(String typed) {
        String iban = BLANKS.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        if (!IBAN.matcher(iban).matches() || iban.startsWith("DE") && (iban.length() != GERMAN_LENGTH || !iban.substring(HEAD).matches("\\d+"))
                || !checks(iban)) {
            throw new Refused("bank.iban_wrong", typed.strip());
        }
        return iban;
    }

    private static boolean checks(String iban) {
        StringBuilder digits = new StringBuilder();
        (iban.substring(HEAD) + iban.substring(0, HEAD)).chars().forEach(c -> digits.append(Character.digit(c, Character.MAX_RADIX)));
        return new BigInteger(digits.toString()).mod(MODULUS).equals(BigInteger.ONE);
    }

    /**
     * A bank, null for none.
     *
     * @throws Refused {@code bank.bic_wrong} if it is not written as one
     */
    public static String bic(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String bic = BLANKS.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        if (!BIC.matcher(bic).matches()) {
            throw new Refused("bank.bic_wrong", typed.strip());
        }
        return bic;
    }

    /** A text in the letters that every bank takes, of so many at most. */
    public static String text(String any, int most) {
        String text = any;
        for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
            text = text.replace(letter.getKey(), letter.getValue());
        }
        text = SPACES.matcher(OTHER.matcher(java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD).replaceAll("\\p{M}", "")).replaceAll(" "))
                .replaceAll(" ").strip();
        return text.length() > most ? text.substring(0, most).strip() : text;
    }

    /** A holder as histories and notices name it, cut where it is too long. */
    public static String name(String holder) {
        return holder.codePointCount(0, holder.length()) <= NAME ? holder : holder.substring(0, holder.offsetByCodePoints(0, NAME - 1)) + "…";
    }

    /** An account in groups of four, for people. */
    public static String shown(String iban) {
        return iban == null ? "" : iban.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
