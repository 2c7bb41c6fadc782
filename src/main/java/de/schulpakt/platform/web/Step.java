package de.schulpakt.platform.web;

/**
 * One step of a progress line.
 *
 * @param status done, now or next
 * @param note   a day or a few words, or null
 */
public record Step(String label, String status, String note) {
}
