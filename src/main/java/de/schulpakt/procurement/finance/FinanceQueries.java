package de.schulpakt.procurement.finance;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;
import static de.schulpakt.identity.Permission.ORDER_VIEW;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import de.schulpakt.funding.ledger.BudgetKind;
import de.schulpakt.funding.ledger.PostingKind;
import de.schulpakt.funding.ledger.PostingSource;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.procurement.payment.PaymentSettings;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Questions about what goes to the finance system. */
@Queries
public class FinanceQueries {
    /** Lines that a page shows; the file has all. */
    private static final int SHOWN = 500;
    /** Letters of what a line is for. */
    public static final int WORDS = 140;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    History history;
    @Inject
    SchoolQueries schools;
    @Inject
    @Any
    Instance<PostingSource> sources;

    /** How files are written. */
    public record Format(List<FinanceColumn> columns, PaymentSettings.CsvSeparator separator, PaymentSettings.CsvDecimal decimal, PaymentSettings.CsvDays days,
            Boolean head) {
    }

    /** The format of an authority; the version is null if nothing is set. */
    public record Setting(Long authorityId, String authority, LocalDate fromOn, Format format, Integer version) {
    }

    /** Where something is booked; programme, category and school are null for any. */
    public record Rule(Long id, Long programmeId, String programme, Category category, Long schoolId, String school, String account, String costCentre,
            String specialItemNo) {
    }

    /** A posting that is in no run, and where it would be booked. */
    public record Waiting(Long postingId, LocalDate postedOn, Long amountCents, String account, String costCentre, String specialItemNo, String words) {
    }

    /** What a run would hold now. */
    public record Preview(Long authorityId, String authority, LocalDate fromOn, LocalDate untilOn, Integer items, Long totalCents, Integer withoutAccount,
            List<Waiting> first) {
    }

    /** A posting in a run. */
    public record Line(Integer lineNo, String reference, Long postingId, String account, String costCentre, String specialItemNo, LocalDate postedOn, Long amountCents,
            String words) {
    }

    /**
     * A run. Amounts gross, in cents.
     *
     * @param lines  the first of them; the file has all
     * @param sha256 checksum of its file
     */
    public record View(Long id, String no, FinanceState state, Long authorityId, String authority, LocalDate untilOn, Integer items, Long totalCents, Format format,
            String sha256, Instant createdAt, List<Line> lines, Set<FinanceAction> actions, Integer version, List<HistoryEntry> timeline) {
    }

    /** An authority whose postings the asker sends. */
    public record Sender(Long id, String name) {
    }

    /** Something to choose. */
    public record Choice(Long id, String name) {
    }

    private record Head(String no, FinanceState state, Long authorityId, String authority, LocalDate untilOn, Integer items, Long totalCents, String columns,
            String separator, String decimal, String days, Boolean head, String sha256, Instant createdAt, Integer version) {
        Format format() {
            return read(columns, separator, decimal, days, head);
        }
    }

    private record Stored(String authority, LocalDate fromOn, String columns, String separator, String decimal, String days, Boolean head, Integer version) {
    }

    private record Posted(Long id, PostingKind kind, Long cents, Instant at, String source, BudgetKind of, Long programmeId, Category category, Long schoolId,
            String account, String title) {
        String type() {
            return source.split(":")[0];
        }

        Long number() {
            String[] parts = source.split(":");
            return parts.length > 1 && parts[1].matches("\\d{1,18}") ? Long.valueOf(parts[1]) : null;
        }
    }

    private static Format read(String columns, String separator, String decimal, String days, Boolean head) {
        return new Format(Arrays.stream(columns.split(",")).map(FinanceColumn::valueOf).toList(), PaymentSettings.CsvSeparator.valueOf(separator),
                PaymentSettings.CsvDecimal.valueOf(decimal), PaymentSettings.CsvDays.valueOf(days), head);
    }

    /** The authorities whose postings the asker sends. */
    public List<Sender> senders() {
        guard.require(ORDER_VIEW);
        return Ask.of(em, Sender.class, "select a.id as id, a.name as name from Authority a order by a.name, a.id").list().stream()
                .filter(a -> guard.mayAuthority(DELIVERY_RECEIVE, a.id())).toList();
    }

