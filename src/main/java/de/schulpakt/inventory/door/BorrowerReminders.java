package de.schulpakt.inventory.door;

import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.mail.Letter;
import de.schulpakt.platform.mail.MailSettings;
import de.schulpakt.platform.mail.Mails;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Texts;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Letters that remind borrowers of what is due and overdue, where a mail address is known and the authority has said that they go. A letter names school, model and day and
 * nobody; its link asks for a code that the school tells.
 */
@UseCases
@Unguarded("An inner door of the job: the authority has said that letters go.")
class BorrowerReminders {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>(),;:\"]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*\\.\\p{L}{2,}");
    private static final Duration GOOD = Duration.ofDays(2);
    private static final int LINK_DAYS = 60;
    private static final int AT_ONCE = 500;

    @PersistenceContext
    EntityManager em;
    @Inject
    Actor actor;
    @Inject
    Clock clock;
    @Inject
    History history;
    @Inject
    Mails mails;
    @Inject
    LetterKey keys;

    /** What is told. */
    public enum LoanReminderKind {
        /** It is due soon. */
        DUE,
        /** It should be back. */
        OVERDUE
    }

    /** A loan of which somebody is to be told today. */
    record Due(Long loanId, String loanNo, Long schoolId, String school, Long sheetId, String contact, String dueOn, String model) {
        LocalDate day() {
            return LocalDate.parse(dueOn);
        }

        /** The mail address in what is known of how to reach them; null if there is none. */
        String address() {
            Matcher found = ADDRESS.matcher(contact);
            return found.find() ? found.group() : null;
        }
    }

    /** What goes into one letter: loans of one sheet, one address and one kind. */
    record Group(Long sheetId, String address, LoanReminderKind kind, List<Due> loans) {
    }

    /**
     * Some of those that are to be told of today, grouped by letters.
     *
     * @param groups by sheet, address and kind
     * @param last   the loan up to which was looked; null if there are no more
     */
    record Some(List<Group> groups, Long last) {
    }

    /** True if letters can be sent at all. */
    boolean on() {
        return MailSettings.read().on();
    }

    /** The next ones after a loan. */
    Some waiting(long after) {
        LocalDate today = clock.today();
        List<Due> due = Ask.sql(em, Due.class, """
                select l.id as loanId, l.no as loanNo, l.school_id as schoolId, s.name as school, max(i.sheet_id) as sheetId, l.contact as contact, concat(l.due_on, '') as dueOn,
                    concat(m.maker, ' ', m.name) as model
                from loan l join school s on s.id = l.school_id join loan_reminding r on r.authority_id = s.authority_id and r.sends = 1
                    join loan_sheet_item i on i.loan_id = l.id and i.goes_out = 1 join device d on d.id = l.device_id join device_model m on m.id = d.model_id
                where l.state = 'LENT' and l.id > ?1 and l.contact like '%@%' and l.erased_on is null and l.due_on <= ?2 + interval r.days_before day
                and not exists (select 1 from loan_reminder o where o.loan_id = l.id
                    and (l.due_on >= ?2 and o.kind = 'DUE' and o.due_on = l.due_on or l.due_on < ?2 and o.kind = 'OVERDUE' and o.told_on > ?2 - interval r.days_again day))
                group by l.id, l.no, l.school_id, s.name, l.contact, l.due_on, m.maker, m.name order by l.id""").set(1, after).set(2, today).list(AT_ONCE);
        Map<List<Object>, Group> groups = new LinkedHashMap<>();
        due.stream().filter(d -> d.address() != null).forEach(d -> {
            LoanReminderKind kind = d.day().isBefore(today) ? LoanReminderKind.OVERDUE : LoanReminderKind.DUE;
            groups.computeIfAbsent(List.of(d.sheetId(), d.address(), kind), k -> new Group(d.sheetId(), d.address(), kind, new ArrayList<>())).loans().add(d);
        });
        return new Some(List.copyOf(groups.values()), due.size() < AT_ONCE ? null : due.get(due.size() - 1).loanId());
    }

    /**
     * Writes one letter, and keeps that it was written.
     *
     * @return false if nothing is sent, because there is no mail server
     */
    boolean tell(Group group) {
        LocalDate today = clock.today();
        Due first = group.loans().get(0);
        LetterKey.Made key = link(group, first, today);
        if (!mails.write(letter(group, first, today, key))) {
            return false;
        }
        for (Due loan : group.loans()) {
            em.createNativeQuery("insert ignore into loan_reminder (loan_id, kind, told_on, due_on) values (?, ?, ?, ?)").setParameter(1, loan.loanId())
                    .setParameter(2, group.kind().name()).setParameter(3, today).setParameter(4, loan.day()).executeUpdate();
            history.record(new Ref("Loan", loan.loanId(), loan.loanNo()).ofSchool(loan.schoolId()), DoorAction.REMIND, Said.that("said.loan_reminder", group.kind(), loan.day()));
        }
        return true;
    }

    /** The link that letters of the sheet carry; null where somebody has made another one, which stays, or the installation has no key. */
    private LetterKey.Made link(Group group, Due first, LocalDate today) {
        LoanLink open = em.createQuery("select k from LoanLink k where k.sheetId = :sheet and k.endedAt is null", LoanLink.class).setParameter("sheet", group.sheetId())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst().orElse(null);
        if (open != null && open.seed() == null) {
            return null;
        }
        LetterKey.Made before = open == null ? null : keys.of(group.sheetId(), open.seed());
        if (before != null && open.holds(before.secret(), today.plusDays(1))) {
            return before;
        }
        LetterKey.Made made = keys.make(group.sheetId());
        if (made != null) {
            if (open != null) {
                open.end(clock.now());
                em.flush();
            }
            em.persist(new LoanLink(first.schoolId(), group.sheetId(), made, today.plusDays(LINK_DAYS), clock.now(), actor.name()));
            em.flush();
        }
        return made;
    }

    private Letter letter(Group group, Due first, LocalDate today, LetterKey.Made key) {
        Locale locale = Locale.GERMANY;
        boolean late = group.kind() == LoanReminderKind.OVERDUE;
        String things = group.loans().stream().map(l -> "– " + Texts.get(locale, late ? "loan.letter.thing_late" : "loan.letter.thing", l.model(), l.day())).collect(Collectors.joining("\n"));
        List<String> paragraphs = new ArrayList<>(List.of(Texts.get(locale, "loan.letter.greeting"), Texts.get(locale, late ? "loan.letter.late" : "loan.letter.due", first.school()) + "\n" + things,
                Texts.get(locale, "loan.letter.back")));
        paragraphs.add(Texts.get(locale, key == null ? "loan.letter.no_link" : "loan.letter.link"));
        return new Letter("loan-letter-" + group.sheetId() + "-" + first.loanId() + "-" + group.kind() + "-" + today, group.address(), null,
                Texts.get(locale, late ? "loan.letter.late_subject" : "loan.letter.due_subject"), paragraphs,
                key == null ? null : MailSettings.read().base() + "/borrowed.xhtml?link=" + key.secret(), Texts.get(locale, "loan.letter.button"),
                Texts.get(locale, "loan.letter.foot", first.school()), null, clock.now().plus(GOOD));
    }
}
