package de.schulpakt.platform.list;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.identity.account.SignIn;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Forbidden;
import jakarta.enterprise.util.TypeLiteral;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * No list gets slower with its table, whatever it is sorted by and narrowed down to: what the database reads for a page is
 * counted in an installation and in one four times as large. Lists are counted to a few hundred here, so that these small
 * tables are as large to them as those of a large installation are to the real ones.
 */
@DbTest
class FlatListsDbTest {
    private static final int SMALL = 3_000;
    private static final int LARGE = 12_000;
    /** To which lists are counted here; a page needs that many rows, and a few tables for each of its own. */
    private static final int COUNTED = 200;
    private static final int MOST = 2_400;
    /** Who sees one authority of twenty passes over the rows of the others, which stand together. */
    private static final int MOST_OF_AUTHORITY = 10_000;
    /** A word that many schools have in their name is asked of their rows; the catalogue has no order of its own along maker and supplier. */
    private static final int MOST_OF_WORDS = 6_000;
    /** Texts of small tables are read whole, to find a part of a word. */
    private static final Pattern LOOKUP = Pattern.compile("SELECT ID AS a1 FROM (device_model|school|supplier) WHERE .* LIKE .*");
    /** Everywhere, one authority, one school, works everywhere, runs the house. */
    private static final List<String> WHO = List.of("einkauf", "foerderung", "schule", "technik", "admin");
    private static final List<String> WORDS = List.of("Gymnasium", "Tablet", "Güls", "nowhere", "LXC00", "LXC000000001", "G-2026-0000", "T-2026-01", "B-2026-01", "V-2026-00", "Access", "Gymnasium Güls", "Gymnasium Tablet", "Tablet nowhere");
    /** A word in a list that stays small is looked for in all of its rows. */
    private static final List<String> READ_WHOLE = List.of("schools q", "schools text", "catalogue q", "device-models text", "programmes q",
            "applications q", "users q", "users text");

    /** The sums of an application are reckoned from its positions: of all applications that are sorted after them. */
    private static final List<String> RECKONED = List.of("applications by applied", "applications by -applied", "applications by approved", "applications by -approved");

    /**
     * What is not flat and is known not to be: figures are sums over all budgets of the asker, of which there are as many as funded
     * positions; the people of an installation are a few thousand at most and are read whole; postings that are narrowed down by
     * what their budget says, or seen by one school, are looked for among those of the others; what a room lacks first is reckoned
     * for each room of the asker, of which there are some thirty a school; the invoices of one application are those for which its
     * budgets pay, and each of them is looked at.
     */
    private static final Pattern KNOWN = Pattern.compile("(usage|users) .*|room-readiness missing=.*|invoices application=.*|postings (.*=.*|.* schule)");

    @AfterEach
    void count_as_usual() {
        Sizes.count(ListOf.COUNTED);
    }

    @Test
    void what_a_page_reads_does_not_grow_with_the_table(Db db) {
        Sizes.count(COUNTED);
        Map<String, List<Map.Entry<String, Long>>> small = reads(db, SMALL);
        db.clean();
        Map<String, List<Map.Entry<String, Long>>> large = reads(db, LARGE);
        StringBuilder grown = new StringBuilder();
        large.forEach((name, statements) -> {
            long before = sum(small.getOrDefault(name, List.of()));
            long after = sum(statements);
            if (!KNOWN.matcher(name).matches() && after > Math.max(before * 3 / 2 + 150, most(name))) {
                grown.append("\n\n").append(name).append(": ").append(before).append(" rows, then ").append(after);
                statements.stream().filter(s -> s.getValue() > 150).forEach(s -> grown.append("\n    ").append(s.getValue()).append(": ").append(s.getKey()));
            }
        });
        assertThat(grown.toString()).isEmpty();
        assertThat(large.keySet().stream().map(name -> name.split(" ")[0]).distinct()).hasSameSizeAs(lists(db));
    }

