package de.schulpakt.demo;

import de.schulpakt.identity.Grant;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.provider.ClaimRules;
import de.schulpakt.notice.answer.AnswerDesk;
import de.schulpakt.notice.hook.Hooks;
import de.schulpakt.notice.talk.Comments;
import de.schulpakt.paper.Intake;
import de.schulpakt.paper.Papers;
import de.schulpakt.paper.Received;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/** What people of the demo say to each other, and what its administrator has set up for other programs. */
@ApplicationScoped
class DemoTalk {
    @Inject
    Comments comments;
    @Inject
    Intake intake;
    @Inject
    Papers papers;
    @Inject
    Hooks hooks;
    @Inject
    ClaimRules rules;
    @Inject
    AnswerDesk desk;

    Long say(Long school, String text, boolean internal) {
        return comments.write(new Comments.Write("School", school, text, internal));
    }

    /** A list as a text file at a comment that was written just now. */
    void attach(Long comment) {
        byte[] list = "Etagenverteiler EV2\n\n1.10  Physik\n1.12  Klassenraum, abgenommen\n1.14  Klassenraum, gemessen\n1.16  Lehrerzimmer\n"
                .getBytes(StandardCharsets.UTF_8);
        try (Received file = intake.take(new ByteArrayInputStream(list), "Raeume-am-EV2.txt")) {
            papers.attach("Comment", comment, new Papers.Attach("OTHER", "Räume am Etagenverteiler 2", null), file);
        }
    }

    /** A webhook that is off: the demo sends nothing anywhere. */
    void hook() {
        hooks.create(new Hooks.Describe(null, "Auftragsverwaltung des Rechenzentrums", "https://example.org/schulpakt", List.of("Ticket", "Device"), null, null, false));
    }

    /** Somebody whom nobody knows has written to the address for answers. */
    void mail() {
        try {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
            message.setFrom(new InternetAddress("elternbeirat@example.org"));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress("antwort@example.org"));
            message.setSubject("WLAN in der Aula", "UTF-8");
            message.setText("Guten Tag,\n\nin der Aula ist das WLAN seit Montag sehr langsam. An wen können wir uns wenden?\n\nMit freundlichen Grüßen\nder Elternbeirat", "UTF-8");
            message.saveChanges();
            desk.take(message);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What an identity provider of the city would say of its technicians. */
    void rule() {
        rules.add(new ClaimRules.Add("groups", "KRZ-Schulnetz", new Grant(Role.TECHNICIAN, null, null)));
    }
}
