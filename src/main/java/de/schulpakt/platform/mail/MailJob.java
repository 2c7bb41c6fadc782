package de.schulpakt.platform.mail;

import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends what is due, one letter after the other over one connection. */
@ApplicationScoped
public class MailJob implements JobKind {
    static final String NAME = "mail";
    private static final Logger LOG = Logger.getLogger(MailJob.class.getName());
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int MOST_AT_ONCE = 500;

    @Inject
    Mails mails;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JobTime time() {
        return JobTime.every(Duration.ofSeconds(30));
    }

    @Override
    public void run(JobRun run) {
        MailSettings settings = MailSettings.read();
        if (!settings.on()) {
            return;
        }
        Session session = Session.getInstance(settings.session());
        Optional<MailRow.Outgoing> letter = mails.next();
        if (letter.isEmpty()) {
            return;
        }
        int sent = 0;
        int failed = 0;
        try (Transport transport = session.getTransport("smtp")) {
            for (int i = 0; i < MOST_AT_ONCE && letter.isPresent(); i++) {
                if (!transport.isConnected() && !connected(transport, settings, letter.get(), run)) {
                    return;
                }
                if (send(transport, session, settings, letter.get())) {
                    sent++;
                } else {
                    failed++;
                }
                letter = run.stopped() || run.cancelled() ? Optional.empty() : mails.next();
            }
            letter.ifPresent(left -> {
                mails.putBack(left.id(), null);
                run.again();
            });
        } catch (MessagingException e) {
            LOG.log(Level.FINE, "the goodbye failed: what was sent is sent", e);
        }
        if (failed > 0) {
            run.warns("job.kind.mail_sent", sent, failed);
        } else {
            run.says("job.kind.mail_sent", sent, failed);
        }
    }

    private boolean connected(Transport transport, MailSettings settings, MailRow.Outgoing letter, JobRun run) {
        try {
            transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
            return true;
        } catch (MessagingException e) {
            mails.putBack(letter.id(), e.getMessage());
            run.warns("job.kind.mail_away", settings.host(), e.getMessage());
            return false;
        }
    }

    private boolean send(Transport transport, Session session, MailSettings settings, MailRow.Outgoing letter) {
        try {
            MimeMessage message = message(session, settings, letter);
            transport.sendMessage(message, message.getAllRecipients());
            mails.sent(letter.id());
            return true;
        } catch (SendFailedException e) {
            // the server has read the recipient and said no
            mails.failed(letter.id(), reason(e), e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0);
        } catch (MessagingException | UnsupportedEncodingException e) {
            mails.failed(letter.id(), String.valueOf(e.getMessage()), false);
        }
        return false;
    }

    private static String reason(SendFailedException e) {
        return e.getNextException() == null ? e.getMessage() : e.getNextException().getMessage();
    }

    private static MimeMessage message(Session session, MailSettings settings, MailRow.Outgoing letter)
            throws MessagingException, UnsupportedEncodingException {
        Named message = new Named(session, "<" + letter.name() + "." + letter.writtenAt().getEpochSecond() + "@" + settings.domain() + ">");
        message.setFrom(new InternetAddress(settings.from(), "Schulpakt", UTF_8));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.recipient(), letter.recipientName(), UTF_8));
        message.setSubject(letter.subject(), UTF_8);
        message.setSentDate(Date.from(letter.writtenAt()));
        // RFC 3834: programs that answer by themselves do not answer this
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.replyTo() != null) {
            message.setReplyTo(new InternetAddress[] {new InternetAddress(letter.replyTo())});
        }
        if (letter.unsubscribe() != null) {
            message.setHeader("List-Unsubscribe", "<" + letter.unsubscribe() + ">");
        }
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.body(), UTF_8, "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(letter.html(), UTF_8, "html");
        MimeMultipart words = new MimeMultipart("alternative", text, html);
        message.setContent(letter.files().isEmpty() ? words : with(words, letter.files()));
        message.saveChanges();
        return message;
    }

    private static MimeMultipart with(MimeMultipart words, List<Letter.File> files) throws MessagingException, UnsupportedEncodingException {
        MimeMultipart all = new MimeMultipart("mixed");
        MimeBodyPart first = new MimeBodyPart();
        first.setContent(words);
        all.addBodyPart(first);
        for (Letter.File file : files) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.content(), file.mediaType())));
            part.setFileName(MimeUtility.encodeText(file.name(), UTF_8, null));
            part.setDisposition(Part.ATTACHMENT);
            all.addBodyPart(part);
        }
        return all;
    }

    /** A message whose id is its own and not one that the library makes up at each try. */
    private static final class Named extends MimeMessage {
        private final String id;

        Named(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
