package de.schulpakt.identity.register;

import de.schulpakt.identity.Permission;

/**
 * A card on the page of the administration. A room brings it as a CDI producer.
 *
 * @param key        its title and its sentence stand under {@code admin.<key>} and {@code admin.<key>_text}
 * @param place      smaller stands further up
 * @param href       the page, from the root of the application
 * @param permission who sees it; null: everybody who is signed in
 */
public record AdminEntry(String key, int place, String href, Permission permission) {
}
