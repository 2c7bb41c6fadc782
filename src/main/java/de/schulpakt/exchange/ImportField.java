package de.schulpakt.exchange;

import java.util.List;

/** Something that an import can take from a column; an enum of the importing module implements it. */
public interface ImportField {
    /** Its constant name, which is kept in the settings. */
    String name();

    /**
     * How columns with it are called, the surest first: small letters and digits only, ä as ae, ß as ss, no blanks. Names
     * from several languages and states stand side by side.
     */
    List<String> synonyms();
}
