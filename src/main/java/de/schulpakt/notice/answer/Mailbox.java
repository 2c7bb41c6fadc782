package de.schulpakt.notice.answer;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether answers are read at all. */
@ApplicationScoped
public class Mailbox {
    /** The address to which answers go; null where none are read. */
    public String address() {
        AnswerSettings settings = AnswerSettings.read();
        return settings.on() ? settings.address() : null;
    }
}
