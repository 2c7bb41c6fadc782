package de.schulpakt.identity.register;

import de.schulpakt.identity.Permission;
import java.util.Set;

/**
 * An area's entry in the rail. A room brings it as a CDI producer; the shell shows those that the person may use.
 *
 * @param area  name of the icon; its word stands under {@code shell.area.<area>}, pages name it to be marked there
 * @param place smaller stands further up
 * @param href  its first page, from the root of the application
 * @param anyOf permissions of which one is enough; none: for everybody who is signed in
 */
public record NavEntry(String area, int place, String href, Set<Permission> anyOf) {
    /** For who has one of the permissions. */
    public NavEntry(String area, int place, String href, Permission... anyOf) {
        this(area, place, href, Set.of(anyOf));
    }
}
