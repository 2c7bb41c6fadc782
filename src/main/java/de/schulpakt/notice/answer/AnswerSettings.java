package de.schulpakt.notice.answer;

import de.schulpakt.platform.Setting;
import java.util.Locale;
import java.util.Properties;

/**
 * The mailbox to which answers come, from {@code SCHULPAKT_MAIL_IN_...}.
 *
 * @param host    null where answers are not read
 * @param tls     {@code tls}, {@code starttls} (demanded) or {@code none}
 * @param address of the mailbox; letters to it with a {@code +} and anything behind it must come there, too
 */
record AnswerSettings(String host, int port, String user, String password, String tls, String folder, String address) {
    private static final String CONNECT_MILLIS = "5000";
    private static final String ANSWER_MILLIS = "20000";
    private static final String FETCHED_BYTES = String.valueOf(4 << 20);
    private static final int TLS_PORT = 993;
    private static final int PLAIN_PORT = 143;
    private static final String TLS = "tls";
    private static final String STARTTLS = "starttls";

    /** As the operator has set them; read anew each time. */
    static AnswerSettings read() {
        String tls = Setting.text("schulpakt.mail.in.tls", TLS).toLowerCase(Locale.ROOT);
        return new AnswerSettings(Setting.text("schulpakt.mail.in.host"), Setting.number("schulpakt.mail.in.port", 1, TLS.equals(tls) ? TLS_PORT : PLAIN_PORT),
                Setting.text("schulpakt.mail.in.user"), Setting.text("schulpakt.mail.in.password"), tls, Setting.text("schulpakt.mail.in.folder", "INBOX"),
                Setting.text("schulpakt.mail.in.address", "").toLowerCase(Locale.ROOT));
    }

    /** True if answers are read. */
    boolean on() {
        return host != null && address.indexOf('@') > 0;
    }

    String local() {
        return address.substring(0, address.indexOf('@'));
    }

    String domain() {
        return address.substring(address.indexOf('@'));
    }

    Properties session() {
        Properties p = new Properties();
        p.put("mail.store.protocol", "imap");
        p.put("mail.imap.connectiontimeout", CONNECT_MILLIS);
        p.put("mail.imap.timeout", ANSWER_MILLIS);
        p.put("mail.imap.writetimeout", ANSWER_MILLIS);
        p.put("mail.imap.ssl.enable", String.valueOf(TLS.equals(tls)));
        p.put("mail.imap.starttls.enable", String.valueOf(STARTTLS.equals(tls)));
        p.put("mail.imap.starttls.required", String.valueOf(STARTTLS.equals(tls)));
        p.put("mail.imap.ssl.checkserveridentity", "true");
        p.put("mail.imap.fetchsize", FETCHED_BYTES);
        // looking at a message changes nothing in the mailbox
        p.put("mail.imap.peek", "true");
        return p;
    }
}
