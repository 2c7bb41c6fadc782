package de.schulpakt.procurement.depreciation;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Steps;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Numbers;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import de.schulpakt.procurement.finance.FinanceColumn;
import de.schulpakt.procurement.finance.FinanceFiles;
import de.schulpakt.procurement.finance.FinanceQueries;
import de.schulpakt.procurement.finance.FinanceRuns;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Depreciation and the special item of a year go to the ledger as a file, and are taken back by another one. They move no money. */
@UseCases
public class AssetBookings {
    private static final String SERIES = "J";
    private static final int AT_ONCE = 500;
    private static final int DECEMBER = 12;
    private static final int LAST = 31;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Steps steps;
    @Inject
    Clock clock;
    @Inject
    Numbers numbers;
    @Inject
    History history;
    @Inject
    FinanceRuns runs;
    @Inject
    FinanceQueries finance;
    @Inject
    AssetBookingQueries queries;

    /** The year of a statement. */
    public record Book(@NotNull Long statementId) {
    }

    /** A counter-run takes it back, with the reason. */
    public record Reverse(@NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
    }

    /** What a statement is about. */
    record Statement(Long id, Long authorityId, String no, Integer year) {
    }

    /** A device, as its line in a statement or in the last run names it. */
    record Thing(Long deviceId, Long schoolId, String inventoryNo, ModelKind kind) {
    }

    /** A line of a statement. */
    record Stated(Long id, Long deviceId, Long schoolId, String inventoryNo, ModelKind kind, Long cost, Long opening, Long addition, Long depreciation, Long disposal,
            Long closing, Long grant, Long itemOpening, Long itemRelease, Long itemDisposal, Long itemClosing) {
        Thing thing() {
            return new Thing(deviceId, schoolId, inventoryNo, kind);
        }

        AssetFigures.Year year() {
            boolean came = addition != 0;
            return new AssetFigures.Year(cost, came ? 0 : cost, opening, depreciation, disposal, closing, grant, came ? 0 : grant, itemOpening, itemRelease, itemDisposal,
                    itemClosing);
        }
    }

    /** What a run that counts says of a device. */
    record Booked(Long id, Long deviceId, Long schoolId, String inventoryNo, ModelKind kind, Long cost, Long grant, Long closing, Long itemClosing,
            Devices.DeviceDisposal disposal) {
        AssetFigures.Standing standing() {
            return new AssetFigures.Standing(cost, grant, closing, itemClosing);
        }
    }

    private record Open(Long id, Integer year) {
    }

    /** Several things of a class at a school. */
    private static final class Sum {
        private int devices;
        private long cents;
    }

    private record Under(Long schoolId, ModelKind kind, AssetMovement movement) {
        static final Comparator<Under> ORDER = Comparator.comparing(Under::schoolId).thenComparing(Under::kind).thenComparing(Under::movement);
    }

    /**
     * Puts a year into a file for the ledger: what is written off and released in it, what goes out with things that were given up, and what years that are
     * booked should have held. The first run of an authority takes over what was written off before.
     *
     * @return its id
     * @throws Refused {@code finance.no_setting} before it is said how files are written, {@code depreciation.format} if they have no account or no amount with
     *                 its side, {@code depreciation.booked} for a year that is booked or one before it, {@code depreciation.gap} if the year before is not,
     *                 {@code depreciation.older} if there is a newer statement, {@code depreciation.no_account}, {@code depreciation.nothing}
     */
    public Long book(@Valid Book cmd) {
        Statement statement = Ask.of(em, Statement.class, "select a.id as id, a.authorityId as authorityId, a.no as no, a.year as year_ from AssetRun a where a.id = :id")
                .set("id", cmd.statementId()).one().orElseThrow(() -> new NotFound("AssetRun", cmd.statementId()));
        guard.requireAuthority(DELIVERY_RECEIVE, statement.authorityId());
        runs.lock(statement.authorityId());
        FinanceQueries.Format format = format(statement.authorityId());
        Open last = last(statement);
        if (!Ask.of(em, Long.class, "select a.id from AssetRun a where a.authorityId = :authority and a.year = :year and a.id > :id")
                .set("authority", statement.authorityId()).set("year", statement.year()).set("id", statement.id()).list(1).isEmpty()) {
            throw new Refused("depreciation.older", statement.no());
        }
        AssetBooking booking = new AssetBooking(numbers.next(SERIES), statement, last == null, clock.now());
        em.persist(booking);
        em.flush();
        Map<Under, Sum> sums = new TreeMap<>(Under.ORDER);
        lines(booking, statement, last, sums);
        List<AssetBookingQueries.Entry> entries = entries(booking, sums);
        if (entries.isEmpty()) {
            throw new Refused("depreciation.nothing", String.valueOf(statement.year()));
        }
        LocalDate day = LocalDate.of(statement.year(), DECEMBER, LAST);
        em.persist(new AssetBookingFile(booking.id(), false, booking.ref().no(), day,
                FinanceFiles.write(booking.ref().no(), format, AssetBookingQueries.posted(booking.ref().no(), day, entries, 1)), clock.now()));
        em.flush();
        history.record(booking.ref(), AssetBookingAction.BOOK, Said.that("said.asset_booking", booking.devices(),
                Money.of(booking.figures().of(AssetMovement.DEPRECIATION)), Money.of(booking.figures().of(AssetMovement.RELEASE)), statement.no()));
        runs.sent(booking.authorityId());
        return booking.id();
    }

