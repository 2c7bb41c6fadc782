package de.schulpakt.identity.register.web;

/**
 * One entry of the rail.
 *
 * @param count what waits there, 0 for nothing
 */
public record ShellEntry(String area, String text, String href, long count) {
}
