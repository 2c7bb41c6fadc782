package de.schulpakt.exchange.table;

import java.util.ArrayList;
import java.util.List;

/**
 * Sees that the umlauts of a column were turned into other letters by a conversion before us: G?rres, G³ls, Gr}n, SchÃ¼ler.
 * What the bytes of the file say is then right, and only the words tell.
 */
final class Umlauts {
    /** Signs that never stand within a word, and what the common wrong conversions make of ä ö ü Ä Ö Ü ß. */
    private static final String SIGNS = "?¿„”‚™…†‡÷³▄▀─═‰ˆ¸¤¶¼¢¦{|}~^‹›\u0081\u0084\u008e\u0094\u0099\u009a\ufffd";
    /** Letters of other languages that stand for umlauts after a conversion. */
    private static final String LETTERS = "õÕáÁšŠžŽŸÍƒ§ýþðºªﬂÊØ";
    private static final int LONG = 250;
    private static final int FEW = 3;
    private static final int MANY = 5;

    private Umlauts() {
    }

    /** One warning per column whose umlauts are damaged. */
    static List<Finding> check(List<String> columns, List<CsvRow> rows) {
        List<Finding> found = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            int signs = 0;
            int letters = 0;
            int whole = 0;
            String example = null;
            for (CsvRow row : rows) {
                String value = row.value(column);
                int kind = kind(value);
                signs += kind == 1 ? 1 : 0;
                letters += kind == 2 ? 1 : 0;
                whole += kind == 0 && umlaut(value) ? 1 : 0;
                example = example == null && kind > 0 ? value : example;
            }
            if (signs >= FEW && signs > whole || signs + letters >= MANY && whole == 0) {
                found.add(Finding.warning(null, columns.get(column), example, "csv.damaged", signs + letters));
            }
        }
        return found;
    }

    /** 1 for a sign within a word, 2 for a foreign letter within one, 0 for neither. Addresses of the net are no words. */
    private static int kind(String value) {
        if (value.length() > LONG || value.indexOf('=') >= 0 || value.indexOf('@') >= 0 || value.contains("://") || value.indexOf('\u00c3') >= 0) {
            return 0;
        }
        int kind = 0;
        for (int i = 1; i < value.length() - 1; i++) {
            char c = value.charAt(i);
            if ((c > 0x7e || "?{|}~^".indexOf(c) >= 0) && Character.isLetter(value.charAt(i - 1)) && small(value.charAt(i + 1))) {
                if (SIGNS.indexOf(c) >= 0) {
                    return 1;
                }
                kind = LETTERS.indexOf(c) >= 0 ? 2 : kind;
            }
        }
        return kind;
    }

    private static boolean umlaut(String value) {
        for (int i = 0; i < value.length(); i++) {
            if ("äöüÄÖÜß".indexOf(value.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean small(char c) {
        return c >= 'a' && c <= 'z';
    }
}