    /**
     * Takes a run back: a file with each entry the other way round, posted on the same day, so that the year is in the ledger as if it had not been.
     *
     * @throws Refused {@code depreciation.later} while a later year is booked
     */
    public void reverse(long id, @Valid Reverse cmd) {
        em.createQuery("select b.authorityId from AssetBooking b where b.id = :id", Long.class).setParameter("id", id).getResultList().forEach(authority -> {
            // who may not is told so by the step
            if (guard.mayAuthority(DELIVERY_RECEIVE, authority)) {
                runs.lock(authority);
            }
        });
        AssetBooking booking = steps.take(AssetBooking.class, id, AssetBookingAction.REVERSE, cmd.version(), cmd.reason());
        Integer later = Ask.of(em, Integer.class, "select b.year from AssetBooking b where b.authorityId = :authority and b.openYear > :year")
                .set("authority", booking.authorityId()).set("year", booking.year()).first().orElse(null);
        if (later != null) {
            throw new Refused("depreciation.later", String.valueOf(booking.year()), String.valueOf(later));
        }
        String no = numbers.next(SERIES);
        LocalDate day = Ask.of(em, LocalDate.class, "select f.postedOn from AssetBookingFile f where f.bookingId = :id and f.counter = false").set("id", id).one()
                .orElseGet(clock::today);
        em.persist(new AssetBookingFile(id, true, no, day, FinanceFiles.write(no, format(booking.authorityId()),
                AssetBookingQueries.posted(no, day, queries.entriesOf(id), -1)), clock.now()));
        em.flush();
        runs.sent(booking.authorityId());
    }

    private FinanceQueries.Format format(Long authority) {
        FinanceQueries.Setting setting = finance.setting(authority);
        if (setting.version() == null) {
            throw new Refused("finance.no_setting");
        }
        List<FinanceColumn> columns = setting.format().columns();
        if (!columns.contains(FinanceColumn.ACCOUNT)
                || !columns.contains(FinanceColumn.AMOUNT) && !(columns.contains(FinanceColumn.ABSOLUTE) && columns.contains(FinanceColumn.SIDE))) {
            throw new Refused("depreciation.format");
        }
        return setting.format();
    }

    /** The run of the year before; null for the first of an authority. */
    private Open last(Statement statement) {
        Open last = Ask.of(em, Open.class, "select b.id as id, b.year as year_ from AssetBooking b where b.authorityId = :authority and b.openYear is not null order by b.year desc")
                .set("authority", statement.authorityId()).first().orElse(null);
        if (last != null && last.year() >= statement.year()) {
            throw new Refused("depreciation.booked", String.valueOf(last.year()));
        }
        if (last != null && last.year() < statement.year() - 1) {
            throw new Refused("depreciation.gap", String.valueOf(statement.year()), String.valueOf(last.year() + 1));
        }
        return last;
    }

    private void lines(AssetBooking booking, Statement statement, Open last, Map<Under, Sum> sums) {
        long after = 0;
        for (List<Stated> some = stated(statement, after); !some.isEmpty(); some = stated(statement, after)) {
            after = some.get(some.size() - 1).id();
            Map<Long, AssetFigures.Standing> before = last == null ? Map.of() : before(statement, some.stream().map(Stated::deviceId).toList());
            keep(booking, sums, some.stream().map(s -> new AssetBookingLine(booking.id(), s.thing(), s.cost(), s.grant(),
                    AssetFigures.of(s.year(), before.get(s.deviceId()), last == null))).toList());
        }
        after = 0;
        for (List<Booked> some = gone(statement, last, after); !some.isEmpty(); some = gone(statement, last, after)) {
            after = some.get(some.size() - 1).id();
            keep(booking, sums, some.stream().map(b -> {
                boolean never = b.disposal() == Devices.DeviceDisposal.NEVER_CAME;
                return new AssetBookingLine(booking.id(), new Thing(b.deviceId(), b.schoolId(), b.inventoryNo(), b.kind()), never ? 0 : b.cost(), never ? 0 : b.grant(),
                        AssetFigures.gone(b.standing(), never));
            }).toList());
        }
    }

