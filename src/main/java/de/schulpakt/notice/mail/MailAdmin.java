package de.schulpakt.notice.mail;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.mail.Letter;
import de.schulpakt.platform.mail.MailSettings;
import de.schulpakt.platform.mail.MailState;
import de.schulpakt.platform.mail.Mails;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Texts;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;

/** Letters that could not be delivered, and whether mail works: for administrators of the whole installation. */
@UseCases
public class MailAdmin {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    CurrentUser current;
    @Inject
    Clock clock;
    @Inject
    Mails mails;
    @Inject
    History history;

    /** Where a letter is to go by which one sees whether mail works. */
    public record Try(@NotBlank @Email @Size(max = 200) String email) {
    }

    /**
     * Has a letter tried anew that could not be delivered.
     *
     * @throws NotFound if there is no such letter
     * @throws Refused  {@code mail.not_dead} if it is on its way or delivered
     */
    public void sendAgain(long id) {
        guard.requireEverywhere(USER_ADMIN);
        MailState state = Ask.of(em, MailState.class, "select m.state as state from MailRow m where m.id = :id").set("id", id).one()
                .orElseThrow(() -> new NotFound("Mail", id));
        if (state != MailState.DEAD || !mails.again(id)) {
            throw new Refused("mail.not_dead");
        }
        history.record(new Ref("Mail", id, String.valueOf(id)).ofNobody(), MailAction.SEND_AGAIN);
    }

    /**
     * Sends a letter that says nothing but that mail works.
     *
     * @throws Refused {@code mail.off} if there is no mail server
     */
    public void tryOut(@Valid Try cmd) {
        guard.requireEverywhere(USER_ADMIN);
        Locale locale = "en".equals(current.language()) ? Locale.ENGLISH : Locale.GERMAN;
        Letter letter = new Letter("try-" + current.id() + "-" + clock.now().toEpochMilli(), cmd.email(), null, Texts.get(locale, "mail.try_subject"),
                List.of(Texts.get(locale, "mail.try_text")), MailSettings.read().base() + "/", "Schulpakt", Texts.get(locale, "mail.try_foot", current.name()), null);
        if (!mails.write(letter)) {
            throw new Refused("mail.off");
        }
        history.record(new Ref("Mail", 0, cmd.email()).ofNobody(), MailAction.TRY);
    }
}
