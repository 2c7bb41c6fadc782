package de.schulpakt.paper.print;

import java.util.Locale;

/**
 * A kind of printed papers. A room brings it as a bean of CDI, application-scoped; its name stands under {@code print.<name>} and a
 * sentence on when it is used under {@code print.<name>_text}.
 */
public interface Printable {
    /** Its name in addresses, e.g. {@code order-sheet}. */
    String name();

    /** Type of the subjects that such papers are of, as in {@link de.schulpakt.platform.Ref}. */
    String subject();

    /** Code of the kind of papers as which it is kept at its subject, null if it is not kept there. */
    String kept();

    /** False where the history does not name who signs, because the name is erased by a rule of the room. */
    default boolean names() {
        return true;
    }

    /**
     * What the paper of a subject says now. Asks the guard as the page of the subject does.
     *
     * @param authority for papers that may be narrowed to one authority, else ignored
     */
    Sheet sheet(long id, Long authority, Locale locale);
}