    private static int most(String name) {
        boolean words = name.contains(" text=") || name.contains(" q=");
        return words && name.endsWith("foerderung") ? 4 * MOST_OF_WORDS : name.endsWith("foerderung") ? MOST_OF_AUTHORITY
                : words || name.startsWith("catalogue ") ? MOST_OF_WORDS : MOST;
    }

    private static long sum(List<Map.Entry<String, Long>> statements) {
        return statements.stream().filter(s -> !LOOKUP.matcher(s.getKey()).matches()).mapToLong(Map.Entry::getValue).sum();
    }

    private static List<ListOf<?>> lists(Db db) {
        return db.all(new TypeLiteral<ListOf<?>>() {
        });
    }

    private static Map<String, List<Map.Entry<String, Long>>> reads(Db db, int devices) {
        db.filled(devices);
        more(db, devices / 4);
        Map<String, List<Map.Entry<String, Long>>> rows = new LinkedHashMap<>();
        for (ListOf<?> list : lists(db)) {
            // somebody has seen the whole list
            db.get(SignIn.class).as("einkauf", () -> asked(db, list, ListView.all()));
            for (String login : WHO) {
                db.get(SignIn.class).as(login, () -> views(list.listing()).forEach((name, view) -> {
                    // the first one learns what the others remember for seconds
                    List<Map.Entry<String, Long>> first = asked(db, list, view);
                    if (!first.isEmpty()) {
                        rows.put(list.listing().name() + " " + name + " " + login, larger(first, asked(db, list, view)));
                    }
                }));
            }
        }
        return rows;
    }

    /** Nothing from who may not see the list. */
    private static List<Map.Entry<String, Long>> asked(Db db, ListOf<?> list, ListView view) {
        try {
            return db.readsOf(() -> list.page(view));
        } catch (Forbidden e) {
            return List.of();
        }
    }

    /** Of two times the one that reads more. */
    private static List<Map.Entry<String, Long>> larger(List<Map.Entry<String, Long>> one, List<Map.Entry<String, Long>> two) {
        return sum(one) > sum(two) ? one : two;
    }

    /** Each order, each filter. */
    private static Map<String, ListView> views(Listing<?> listing) {
        Map<String, ListView> views = new LinkedHashMap<>();
        views.put("all", ListView.all());
        List<String> sorts = new ArrayList<>();
        listing.columns().stream().filter(c -> c.sort() != null).forEach(c -> sorts.addAll(List.of(c.sort(), "-" + c.sort())));
        sorts.stream().filter(sort -> !RECKONED.contains(listing.name() + " by " + sort)).forEach(sort -> views.put("by " + sort, ListView.all().with("sort", sort)));
        for (Filter filter : listing.filters()) {
            for (String value : values(filter)) {
                if (!READ_WHOLE.contains(listing.name() + " " + filter.name())) {
                    views.put(filter.name() + "=" + value, ListView.all().with(filter.name(), value));
                }
            }
        }
        return views;
    }