    private List<Stated> stated(Statement statement, long after) {
        return Ask.of(em, Stated.class, """
                select l.id as id, l.deviceId as deviceId, l.schoolId as schoolId, l.inventoryNo as inventoryNo, m.kind as kind, l.costCents as cost, l.openingCents as opening,
                    l.additionCents as addition, l.depreciationCents as depreciation, l.disposalCents as disposal, l.closingCents as closing, l.grantCents as grant_,
                    l.itemOpeningCents as itemOpening, l.itemReleaseCents as itemRelease, l.itemDisposalCents as itemDisposal, l.itemClosingCents as itemClosing
                from AssetLine l join Device d on d.id = l.deviceId join DeviceModel m on m.id = d.modelId where l.runId = :run and l.id > :after order by l.id""")
                .set("run", statement.id()).set("after", after).list(AT_ONCE);
    }

    private static final String BOOKED = """
            select l.id as id, l.deviceId as deviceId, l.schoolId as schoolId, l.inventoryNo as inventoryNo, l.kind as kind, l.costCents as cost, l.grantCents as grant_,
                l.figures.closing as closing, l.figures.itemClosing as itemClosing, d.disposal as disposal
            from AssetBookingLine l join AssetBooking b on b.id = l.bookingId join Device d on d.id = l.deviceId
            """;

    /** What the newest run that counts and names it says of each of these devices. */
    private Map<Long, AssetFigures.Standing> before(Statement statement, List<Long> devices) {
        Map<Long, AssetFigures.Standing> before = new HashMap<>();
        Ask.of(em, Booked.class, BOOKED + " where b.authorityId = :authority and b.openYear is not null and l.deviceId in :ids order by b.year")
                .set("authority", statement.authorityId()).set("ids", devices).list().forEach(b -> before.put(b.deviceId(), b.standing()));
        return before;
    }

    /** What the last run still holds and the statement does not name any more. */
    private List<Booked> gone(Statement statement, Open last, long after) {
        return last == null ? List.of() : Ask.of(em, Booked.class, BOOKED + """
                 where l.bookingId = :last and l.id > :after and (l.figures.closing <> 0 or l.figures.itemClosing <> 0 or d.disposal = :never and l.costCents <> 0)
                and not exists (select a.id from AssetLine a where a.runId = :run and a.deviceId = l.deviceId) order by l.id""")
                .set("last", last.id()).set("after", after).set("never", Devices.DeviceDisposal.NEVER_CAME).set("run", statement.id()).list(AT_ONCE);
    }

    private void keep(AssetBooking booking, Map<Under, Sum> sums, List<AssetBookingLine> lines) {
        for (AssetBookingLine line : lines) {
            booking.adds(line.figures());
            for (AssetMovement movement : AssetMovement.values()) {
                long cents = line.figures().of(movement);
                if (cents != 0) {
                    Sum sum = sums.computeIfAbsent(new Under(line.schoolId(), line.kind(), movement), x -> new Sum());
                    sum.devices++;
                    sum.cents += cents;
                }
            }
        }
        // hundreds of lines in one statement, by the connection itself: a query compares each of its parameters with all before it
        try (PreparedStatement insert = em.unwrap(Connection.class).prepareStatement(AssetBookingLine.insert(lines.size()))) {
            int parameter = 1;
            for (AssetBookingLine line : lines) {
                for (Object value : line.values()) {
                    insert.setObject(parameter++, value);
                }
            }
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private List<AssetBookingQueries.Entry> entries(AssetBooking booking, Map<Under, Sum> sums) {
        Map<ModelKind, AssetBookingQueries.Accounts> accounts = queries.accountsOf(booking.authorityId());
        Map<Long, String> centres = finance.costCentres(booking.authorityId());
        Map<Long, String> schools = queries.schoolsOf(booking.authorityId());
        List<AssetBookingQueries.Entry> entries = new ArrayList<>();
        sums.forEach((under, sum) -> {
            AssetBookingQueries.Accounts at = accounts.getOrDefault(under.kind(), accounts.get(null));
            if (sum.cents != 0 && at == null) {
                throw new Refused("depreciation.no_account", under.kind());
            }
            if (sum.cents != 0) {
                AssetMovement movement = under.movement();
                AssetBookingQueries.Entry entry = new AssetBookingQueries.Entry(movement, under.kind(), schools.get(under.schoolId()),
                        movement.ofItem() ? at.item() : movement == AssetMovement.DISPOSAL ? at.disposal() : at.depreciation(), movement.ofItem() ? at.dissolution() : at.asset(),
                        centres.get(under.schoolId()), sum.devices, sum.cents);
                entries.add(entry);
                em.persist(new AssetEntry(booking.id(), entry, under.schoolId()));
            }
        });
        return entries;
    }
}
