package de.schulpakt.procurement.difference;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;

import de.schulpakt.exchange.ImportField;
import de.schulpakt.exchange.ImportKind;
import de.schulpakt.exchange.ImportPlan;
import de.schulpakt.exchange.ImportSettings;
import de.schulpakt.exchange.Outcome;
import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.exchange.table.Finding;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.procurement.finance.FinanceQueries;
import de.schulpakt.procurement.finance.FinanceRuns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/** What the finance system of an authority has booked, as something to import. */
@ApplicationScoped
public class BookingImportKind implements ImportKind {
    /** Its name. */
    public static final String NAME = "bookings";
    private static final String AUTHORITY = "authority";
    private static final int AT_ONCE = 500;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    FinanceQueries finance;
    @Inject
    Differences differences;
    @Inject
    FinanceRuns runs;

    private record Stamp(Long bookings, Long versions, Long newest) {
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String page() {
        return "/procurement/booking-imports";
    }

    @Override
    public Permission permission() {
        return DELIVERY_RECEIVE;
    }

    @Override
    public List<? extends ImportField> fields() {
        return List.of(BookingField.values());
    }

    /** The authority is the asker’s if the asker works for one only. */
    @Override
    public Map<String, String> usual() {
        List<FinanceQueries.Sender> senders = finance.senders();
        return senders.size() == 1 ? Map.of(AUTHORITY, senders.get(0).id().toString()) : Map.of();
    }

    @Override
    public void check(ImportSettings settings) {
        guard.scope(DELIVERY_RECEIVE);
        String authority = settings.option(AUTHORITY);
        if (authority != null) {
            guard.requireAuthority(DELIVERY_RECEIVE, read(authority));
        }
    }

    @Override
    public List<Option> options(Locale locale) {
        return List.of(new Option(AUTHORITY, finance.senders().stream().map(a -> new Choice(a.id().toString(), a.name())).toList(), true));
    }

    @Override
    public ImportPlan plan(CsvFile file, ImportSettings settings) {
        String authority = settings.option(AUTHORITY);
        if (authority == null) {
            return new BookingRows(file, settings, List.of(), null).plan(List.of(Finding.error(null, null, null, "bookings.no_authority")));
        }
        long id = read(authority);
        guard.requireAuthority(DELIVERY_RECEIVE, id);
        return new BookingRows(file, settings, Ask.of(em, BookingRows.Known.class, """
                select b.id as id, b.documentNo as documentNo, b.documentLine as documentLine, b.reference as reference, b.account as account, b.bookedOn as bookedOn,
                    b.amountCents as amountCents from FinanceBooking b where b.authorityId = :authority order by b.id""").set("authority", id).list(), id).plan(List.of());
    }

    @Override
    public Object stamp() {
        return Ask.of(em, Stamp.class, """
                select count(b) as bookings, coalesce(sum(b.version), 0) as versions, coalesce(max(b.id), 0) as newest from FinanceBooking b""").one().orElseThrow();
    }

    @Override
    public void store(ImportPlan plan, IntConsumer progress) {
        int stored = 0;
        Set<Long> authorities = plan.rows().stream().filter(row -> row.what() instanceof BookingRows.Booked).map(row -> ((BookingRows.Booked) row.what()).authorityId())
                .collect(Collectors.toCollection(TreeSet::new));
        // a run that is exported or withdrawn meanwhile waits: it compares with these bookings
        authorities.forEach(runs::lock);
        Map<Long, FinanceBooking> known = known(plan);
        for (ImportPlan.Row row : plan.rows()) {
            if (row.what() instanceof BookingRows.Booked booked) {
                if (row.outcome() == Outcome.NEW) {
                    em.persist(new FinanceBooking(booked, clock.now()));
                } else {
                    known.get(booked.id()).become(booked, clock.now(), row.outcome() == Outcome.CHANGED);
                }
                progress.accept(++stored);
            }
        }
        authorities.forEach(differences::compare);
    }

    /** The bookings that the file names again, some hundreds in a statement. */
    private Map<Long, FinanceBooking> known(ImportPlan plan) {
        List<Long> ids = plan.rows().stream().filter(row -> row.outcome() != Outcome.NEW && row.what() instanceof BookingRows.Booked)
                .map(row -> ((BookingRows.Booked) row.what()).id()).sorted().toList();
        Map<Long, FinanceBooking> known = new HashMap<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            em.createQuery("select b from FinanceBooking b where b.id in :ids", FinanceBooking.class)
                    .setParameter("ids", ids.subList(from, Math.min(from + AT_ONCE, ids.size()))).getResultList().forEach(b -> known.put(b.id(), b));
        }
        return known;
    }

    private static long read(String authority) {
        if (!authority.matches("\\d{1,18}")) {
            throw new Refused("import.settings");
        }
        return Long.parseLong(authority);
    }
}
