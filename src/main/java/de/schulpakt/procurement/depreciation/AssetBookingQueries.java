package de.schulpakt.procurement.depreciation;

import static de.schulpakt.identity.Permission.BUDGET_VIEW;
import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;

import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.procurement.finance.FinanceQueries;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Questions about depreciation for the ledger. */
@Queries
public class AssetBookingQueries {
    /** Entries that a page shows; the file has all. */
    private static final int SHOWN = 500;

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

    /** Accounts of a class; kind is null for all that have none of their own. */
    public record Accounts(ModelKind kind, String asset, String depreciation, String disposal, String item, String dissolution) {
    }

    /** What is booked for a class at a school; with a minus debit and credit change sides. */
    public record Entry(AssetMovement movement, ModelKind kind, String school, String debit, String credit, String costCentre, Integer devices, Long amountCents) {
    }

    /** From the value at the beginning of the year to that at its end, in cents. */
    public record Figures(Long opening, Long addition, Long correction, Long depreciation, Long disposal, Long closing, Long itemOpening, Long itemAddition,
            Long itemCorrection, Long itemRelease, Long itemDisposal, Long itemClosing) {
    }

    /** The devices of a class in a run. */
    public record Class(ModelKind kind, Long devices, Long opening, Long addition, Long correction, Long depreciation, Long disposal, Long closing, Long itemOpening,
            Long itemAddition, Long itemCorrection, Long itemRelease, Long itemDisposal, Long itemClosing) {
    }

    /** A file of a run; counter if it takes it back. */
    public record File(Boolean counter, String no, LocalDate postedOn, String sha256) {
    }

    /**
     * A run. Amounts gross, in cents.
     *
     * @param takesOver true for the first one of the authority
     * @param early     true if it was made before its year was over
     * @param entries   the first of them; the file has all
     */
    public record View(Long id, String no, AssetBookingState state, Long authorityId, String authority, Integer year, Long statementId, String statementNo, Boolean takesOver,
            Boolean early, Integer devices, Integer unvalued, Figures figures, Instant bookedAt, List<Class> classes, List<Entry> entries, List<File> files,
            Set<AssetBookingAction> actions, Integer version, List<HistoryEntry> timeline) {
    }

    /** A statement that can be booked. */
    public record Candidate(Long id, String no, Integer year, String authority) {
    }

    /** A file, named and ready to be sent. */
    public record Made(String name, byte[] bytes) {
    }

    private record Head(String no, AssetBookingState state, Long authorityId, String authority, Integer year, Long statementId, String statementNo, Boolean takesOver,
            Integer devices, Integer unvalued, Instant bookedAt, Integer version) {
    }

    private record Kept(Long authorityId, String no, String content) {
    }

    private record Named(Long id, String name) {
    }

    /** The newest statement of each year of the authorities for which the asker books, of years that are not booked; the eldest first. */
    public List<Candidate> candidates() {
        guard.require(BUDGET_VIEW);
        return Ask.of(em, CandidateOf.class, """
                select a.id as id, a.no as no, a.year as year_, y.name as authority, y.id as authorityId from AssetRun a join Authority y on y.id = a.authorityId
                where not exists (select n.id from AssetRun n where n.authorityId = a.authorityId and n.year = a.year and n.id > a.id)
                and not exists (select b.id from AssetBooking b where b.authorityId = a.authorityId and b.openYear >= a.year) order by y.name, a.year, a.id""").list().stream()
                .filter(c -> guard.mayAuthority(DELIVERY_RECEIVE, c.authorityId())).map(c -> new Candidate(c.id(), c.no(), c.year(), c.authority())).toList();
    }

    private record CandidateOf(Long id, String no, Integer year, String authority, Long authorityId) {
    }

    /**
     * Accounts of an authority, those of all classes first.
     *
     * @throws NotFound if there is no such authority or it is not the asker's
     */
    public List<Accounts> accounts(long authorityId) {
        guard.requireAuthority(BUDGET_VIEW, authorityId);
        schools.authorityMustBeThere(authorityId);
        return said(authorityId);
    }

