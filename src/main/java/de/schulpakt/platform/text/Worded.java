package de.schulpakt.platform.text;

import java.util.Locale;

/** Something of several parts that has words of its own, e.g. a role and where it holds. */
public interface Worded {
    /** As people read it. */
    String told(Locale locale);
}
