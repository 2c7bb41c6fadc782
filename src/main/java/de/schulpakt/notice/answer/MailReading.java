package de.schulpakt.notice.answer;

import de.schulpakt.platform.Sha256;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Reads messages. */
final class MailReading {
    private static final int MOST_TEXT = 1 << 20;
    private static final int MOST_PARTS = 200;
    private static final int DEEPEST = 8;
    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_SENDER = 200;
    private static final Set<String> PRECEDENCES = Set.of("bulk", "list", "junk", "auto_reply");
    private static final List<String> ROBOTS = List.of("mailer-daemon@", "postmaster@", "noreply@", "no-reply@");
    private static final List<String> SENT_TO = List.of("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To");

    private MailReading() {
    }

    /** What the head says; nothing of the words is fetched. */
    static Arrived head(MimeMessage message) throws MessagingException {
        String names = first(message, "Message-ID") + "\n" + first(message, "From") + "\n" + first(message, "Date") + "\n" + first(message, "Subject");
        String subject = message.getSubject();
        return new Arrived(Sha256.hex(names), sender(message), subject == null ? null : Arrived.cut(subject.replaceAll("\\p{Cntrl}+", " ").strip(), LONGEST_SUBJECT),
                recipients(message), automatic(message), "", List.of());
    }

    /** The same with what is said in it. */
    static Arrived whole(MimeMessage message) throws MessagingException, IOException {
        Arrived head = head(message);
        List<Part> parts = parts(message);
        List<String> names = new ArrayList<>();
        for (Part file : files(parts)) {
            names.add(name(file));
        }
        return new Arrived(head.hash(), head.sender(), head.subject(), head.to(), head.automatic(), Arrived.cut(words(parts), Arrived.LONGEST), names);
    }

    /** What is attached; pictures that stand in the text are not. */
    static List<Part> files(MimeMessage message) throws MessagingException, IOException {
        return files(parts(message));
    }

    /** Under which name a file was sent. */
    static String name(Part part) throws MessagingException {
        String sent = part.getFileName();
        try {
            return sent == null ? "" : MimeUtility.decodeText(sent);
        } catch (java.io.UnsupportedEncodingException e) {
            return sent;
        }
    }

    private static List<Part> files(List<Part> parts) throws MessagingException {
        List<Part> found = new ArrayList<>();
        for (Part part : parts) {
            boolean drawn = part.isMimeType("image/*") && part.getHeader("Content-ID") != null && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
            if (!drawn && (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || part.getFileName() != null)) {
                found.add(part);
            }
        }
        return found;
    }

    private static String words(List<Part> parts) throws MessagingException, IOException {
        String html = null;
        for (Part part : parts) {
            if (part.getFileName() == null && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                if (part.isMimeType("text/plain")) {
                    String own = Quotes.cut(text(part));
                    if (!own.isEmpty()) {
                        return own;
                    }
                } else if (part.isMimeType("text/html") && html == null) {
                    html = Quotes.html(text(part));
                }
            }
        }
        return html == null ? "" : html;
    }

    private static String text(Part part) throws MessagingException, IOException {
        Charset charset = StandardCharsets.UTF_8;
        try {
            String named = new jakarta.mail.internet.ContentType(part.getContentType()).getParameter("charset");
            charset = named == null ? charset : Charset.forName(MimeUtility.javaCharset(named));
        } catch (jakarta.mail.internet.ParseException | IllegalArgumentException unknown) {
            charset = StandardCharsets.UTF_8;
        }
        try (InputStream in = part.getInputStream()) {
            return new String(in.readNBytes(MOST_TEXT), charset);
        }
    }

    /** All parts that hold no others, in their order. */
    private static List<Part> parts(Part whole) throws MessagingException, IOException {
        List<Part> found = new ArrayList<>();
        collect(whole, found, 0);
        return found;
    }

    private static void collect(Part part, List<Part> found, int depth) throws MessagingException, IOException {
        if (found.size() > MOST_PARTS || depth > DEEPEST) {
            throw new MessagingException("has too many parts");
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart many) {
            for (int i = 0; i < many.getCount(); i++) {
                BodyPart one = many.getBodyPart(i);
                collect(one, found, depth + 1);
            }
        } else {
            found.add(part);
        }
    }

    private static String sender(MimeMessage message) throws MessagingException {
        Address[] from = message.getFrom();
        return from == null || from.length != 1 || !(from[0] instanceof InternetAddress one) || one.getAddress() == null ? null
                : Arrived.cut(one.getAddress().toLowerCase(Locale.ROOT), LONGEST_SENDER);
    }

    private static List<String> recipients(MimeMessage message) throws MessagingException {
        List<String> found = new ArrayList<>();
        for (String header : SENT_TO) {
            String all = message.getHeader(header, ",");
            if (all != null) {
                Arrays.stream(InternetAddress.parseHeader(all, false)).map(InternetAddress::getAddress).filter(Objects::nonNull)
                        .map(a -> a.toLowerCase(Locale.ROOT)).forEach(found::add);
            }
        }
        return found;
    }

    private static boolean automatic(MimeMessage message) throws MessagingException {
        String submitted = first(message, "Auto-Submitted");
        String sender = String.valueOf(sender(message));
        return !submitted.isEmpty() && !submitted.toLowerCase(Locale.ROOT).startsWith("no")
                || PRECEDENCES.contains(first(message, "Precedence").toLowerCase(Locale.ROOT))
                || !first(message, "X-Auto-Response-Suppress").isEmpty() || !first(message, "X-Autoreply").isEmpty() || !first(message, "X-Autorespond").isEmpty()
                || !first(message, "List-Id").isEmpty() || "<>".equals(first(message, "Return-Path")) || message.isMimeType("multipart/report")
                || ROBOTS.stream().anyMatch(sender::startsWith);
    }

    private static String first(MimeMessage message, String name) throws MessagingException {
        String[] all = message.getHeader(name);
        return all == null || all.length == 0 || all[0] == null ? "" : all[0].strip();
    }
}