    /**
     * The format of an authority; usual values if nothing is set.
     *
     * @throws NotFound if there is no such authority or it is not the asker's
     */
    public Setting setting(long authorityId) {
        guard.requireAuthority(ORDER_VIEW, authorityId);
        Stored s = Ask.of(em, Stored.class, """
                select a.name as authority, s.fromOn as fromOn, s.format.csvColumns as columns_, s.format.csvSeparator as separator, s.format.csvDecimal as decimal_,
                    s.format.csvDays as days, s.format.csvHead as head, s.version as version_
                from Authority a left join FinanceSetting s on s.authorityId = a.id where a.id = :id""").set("id", authorityId).one()
                .orElseThrow(() -> new NotFound("Authority", authorityId));
        // of no row the version is read as 0, as its field is a number
        return s.columns() == null ? new Setting(authorityId, s.authority(), null, new Format(List.of(FinanceColumn.REFERENCE, FinanceColumn.POSTED_ON, FinanceColumn.ACCOUNT,
                FinanceColumn.COST_CENTRE, FinanceColumn.SPECIAL_ITEM, FinanceColumn.AMOUNT, FinanceColumn.WORDS), PaymentSettings.CsvSeparator.SEMICOLON,
                PaymentSettings.CsvDecimal.COMMA, PaymentSettings.CsvDays.GERMAN, true), null)
                : new Setting(authorityId, s.authority(), s.fromOn(), read(s.columns(), s.separator(), s.decimal(), s.days(), s.head()), s.version());
    }

    /**
     * What an authority says of where things are booked.
     *
     * @throws NotFound if there is no such authority or it is not the asker's
     */
    public List<Rule> rules(long authorityId) {
        guard.requireAuthority(ORDER_VIEW, authorityId);
        schools.authorityMustBeThere(authorityId);
        return Ask.of(em, Rule.class, """
                select r.id as id, p.id as programmeId, p.name as programme, r.category as category, s.id as schoolId, s.name as school, r.account as account,
                    r.costCentre as costCentre, r.specialItemNo as specialItemNo
                from FinanceRule r left join Programme p on p.id = r.programmeId left join School s on s.id = r.schoolId
                where r.authorityId = :authority order by r.id""").set("authority", authorityId).list();
    }

    /**
     * The cost centre of each school of an authority, as far as a rule says one for the school alone or for everything.
     *
     * @throws NotFound if there is no such authority or it is not the asker's
     */
    public Map<Long, String> costCentres(long authorityId) {
        FinanceAccounts accounts = new FinanceAccounts(rules(authorityId));
        Map<Long, String> centres = new HashMap<>();
        schools(authorityId).forEach(s -> centres.put(s.id(), accounts.of(new FinanceAccounts.Of(null, null, s.id(), null)).costCentre()));
        return centres;
    }

    /** Programmes in which an authority has money. */
    public List<Choice> programmes(long authorityId) {
        guard.requireAuthority(ORDER_VIEW, authorityId);
        return Ask.of(em, Choice.class, """
                select p.id as id, p.name as name from Programme p where exists (select a.id from Application a where a.programmeId = p.id
                and a.authorityId = :authority) order by p.name, p.id""").set("authority", authorityId).list();
    }

    /** Schools of an authority. */
    public List<Choice> schools(long authorityId) {
        guard.requireAuthority(ORDER_VIEW, authorityId);
        return Ask.of(em, Choice.class, "select s.id as id, s.name as name from School s where s.authorityId = :authority and s.isSchool = true order by s.name, s.id")
                .set("authority", authorityId).list();
    }

    /**
     * What a run up to a day would hold now.
     *
     * @param untilOn null: today
     * @throws NotFound if the authority is not there or not the asker's
     */
    public Preview preview(long authorityId, LocalDate untilOn) {
        guard.requireAuthority(DELIVERY_RECEIVE, authorityId);
        Setting setting = setting(authorityId);
        LocalDate until = untilOn == null || untilOn.isAfter(clock.today()) ? clock.today() : untilOn;
        List<Waiting> waiting = setting.version() == null ? List.of() : waiting(authorityId, setting.fromOn(), until);
        return new Preview(authorityId, setting.authority(), setting.fromOn(), until, waiting.size(), waiting.stream().mapToLong(Waiting::amountCents).sum(),
                (int) waiting.stream().filter(w -> w.account() == null).count(), waiting.stream().limit(SHOWN).toList());
    }

    /**
     * A run with its first lines.
     *
     * @throws NotFound if there is none or its authority is not the asker's
     */
    public View view(long id) {
        Head h = Ask.of(em, Head.class, """
                select r.no as no, r.state as state_, a.id as authorityId, a.name as authority, r.untilOn as untilOn, r.items as items, r.totalCents as totalCents,
                    r.format.csvColumns as columns_, r.format.csvSeparator as separator, r.format.csvDecimal as decimal_, r.format.csvDays as days,
                    r.format.csvHead as head, r.sha256 as sha256, r.createdAt as createdAt, r.version as version_
                from FinanceRun r join Authority a on a.id = r.authorityId where r.id = :id""").set("id", id).one().orElseThrow(() -> new NotFound("FinanceRun", id));
        guard.requireAuthority(ORDER_VIEW, h.authorityId());
        return new View(id, h.no(), h.state(), h.authorityId(), h.authority(), h.untilOn(), h.items(), h.totalCents(), h.format(), h.sha256(), h.createdAt(),
                lines(id, SHOWN), guard.actionsOfAuthority(FinanceFlow.FLOW, h.state(), h.authorityId()), h.version(), history.of("FinanceRun", id));
    }

