package de.schulpakt.notice.answer;

import de.schulpakt.platform.Setting;
import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.StoreClosedException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.FlagTerm;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Reads the mailbox to which answers come. */
@ApplicationScoped
public class MailInJob implements JobKind {
    private static final Logger LOG = Logger.getLogger(MailInJob.class.getName());
    /** So many new ones are seen to in a run where nothing is set. */
    private static final int MOST_AT_ONCE = 200;
    private static final Flags MARKED = new Flags(Flags.Flag.FLAGGED);
    private static final FlagTerm THERE = new FlagTerm(new Flags(Flags.Flag.DELETED), false);
    @Inject
    AnswerDesk desk;
    @Inject
    Arrivals arrivals;

    @Override
    public String name() {
        return "mail-in";
    }

    @Override
    public JobTime time() {
        return JobTime.every(Duration.ofMinutes(1));
    }

    @Override
    public void run(JobRun run) {
        AnswerSettings settings = AnswerSettings.read();
        if (!settings.on()) {
            return;
        }
        try (Store store = Session.getInstance(settings.session()).getStore("imap")) {
            store.connect(settings.host(), settings.port(), settings.user(), settings.password());
            try (Folder folder = store.getFolder(settings.folder())) {
                folder.open(Folder.READ_WRITE);
                read(folder, run);
            }
        } catch (MessagingException e) {
            run.warns("job.kind.mail-in_away", settings.host(), String.valueOf(e.getMessage()));
        }
    }

    private void read(Folder folder, JobRun run) throws MessagingException {
        int read = 0;
        int failed = 0;
        int most = Setting.number("schulpakt.mail.in.at.once", 1, MOST_AT_ONCE);
        for (boolean marked : arrivals.worked() ? new boolean[] {false, true} : new boolean[] {false}) {
            Message[] found = folder.search(new AndTerm(THERE, new FlagTerm(MARKED, marked)));
            int went = 0;
            for (Message message : found) {
                // those that stay keep back none behind them, and of the marked ones most are known at once
                if (run.stopped() || run.cancelled() || !marked && went == most) {
                    run.again();
                    break;
                }
                if (one(message, marked)) {
                    went++;
                } else {
                    failed++;
                }
            }
            read += marked ? 0 : went;
        }
        if (failed > 0) {
            run.warns("job.kind.mail-in_read", read, failed);
        } else if (read > 0) {
            run.says("job.kind.mail-in_read", read, failed);
        }
    }

    /** False if it stays as it is: one message keeps back no other. */
    private boolean one(Message message, boolean marked) throws MessagingException {
        if (message.isExpunged()) {
            return true;
        }
        try {
            AnswerDesk.Then then = desk.take((MimeMessage) message);
            if (then == AnswerDesk.Then.DELETE) {
                message.setFlag(Flags.Flag.DELETED, true);
            } else if (then == AnswerDesk.Then.MARK && !marked) {
                message.setFlags(MARKED, true);
            }
            return then != AnswerDesk.Then.LEAVE;
        } catch (FolderClosedException | StoreClosedException away) {
            throw away;
        } catch (MessagingException | RuntimeException e) {
            LOG.log(Level.WARNING, "a message stays in the mailbox: it is tried again", e);
            return false;
        }
    }
}
