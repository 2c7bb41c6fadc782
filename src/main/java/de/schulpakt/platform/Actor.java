package de.schulpakt.platform;

/** Who acts now. The identity module implements it; history and postings name the actor. */
public interface Actor {
    /** Id of the user, null when the system itself acts. */
    Long id();

    /** Name as it is to stand in the history. */
    String name();

    /** Name of the person for whom this is done by a deputy; null if it is done by one's own right. */
    default String onBehalfOf() {
        return null;
    }
}