    /**
     * A run with its classes and first entries.
     *
     * @throws NotFound if there is none or its authority is not the asker's
     */
    public View view(long id) {
        Head h = Ask.of(em, Head.class, """
                select b.no as no, b.state as state_, y.id as authorityId, y.name as authority, b.year as year_, a.id as statementId, a.no as statementNo,
                    b.takesOver as takesOver, b.devices as devices, a.unvalued as unvalued, b.bookedAt as bookedAt, b.version as version_
                from AssetBooking b join Authority y on y.id = b.authorityId join AssetRun a on a.id = b.statementId where b.id = :id""").set("id", id).one()
                .orElseThrow(() -> new NotFound("AssetBooking", id));
        guard.requireAuthority(BUDGET_VIEW, h.authorityId());
        Figures figures = Ask.of(em, Figures.class, """
                select b.figures.opening as opening, b.figures.addition as addition, b.figures.correction as correction, b.figures.depreciation as depreciation,
                    b.figures.disposal as disposal, b.figures.closing as closing, b.figures.itemOpening as itemOpening, b.figures.itemAddition as itemAddition,
                    b.figures.itemCorrection as itemCorrection, b.figures.itemRelease as itemRelease, b.figures.itemDisposal as itemDisposal,
                    b.figures.itemClosing as itemClosing from AssetBooking b where b.id = :id""").set("id", id).one().orElseThrow();
        List<Class> classes = Ask.of(em, Class.class, """
                select l.kind as kind, count(l) as devices, sum(l.figures.opening) as opening, sum(l.figures.addition) as addition, sum(l.figures.correction) as correction,
                    sum(l.figures.depreciation) as depreciation, sum(l.figures.disposal) as disposal, sum(l.figures.closing) as closing,
                    sum(l.figures.itemOpening) as itemOpening, sum(l.figures.itemAddition) as itemAddition, sum(l.figures.itemCorrection) as itemCorrection,
                    sum(l.figures.itemRelease) as itemRelease, sum(l.figures.itemDisposal) as itemDisposal, sum(l.figures.itemClosing) as itemClosing
                from AssetBookingLine l where l.bookingId = :id group by l.kind order by l.kind""").set("id", id).list();
        List<File> files = Ask.of(em, File.class, """
                select f.counter as counter, f.no as no, f.postedOn as postedOn, f.sha256 as sha256 from AssetBookingFile f where f.bookingId = :id order by f.id""")
                .set("id", id).list();
        return new View(id, h.no(), h.state(), h.authorityId(), h.authority(), h.year(), h.statementId(), h.statementNo(), h.takesOver(),
                h.year() >= Clock.day(h.bookedAt()).getYear(), h.devices(), h.unvalued(), figures, h.bookedAt(), classes, entries(id, SHOWN), files,
                guard.actionsOfAuthority(AssetBookingFlow.FLOW, h.state(), h.authorityId()), h.version(), history.of("AssetBooking", id));
    }

