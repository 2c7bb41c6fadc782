package de.schulpakt.platform.mail;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A letter as it is written: plain text and the same as simple HTML come from its parts.
 *
 * @param name        what it is about, of which there is one letter only, such as {@code notice-17}
 * @param recipient   mail address
 * @param recipientName may be null
 * @param subject     without line breaks
 * @param paragraphs  each a paragraph; lines in it stay
 * @param link        where the button leads, null for none
 * @param linkText    the words on it
 * @param foot        why one gets it, and how to get it no more
 * @param unsubscribe address of the page on which to choose, null if it cannot be unsubscribed
 * @param goodUntil  when the secret in it ends: it is not sent later, and its words are kept no longer than until it is sent; null for
 *                   a letter without one
 * @param files      that go with it
 * @param replyTo   where an answer goes; null: to the address from which letters come
 */
public record Letter(String name, String recipient, String recipientName, String subject, List<String> paragraphs, String link, String linkText,
        String foot, String unsubscribe, Instant goodUntil, List<File> files, String replyTo) {
    /** A file that goes with it. */
    public record File(String name, String mediaType, byte[] content) {
    }

    /** A letter that is answered to the address from which letters come. */
    public Letter(String name, String recipient, String recipientName, String subject, List<String> paragraphs, String link, String linkText,
            String foot, String unsubscribe, Instant goodUntil, List<File> files) {
        this(name, recipient, recipientName, subject, paragraphs, link, linkText, foot, unsubscribe, goodUntil, files, null);
    }

    /** The same, answered elsewhere. */
    public Letter answeredTo(String address) {
        return new Letter(name, recipient, recipientName, subject, paragraphs, link, linkText, foot, unsubscribe, goodUntil, files, address);
    }

    /** A letter without files. */
    public Letter(String name, String recipient, String recipientName, String subject, List<String> paragraphs, String link, String linkText,
            String foot, String unsubscribe, Instant goodUntil) {
        this(name, recipient, recipientName, subject, paragraphs, link, linkText, foot, unsubscribe, goodUntil, List.of());
    }

    /** A letter without a secret. */
    public Letter(String name, String recipient, String recipientName, String subject, List<String> paragraphs, String link, String linkText,
            String foot, String unsubscribe) {
        this(name, recipient, recipientName, subject, paragraphs, link, linkText, foot, unsubscribe, null);
    }

    /** What people see who read plain text. */
    String text() {
        return String.join("\n\n", paragraphs) + (link == null ? "" : "\n\n" + linkText + ":\n" + link) + "\n\n-- \n" + foot + "\n";
    }

    /** The same as HTML without styles from elsewhere, pictures or scripts. */
    String html() {
        return "<!DOCTYPE html><html><body style=\"font-family:sans-serif;font-size:16px;line-height:1.5;max-width:38em\">"
                + paragraphs.stream().map(p -> "<p>" + escaped(p).replace("\n", "<br>") + "</p>").collect(Collectors.joining())
                + (link == null ? "" : "<p><a href=\"" + escaped(link) + "\">" + escaped(linkText) + "</a></p>")
                + "<hr><p style=\"font-size:13px\">" + escaped(foot).replace("\n", "<br>") + "</p></body></html>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
