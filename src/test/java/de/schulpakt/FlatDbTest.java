package de.schulpakt;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.identity.account.SignIn;
import de.schulpakt.identity.register.WaitingQueries;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.overview.home.AdminHomeQueries;
import de.schulpakt.overview.home.OfficerHomeQueries;
import de.schulpakt.overview.home.SchoolHomeQueries;
import de.schulpakt.overview.home.SchoolParts;
import de.schulpakt.overview.home.TechnicianHomeQueries;
import de.schulpakt.overview.money.TraceQueries;
import de.schulpakt.overview.search.SearchQueries;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.ListView;
import jakarta.enterprise.util.TypeLiteral;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * No page gets slower with the tables: what the database reads for a question is counted in an installation and in one four
 * times as large, and is the same but for a few rows. Rows are counted, never time.
 */
@DbTest
class FlatDbTest {
    private static final int SMALL = 4_000;
    private static final int LARGE = 16_000;
    /** Visits of the next days, requests that wait, budgets of the running programmes: not the tables. */
    private static final int OPEN = 1_500;
    /** Of requests and of tickets the newest are looked through for a word. */
    private static final int RECENT = 2_500;

    /** Who asks for which list; the others do not grow with devices. */
    private static final Map<String, List<String>> LISTS = Map.of("devices", List.of("revision", "technik", "schule"),
            "tickets", List.of("revision", "technik", "schule"), "requests", List.of("revision", "foerderung", "schule"));

    /**
     * @param open rows that may be read however large the tables are: what is open or waits is counted, up to a bound
     */
    private record Question(String login, long open, Db.Step ask) {
    }

    @Test
    void what_a_question_reads_does_not_grow_with_the_tables(Db db) {
        Map<String, List<Map.Entry<String, Long>>> small = reads(db, SMALL);
        db.clean();
        Map<String, List<Map.Entry<String, Long>>> large = reads(db, LARGE);
        Map<String, Question> all = questions(db);
        StringBuilder grown = new StringBuilder();
        large.forEach((name, statements) -> {
            long before = sum(small.get(name));
            long after = sum(statements);
            if (after > Math.max(before * 3 / 2 + 150, all.get(name).open())) {
                grown.append("\n\n").append(name).append(": ").append(before).append(" rows, then ").append(after);
                statements.stream().filter(s -> s.getValue() > 100).forEach(s -> grown.append("\n    ").append(s.getValue()).append(": ").append(s.getKey()));
            }
        });
        assertThat(grown.toString()).isEmpty();
    }

    private static long sum(List<Map.Entry<String, Long>> statements) {
        return statements.stream().mapToLong(Map.Entry::getValue).sum();
    }

    private static Map<String, List<Map.Entry<String, Long>>> reads(Db db, int devices) {
        db.filled(devices);
        Map<String, List<Map.Entry<String, Long>>> rows = new LinkedHashMap<>();
        questions(db).forEach((name, question) -> db.get(SignIn.class).as(question.login(), () -> {
            // the first time a list learns that it is large
            db.statements(question.ask());
            rows.put(name, db.readsOf(question.ask()));
        }));
        return rows;
    }

    private static Map<String, Question> questions(Db db) {
        Map<String, Question> all = new LinkedHashMap<>();
        for (String login : List.of("foerderung", "schule", "technik", "einkauf")) {
            all.put("waiting " + login, new Question(login, 4L * WaitingQueries.MOST, () -> db.get(WaitingQueries.class).waiting()));
        }
        all.put("home officer", new Question("foerderung", OPEN, () -> db.get(OfficerHomeQueries.class).officer()));
        all.put("home officer of all", new Question("einkauf", OPEN, () -> db.get(OfficerHomeQueries.class).officer()));
        all.put("home technician", new Question("technik", OPEN, () -> db.get(TechnicianHomeQueries.class).technician()));
        all.put("home school", new Question("schule", 0, () -> db.get(SchoolHomeQueries.class).school()));
        all.put("home admin", new Question("admin", 0, () -> db.get(AdminHomeQueries.class).admin()));
        all.put("hub", new Question("schule", 0, () -> db.get(SchoolParts.class).parts(1)));
        all.put("device", new Question("revision", 0, () -> db.get(DeviceQueries.class).view(3)));
        for (String login : List.of("revision", "foerderung", "schule")) {
            all.put("postings " + login, new Question(login, ListOf.COUNTED + 2_000, () -> db.get(TraceQueries.class).postings(ListView.all())));
        }
        for (String text : List.of("Gymnasium", "lxc 0000-0", "LXC00000", "G-2026-000017", "B-2026-0042", "T-2026-0042", "Tablets", "Lieferant 9")) {
            all.put("search " + text, new Question("revision", 2 * RECENT, () -> db.get(SearchQueries.class).search(text)));
        }
        for (ListOf<?> list : db.all(new TypeLiteral<ListOf<?>>() {
        })) {
            for (String login : LISTS.getOrDefault(list.listing().name(), List.of())) {
                all.put("list " + list.listing().name() + " " + login, new Question(login, ListOf.COUNTED + 200, () -> list.page(ListView.all())));
            }
        }
        return all;
    }
}