    /**
     * The file of a run, as it was sent.
     *
     * @param counter the one that takes it back
     * @throws NotFound if there is none or its authority is not the asker's
     */
    public Made file(long id, boolean counter) {
        Kept kept = Ask.of(em, Kept.class, """
                select b.authorityId as authorityId, f.no as no, f.content as content from AssetBookingFile f join AssetBooking b on b.id = f.bookingId
                where b.id = :id and f.counter = :counter""").set("id", id).set("counter", counter).one().orElseThrow(() -> new NotFound("AssetBooking", id));
        guard.requireAuthority(BUDGET_VIEW, kept.authorityId());
        return new Made(kept.no() + ".csv", kept.content().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The lines of files of an authority, those of counter-runs too, by their references, as they were sent.
     *
     * @param numbers of the files
     */
    @Unguarded("Inner door: who compares what was sent with what is booked has asked for DELIVERY_RECEIVE at the authority.")
    public List<Sent> sent(long authorityId, Collection<String> numbers) {
        List<Sent> sent = new ArrayList<>();
        if (!numbers.isEmpty()) {
            Ask.of(em, SentFile.class, """
                    select b.id as id, f.no as no, f.postedOn as postedOn, f.counter as counter, coalesce(f.madeAt, b.bookedAt) as madeAt
                    from AssetBookingFile f join AssetBooking b on b.id = f.bookingId where b.authorityId = :authority and f.no in :numbers order by f.id""")
                    .set("authority", authorityId).set("numbers", numbers).list().forEach(f -> posted(f.no(), f.postedOn(), entriesOf(f.id()), f.counter() ? -1 : 1)
                            .forEach(line -> sent.add(new Sent(f.id(), f.no(), f.madeAt(), line))));
        }
        return sent;
    }

    /** A line of a file, and when that was made. */
    public record Sent(Long runId, String no, Instant madeAt, FinanceQueries.Line line) {
    }

    private record SentFile(Long id, String no, LocalDate postedOn, Boolean counter, Instant madeAt) {
    }

    /** All entries of a run. Asks nobody. */
    List<Entry> entriesOf(long id) {
        return entries(id, Integer.MAX_VALUE);
    }

    private List<Entry> entries(long id, int most) {
        return Ask.of(em, Entry.class, """
                select e.movement as movement, e.kind as kind, s.name as school, e.debit as debit, e.credit as credit, e.costCentre as costCentre, e.devices as devices,
                    e.amountCents as amountCents from AssetEntry e join School s on s.id = e.schoolId where e.bookingId = :id order by e.id""").set("id", id).list(most);
    }

    /** The accounts of each class of an authority; under null those of all others. Asks nobody. */
    Map<ModelKind, Accounts> accountsOf(long authorityId) {
        Map<ModelKind, Accounts> accounts = new HashMap<>();
        said(authorityId).forEach(a -> accounts.put(a.kind(), a));
        return accounts;
    }

    /** Names of the schools of an authority. Asks nobody. */
    Map<Long, String> schoolsOf(long authorityId) {
        Map<Long, String> names = new HashMap<>();
        Ask.of(em, Named.class, "select s.id as id, s.name as name from School s where s.authorityId = :authority").set("authority", authorityId).list()
                .forEach(s -> names.put(s.id(), s.name()));
        return names;
    }

    private List<Accounts> said(long authorityId) {
        return Ask.of(em, Accounts.class, """
                select a.kind as kind, a.asset as asset, a.depreciation as depreciation, a.disposal as disposal, a.item as item, a.dissolution as dissolution
                from AssetAccount a where a.authorityId = :authority order by a.kind, a.id""").set("authority", authorityId).list();
    }

    /**
     * Entries as lines of a file, two for each: what is debited and what is credited.
     *
     * @param sign -1 to take them back
     */
    static List<FinanceQueries.Line> posted(String no, LocalDate day, List<Entry> entries, int sign) {
        List<FinanceQueries.Line> lines = new ArrayList<>();
        for (Entry e : entries) {
            String words = Texts.get(Locale.GERMAN, "depreciation.words", Texts.get(Locale.GERMAN, e.movement()), Texts.get(Locale.GERMAN, e.kind()), e.school(), e.devices());
            String shown = words.length() > FinanceQueries.WORDS ? words.substring(0, FinanceQueries.WORDS - 1) + "…" : words;
            long cents = sign * e.amountCents();
            lines.add(line(lines.size() + 1, no, day, e.debit(), e.costCentre(), cents, shown));
            lines.add(line(lines.size() + 1, no, day, e.credit(), e.costCentre(), -cents, shown));
        }
        return lines;
    }

    private static FinanceQueries.Line line(int at, String no, LocalDate day, String account, String centre, long cents, String words) {
        return new FinanceQueries.Line(at, no + "-" + at, null, account, centre, null, day, cents, words);
    }
}