    /**
     * A run with all its lines, for its file.
     *
     * @throws NotFound if there is none or its authority is not the asker's
     * @throws Refused  {@code finance.withdrawn}: such a file must not be read
     */
    public View whole(long id) {
        View view = view(id);
        guard.requireAuthority(DELIVERY_RECEIVE, view.authorityId());
        if (view.state() == FinanceState.WITHDRAWN) {
            throw new Refused("finance.withdrawn", view.no());
        }
        return view.items() <= view.lines().size() ? view : new View(id, view.no(), view.state(), view.authorityId(), view.authority(), view.untilOn(), view.items(),
                view.totalCents(), view.format(), view.sha256(), view.createdAt(), lines(id, FinanceRuns.MOST), view.actions(), view.version(), view.timeline());
    }

    private List<Line> lines(long run, int most) {
        return Ask.of(em, Line.class, """
                select l.lineNo as lineNo, l.reference as reference, l.postingId as postingId, l.account as account, l.costCentre as costCentre,
                    l.specialItemNo as specialItemNo, l.postedOn as postedOn, l.amountCents as amountCents, l.words as words
                from FinanceLine l where l.runId = :run order by l.lineNo""").set("run", run).list(most);
    }

    /** Postings as lines of a run. */
    static List<Line> lines(String no, List<Waiting> waiting) {
        List<Line> lines = new ArrayList<>();
        waiting.forEach(w -> lines.add(new Line(lines.size() + 1, no + "-" + (lines.size() + 1), w.postingId(), w.account(), w.costCentre(), w.specialItemNo(),
                w.postedOn(), w.amountCents(), w.words())));
        return lines;
    }

    /** What was spent and corrected within these days and is in no run, the eldest first; as many as one run takes. Asks nobody. */
    List<Waiting> waiting(long authorityId, LocalDate from, LocalDate until) {
        List<Posted> posted = Ask.of(em, Posted.class, """
                select p.id as id, p.kind as kind, p.amountCents as cents, p.at as at_, p.source as source, b.kind as of_, b.programmeId as programmeId,
                    b.category as category, b.schoolId as schoolId, b.account as account, b.title as title
                from Posting p join Budget b on b.id = p.budgetId where p.kind in :kinds and p.at >= :from and p.at < :until
                and (b.authorityId = :authority or b.applicationId in (select a.id from Application a where a.authorityId = :authority))
                and not exists (select l.id from FinanceLine l where l.openPostingId = p.id) order by p.id""")
                .set("kinds", EnumSet.of(PostingKind.SPEND, PostingKind.CORRECT)).set("from", from.atStartOfDay(Clock.ZONE).toInstant())
                .set("until", until.plusDays(1).atStartOfDay(Clock.ZONE).toInstant()).set("authority", authorityId).list(FinanceRuns.MOST);
        if (posted.isEmpty()) {
            return List.of();
        }
        Map<String, PostingSource.Cause> causes = causes(posted);
        FinanceAccounts accounts = new FinanceAccounts(Ask.of(em, Rule.class, """
                select r.id as id, r.programmeId as programmeId, '' as programme, r.category as category, r.schoolId as schoolId, '' as school, r.account as account,
                    r.costCentre as costCentre, r.specialItemNo as specialItemNo from FinanceRule r where r.authorityId = :authority order by r.id""")
                .set("authority", authorityId).list());
        return posted.stream().map(p -> {
            FinanceAccounts.Found found = accounts.of(new FinanceAccounts.Of(p.programmeId(), p.category(), p.schoolId(), p.of() == BudgetKind.OWN_MONEY ? p.account() : null));
            return new Waiting(p.id(), Clock.day(p.at()), p.cents(), found.account(), found.costCentre(), found.specialItemNo(),
                    words(causes.get(p.type() + ":" + p.number()), p));
        }).toList();
    }

    private static String words(PostingSource.Cause cause, Posted posted) {
        String words = cause != null ? cause.no() + (cause.title() == null ? "" : " " + cause.title()) : posted.title() != null ? posted.title() : posted.source();
        return words.length() > WORDS ? words.substring(0, WORDS - 1) + "…" : words;
    }

    private Map<String, PostingSource.Cause> causes(List<Posted> posted) {
        Map<String, PostingSource.Cause> causes = new HashMap<>();
        for (PostingSource room : sources) {
            posted.stream().filter(p -> p.number() != null && room.kinds().contains(p.type())).collect(groupingBy(Posted::type, mapping(Posted::number, toSet())))
                    .forEach((kind, ids) -> room.causes(kind, ids).forEach((id, cause) -> causes.put(kind + ":" + id, cause)));
        }
        return causes;
    }
}
