package de.schulpakt.platform.mail;

import de.schulpakt.platform.Setting;
import java.net.URI;
import java.util.Locale;
import java.util.Properties;

/**
 * The mail server, from {@code SCHULPAKT_MAIL_...}.
 *
 * @param host null where there is no mail
 * @param tls  {@code starttls} (demanded), {@code tls} or {@code none}
 * @param base the address under which people reach the installation, for links
 */
public record MailSettings(String host, int port, String user, String password, String from, String tls, String base) {
    private static final String CONNECT_MILLIS = "5000";
    private static final String ANSWER_MILLIS = "15000";
    private static final int SUBMISSION = 587;

    /** As the operator has set them; read anew each time. */
    public static MailSettings read() {
        String base = Setting.text("schulpakt.base.url", "http://localhost:8080");
        String host = Setting.text("schulpakt.mail.host");
        return new MailSettings(host, Setting.number("schulpakt.mail.port", 1, SUBMISSION), Setting.text("schulpakt.mail.user"),
                Setting.text("schulpakt.mail.password"), Setting.text("schulpakt.mail.from", "schulpakt@" + domain(base)), Setting.text("schulpakt.mail.tls", "starttls").toLowerCase(Locale.ROOT),
                base.replaceAll("/+$", ""));
    }

    /** True if letters can be sent at all. */
    public boolean on() {
        return host != null;
    }

    /** The right side of a Message-ID. */
    String domain() {
        return domain(base);
    }

    Properties session() {
        Properties p = new Properties();
        p.put("mail.transport.protocol", "smtp");
        p.put("mail.smtp.host", host);
        p.put("mail.smtp.port", String.valueOf(port));
        p.put("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        p.put("mail.smtp.timeout", ANSWER_MILLIS);
        p.put("mail.smtp.writetimeout", ANSWER_MILLIS);
        p.put("mail.smtp.auth", String.valueOf(user != null));
        p.put("mail.smtp.ssl.enable", String.valueOf("tls".equals(tls)));
        p.put("mail.smtp.starttls.enable", String.valueOf("starttls".equals(tls)));
        p.put("mail.smtp.starttls.required", String.valueOf("starttls".equals(tls)));
        p.put("mail.smtp.ssl.checkserveridentity", "true");
        // the server's goodbye says nothing about the letter any more
        p.put("mail.smtp.quitwait", "false");
        p.put("mail.mime.charset", "UTF-8");
        return p;
    }

    private static String domain(String base) {
        String host = URI.create(base).getHost();
        return host == null ? "localhost" : host;
    }
}
