package de.schulpakt.exchange;

import de.schulpakt.platform.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Something that an import can take from a column: a constant of an enum of the importing room, or what people have named themselves. */
public interface ImportField {
    /** Its constant name, which is kept in the settings. */
    String name();

    /**
     * How columns with it are called, the surest first: small letters and digits only, ä as ae, ß as ss, no blanks. Names
     * from several languages and states stand side by side.
     */
    List<String> synonyms();

    /**
     * Synonyms that say little: a column called so is taken only if there is no surer name, or nothing in that column is
     * understood. An empty column of a sure name stays, for it says that the file does not have such values.
     */
    default Set<String> vague() {
        return Set.of();
    }

    /** False for a text that cannot be such a value: of two columns that could be meant, the one that is understood is taken. */
    default boolean understands(String value) {
        return true;
    }

    /** How it is called. */
    default String label(Locale locale) {
        return Texts.get(locale, (Enum<?>) this);
    }

    /** True if a row without it, or with an unreadable one, is wrong; what is not required never makes a row wrong. */
    default boolean required() {
        return false;
    }
}
