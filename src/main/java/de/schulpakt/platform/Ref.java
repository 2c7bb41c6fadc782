package de.schulpakt.platform;

/**
 * Points at one subject: its type (the entity's name), its id and the number or name by which people know it.
 */
public record Ref(String type, long id, String no) {
}