    private static List<String> values(Filter filter) {
        if (filter.type().isEnum()) {
            return Arrays.stream(filter.type().getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList();
        }
        if (filter.type() == Boolean.class) {
            return List.of("true", "false");
        }
        if (filter.type() == LocalDate.class) {
            return List.of(LocalDate.now(Clock.ZONE).minusYears(1).toString(), LocalDate.now(Clock.ZONE).toString(), LocalDate.now(Clock.ZONE).plusYears(4).toString());
        }
        return filter.type() == Long.class ? List.of("1", "2", "999999") : WORDS;
    }

    /** What the generator makes few of, in the number of everything else: nothing of a list is small by the generator's leave. */
    private static void more(Db db, int rows) {
        String numbers = " FROM seq_1_to_1000000 n WHERE n.seq <= " + rows;
        String few = numbers + " / 20";
        db.sql("INSERT INTO programme (id, code, name, starts_on, ends_on) SELECT 1000 + n.seq, CONCAT('P', n.seq), 'Programm', '2026-01-01' + INTERVAL n.seq MOD 900 DAY, '2030-12-31'" + few);
        db.sql("INSERT INTO programme_rule (programme_id, kind, category, value, valid_from, source) SELECT 1000 + n.seq, 'OWN_SHARE_BP', 'ALL', '1000', '2026-01-01', 'x'" + few);
        db.sql("INSERT INTO school (id, authority_id, state_code, official_no, name, type, city, postcode) SELECT 300000 + n.seq, 1 + n.seq MOD 20, 'RP', 100000 + n.seq, CONCAT('Neue Schule ', n.seq),"
                + " ELT(1 + n.seq MOD 2, 'PRIMARY', 'GYMNASIUM'), CONCAT('Ort ', n.seq MOD 50), '56000'" + numbers);
        db.sql("INSERT INTO application (id, no, programme_id, authority_id, title, state, created_at) SELECT 1000 + n.seq, CONCAT('A-2026-', n.seq), 1001 + n.seq MOD " + rows / 20 + ","
                + " 1 + n.seq MOD 20, CONCAT('Antrag ', n.seq), ELT(1 + n.seq MOD 3, 'DRAFT', 'SUBMITTED', 'APPROVED'), '2026-01-01'" + numbers);
        db.sql("INSERT INTO annex (id, application_id, school_id) SELECT 100000 + n.seq, 1000 + n.seq, 300000 + n.seq" + numbers);
        db.sql("INSERT INTO funding_position (id, annex_id, no, category, description, applied_cents, approved_cents) SELECT 100000 + n.seq, 100000 + n.seq, 1, 'WLAN', 'x', 1000, 1000" + numbers);
        db.sql("INSERT INTO budget (id, position_id, application_id, programme_id, school_id, category, allotted_cents) SELECT 100000 + n.seq, 100000 + n.seq, 1000 + n.seq,"
                + " 1001 + n.seq MOD " + rows / 20 + ", 300000 + n.seq, 'WLAN', 1000 + n.seq" + numbers);
        db.sql("UPDATE funding_position SET budget_id = id WHERE id > 100000");
        db.sql("INSERT INTO application_total (application_id, allotted_cents) SELECT application_id, SUM(allotted_cents) FROM budget WHERE id > 100000 GROUP BY application_id");
        db.sql("INSERT INTO school_use (programme_id, school_id, category, allotted_cents) SELECT programme_id, school_id, category, allotted_cents FROM budget WHERE id > 100000");
        db.sql("INSERT INTO supplier (id, name) SELECT 1000 + n.seq, CONCAT('Handel ', n.seq)" + few);
        db.sql("UPDATE purchase_order SET supplier_id = 1001 + id MOD 30");
        db.sql("INSERT INTO device_model (id, maker, name, part_no, kind, needs_network) SELECT 1000 + n.seq, 'Acme', CONCAT('Modell ', n.seq), n.seq, 'TABLET', n.seq MOD 2" + few);
        db.sql("INSERT INTO catalogue_item (id, model_id, supplier_id, name, category, price_cents, vat_bp, active) SELECT 1000 + n.seq, 1001 + n.seq MOD " + rows / 20 + ", 1001 + n.seq DIV " + rows / 20 + ", CONCAT('Modell ', n.seq),"
                + " ELT(1 + n.seq MOD 2, 'MOBILE_DEVICE', 'WLAN'), 1000 + n.seq, 1900, n.seq MOD 4" + numbers);
        db.sql("INSERT INTO app_user (id, login, name, password_hash, created_at) SELECT 1000 + n.seq, CONCAT('u', n.seq), CONCAT('Name ', n.seq), 'x', '2026-01-01'" + numbers);
        db.sql("ANALYZE TABLE programme, application, annex, funding_position, budget, school_use, application_total, supplier, device_model, catalogue_item, school, app_user");
    }
}
