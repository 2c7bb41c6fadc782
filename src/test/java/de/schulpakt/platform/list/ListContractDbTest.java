package de.schulpakt.platform.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.BadParameter;
import de.schulpakt.platform.list.ListContracts.Contract;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.text.Texts;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every list keeps, whatever it lists. Its filters are compared with a naive filter in memory over random rows; the seed
 * stands in every message, {@code -Dlist.seed} repeats it.
 */
@DbTest
class ListContractDbTest {
    private static final long SEED = Long.getLong("list.seed", System.nanoTime());
    private static final int ROWS = 40;
    private static final int FOREIGN = 8;
    private static final int TRIES = 4;

    @Test
    void every_list_stands_in_the_contract(Db db) {
        assertThat(lists(db).stream().map(l -> l.listing().name())).containsExactlyInAnyOrderElementsOf(ListContracts.all().keySet());
        assertThat(lists(db).stream().map(l -> l.listing().page())).doesNotHaveDuplicates();
    }

    @TestFactory
    Stream<DynamicTest> every_list(Db db) {
        return lists(db).stream().filter(l -> ListContracts.all().containsKey(l.listing().name())).flatMap(list -> Stream.of(
                check(db, list, "needs the same statements for 1 and for 30 rows", Checked::statements),
                check(db, list, "has a total order, forwards and backwards, by pages and by cursor", Checked::order),
                check(db, list, "sorts numbers and rooms as people count", Checked::counts),
                check(db, list, "filters as a naive filter does, alone and in pairs", Checked::filters),
                check(db, list, "shows the same when it has more rows than are counted", Checked::walked),
                check(db, list, "refuses parameters and values that it does not know, and passes them over on pages", Checked::refusals),
                check(db, list, "answers its last page for one beyond the end", Checked::beyond),
                check(db, list, "is complete in its files", Checked::files),
                check(db, list, "has words for its columns and shows those that are chosen", Checked::columns)));
    }

    private static List<ListOf<?>> lists(Db db) {
        return db.all(new TypeLiteral<ListOf<?>>() {
        });
    }

    private interface Check {
        void run(Checked<?> list) throws Exception;
    }

    private static DynamicTest check(Db db, ListOf<?> list, String what, Check check) {
        return DynamicTest.dynamicTest(list.listing().name() + " " + what, () -> {
            db.clean();
            check.run(new Checked<>(db, list));
        });
    }

    /** A list with its rows and what a naive reader knows of them. */
    private static final class Checked<R> {
        private final Db db;
        private final ListOf<R> list;
        private final Listing<R> listing;
        private final Contract contract;
        private final ListWorld world;
        private final String login;
        private final List<Object> visible = new ArrayList<>();

        Checked(Db db, ListOf<R> list) {
            this.db = db;
            this.list = list;
            this.listing = list.listing();
            this.contract = ListContracts.all().get(listing.name());
            this.world = new ListWorld(db, SEED);
            this.login = world.person(contract.role());
        }

        private void fill(int rows) {
            visible.addAll(contract.fill().rows(world, 0, rows));
            if (!contract.shared()) {
                assertThat(contract.fill().rows(world, 1, FOREIGN)).hasSize(FOREIGN);
            }
        }

        void statements() {
            int before = existing();
            fill(1);
            int one = statements(1 + before);
            fill(29);
            assertThat(statements(30 + before)).isEqualTo(one).isLessThanOrEqualTo(2 + contract.more());
        }

        /** Rows that are there without the contract's doing: the one who asks is a user too. */
        private int existing() {
            return (int) page(ListView.all()).total();
        }

        private int statements(int rows) {
            return ask(() -> db.statements(() -> assertThat(list.page(ListView.all().with("size", 50)).rows()).hasSize(rows)));
        }

        /** As texts 10 would stand before 9. */
        void counts() {
            assertThat(listing.columns().stream().filter(c -> c.kind() == Column.Kind.TEXT && c.sort() != null)
                    .map(Column::by).filter(by -> by.matches("\\w+[.](no|inventoryNo)|r[.]name|b[.]name"))).isEmpty();
        }

        void order() {
            fill(ROWS);
            List<String> sorts = new ArrayList<>(listing.columns().stream().map(Column::sort).filter(s -> s != null).toList());
            assertThat(sorts).doesNotHaveDuplicates();
            Set<Object> all = new TreeSet<>(walk(ListView.all()));
            assertThat(all).containsAll(visible);
            for (String sort : sorts) {
                Column column = listing.columns().stream().filter(c -> sort.equals(c.sort())).findFirst().orElseThrow();
                Map<Object, Map<String, Object>> naive = naive(List.of(column.by()));
                List<Object> up = walk(ListView.all().with("sort", sort));
                List<Object> down = walk(ListView.all().with("sort", "-" + sort));
                for (List<Object> ids : List.of(up, down)) {
                    assertThat(ids).as(seed(sort)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
                    for (int i = 1; i < ids.size(); i++) {
                        int order = compare(naive.get(ids.get(i - 1)).get(column.by()), naive.get(ids.get(i)).get(column.by()));
                        assertThat(ids == up ? order : -order).as(seed(sort + " at " + i)).isLessThanOrEqualTo(0);
                    }
                }
            }
        }

        /** All ids by pages of 7, which must be the same by cursor; sums are asked for by pages only. */
        private List<Object> walk(ListView view) {
            List<Object> byPage = new ArrayList<>();
            List<Object> byCursor = new ArrayList<>();
            Page<R> first = page(view.with("size", 7));
            for (int i = 1; i <= first.lastPage(); i++) {
                byPage.addAll(ids(page(view.with("size", 7).with("page", i)).rows()));
            }
            Page<R> part = first;
            byCursor.addAll(ids(part.rows()));
            while (part.next() != null) {
                part = page(view.with("size", 7).with("after", part.next()));
                byCursor.addAll(ids(part.rows()));
            }
            assertThat(byCursor).as(seed("by cursor " + view.sent())).isEqualTo(byPage);
            assertThat(first.total()).isEqualTo(byPage.size());
            return byPage;
        }

        /** Where there are many rows they are walked, where there are few they are gathered: nobody sees a difference. */
        void walked() {
            fill(ROWS);
            List<ListView> views = new ArrayList<>(List.of(ListView.all()));
            listing.columns().stream().filter(c -> c.sort() != null).forEach(c -> views.addAll(List.of(ListView.all().with("sort", c.sort()),
                    ListView.all().with("sort", "-" + c.sort()))));
            Map<Object, Map<String, Object>> naive = naive(listing.filters().stream().flatMap(f -> f.paths().stream()).distinct().toList());
            for (Filter filter : listing.filters()) {
                for (ListView view : List.copyOf(views)) {
                    if (world.number(4) == 0) {
                        ListView narrow = view;
                        for (String value : values(filter, naive)) {
                            narrow = narrow.with(filter.name(), value);
                        }
                        views.add(narrow);
                    }
                }
            }
            for (ListView view : views) {
                List<Object> gathered = walk(view);
                Sizes.count(2);
                page(ListView.all());
                try {
                    List<Object> pages = new ArrayList<>();
                    List<Object> cursor = new ArrayList<>();
                    Page<R> part = page(view.with("size", 7));
                    cursor.addAll(ids(part.rows()));
                    while (part.next() != null && cursor.size() <= gathered.size()) {
                        part = page(view.with("size", 7).with("after", part.next()));
                        cursor.addAll(ids(part.rows()));
                    }
                    assertThat(part.more()).isEqualTo(gathered.size() > 2 && part.total() == 2);
                    // as many are paged through as are counted
                    int counted = Math.max(2, gathered.size() - 1);
                    int last = (counted + 6) / 7;
                    Sizes.count(counted);
                    page(ListView.all());
                    for (int i = 1; i <= last; i++) {
                        part = page(view.with("size", 7).with("page", i));
                        pages.addAll(ids(part.rows()));
                    }
                    assertThat(pages).as(seed("pages " + view.sent())).isEqualTo(gathered.subList(0, Math.min(gathered.size(), last * 7)));
                    if (part.more()) {
                        ListView program = view.with("size", 7).with("page", last + 1);
                        ListView person = new ListView(program.sent(), false);
                        assertThat(ids(page(person).rows())).as(seed("behind " + view.sent())).isEqualTo(ids(part.rows()));
                        assertThatThrownBy(() -> page(program)).isInstanceOfSatisfying(BadParameter.class,
                                why -> assertThat(why.code()).isEqualTo("parameter.deep"));
                    }
                    assertThat(cursor).as(seed("by cursor " + view.sent())).isEqualTo(gathered);
                } finally {
                    Sizes.count(ListOf.COUNTED);
                }
            }
        }

        void filters() {
            fill(ROWS);
            List<Filter> filters = listing.filters();
            assertThat(listing.filters().stream().filter(f -> f.how() == Filter.How.OWN || f.words() != null && f.words().numbers() != null).map(Filter::name).collect(Collectors.toSet()))
                    .as("filters of its own that the contract knows").isEqualTo(contract.own().keySet());
            Map<Object, Map<String, Object>> naive = naive(filters.stream().flatMap(f -> f.paths().stream()).distinct().toList());
            Set<Object> all = new LinkedHashSet<>(walk(ListView.all()));
            for (int i = 0; i < filters.size(); i++) {
                for (int j = i; j < filters.size(); j++) {
                    for (int t = 0; t < TRIES; t++) {
                        Map<Filter, List<String>> sent = new HashMap<>();
                        sent.put(filters.get(i), values(filters.get(i), naive));
                        sent.put(filters.get(j), values(filters.get(j), naive));
                        compare(sent, naive, all);
                    }
                }
            }
        }

        private void compare(Map<Filter, List<String>> sent, Map<Object, Map<String, Object>> naive, Set<Object> all) {
            ListView view = ListView.all().with("size", 200);
            for (Map.Entry<Filter, List<String>> one : sent.entrySet()) {
                for (String value : one.getValue()) {
                    view = view.with(one.getKey().name(), value);
                }
            }
            Set<Object> expected = all.stream().filter(id -> sent.entrySet().stream()
                    .allMatch(f -> passes(f.getKey(), f.getKey().read(f.getValue()), id, naive.get(id)))).collect(Collectors.toCollection(TreeSet::new));
            Page<R> found = page(view);
            assertThat(new TreeSet<>(ids(found.rows()))).as(seed(view.sent().toString())).isEqualTo(expected);
            assertThat(found.total()).as(seed("counted " + view.sent())).isEqualTo(expected.size());
        }

        private boolean passes(Filter filter, List<Object> asked, Object id, Map<String, Object> row) {
            if (asked.isEmpty()) {
                return true;
            }
            Object first = asked.get(0);
            Object value = filter.paths().isEmpty() ? null : row.get(filter.paths().get(0));
            return switch (filter.how()) {
                case EQUAL -> value != null && asked.stream().anyMatch(a -> a instanceof String ? lower(a).equals(lower(value)) : compare(a, value) == 0);
                case FROM -> value != null && compare(value, first) >= 0;
                case TO -> value != null && compare(value, first) <= 0;
                case STARTS -> filter.paths().stream().anyMatch(p -> lower(row.get(p)).startsWith(lower(first)));
                case WORDS -> Arrays.stream(((String) first).split(" ", 6)).allMatch(word -> finds(filter.words(), lower(word), row) || numbered(filter, id, word))
                        || numbered(filter, id, (String) first);
                case OWN -> contract.own().get(filter.name()).test(world, id, first);
            };
        }

        /** The beginning of one of the numbers of the row. */
        private boolean numbered(Filter filter, Object id, String text) {
            return filter.words().numbers() != null && contract.own().get(filter.name()).test(world, id, text);
        }

        private static boolean finds(Words words, String word, Map<String, Object> row) {
            return words.starts().stream().anyMatch(p -> lower(row.get(p)).startsWith(word))
                    || words.parts().stream().anyMatch(p -> lower(row.get(p)).contains(word))
                    || words.titles().stream().anyMatch(p -> !word.matches("[a-z]-?\\d[\\d-]*") && titled(lower(row.get(p)), word))
                    || words.among().stream().anyMatch(a -> a.fields().stream().map(f -> lower(row.get(a.alias() + "." + f)))
                    .anyMatch(text -> a.begins() ? text.startsWith(word) : text.contains(word)));
        }

        /** Each of its words begins a word of the title; a word that is too short for that is a part of it. */
        private static boolean titled(String title, String word) {
            List<String> words = Arrays.stream(word.split("[^\\p{L}\\p{N}_]+")).filter(w -> !w.isEmpty()).toList();
            return words.isEmpty() || words.stream().anyMatch(w -> w.length() < 3) ? title.contains(word)
                    : words.stream().allMatch(w -> Arrays.stream(title.split("[^\\p{L}\\p{N}_]+")).anyMatch(t -> t.startsWith(w)));
        }

        /** Values that somebody could send: mostly such as there are. */
        private List<String> values(Filter filter, Map<Object, Map<String, Object>> naive) {
            List<String> values = new ArrayList<>();
            values.add(value(filter, naive));
            if (filter.how() == Filter.How.EQUAL && world.maybe()) {
                values.add(value(filter, naive));
            }
            return values;
        }

        private String value(Filter filter, Map<Object, Map<String, Object>> naive) {
            if (filter.type().isEnum()) {
                return ((Enum<?>) world.one(Arrays.asList(filter.type().getEnumConstants()))).name();
            }
            if (filter.type() == Boolean.class) {
                return String.valueOf(world.maybe());
            }
            if (filter.how() == Filter.How.OWN) {
                return filter.type() == Long.class ? String.valueOf(world.one(world.maybe() ? visible : List.copyOf(world.schools))) : filter.type() == LocalDate.class
                        ? world.day().toString() : world.text();
            }
            String found = text(world.one(List.copyOf(naive.values())).get(world.one(filter.paths())));
            if (filter.how() == Filter.How.STARTS) {
                return found.isEmpty() ? "%" : found.substring(0, 1 + world.number(found.length()));
            }
            if (filter.how() == Filter.How.WORDS) {
                String word = found.isEmpty() || world.number(5) == 0 ? world.text()
                        : found.substring(world.maybe() ? 0 : world.number(found.length()));
                return world.maybe() ? word : word + " " + world.text();
            }
            return found.isEmpty() ? filter.type() == LocalDate.class ? "2026-01-20" : "0" : found;
        }

        /** What the paths hold for each row that there is, read without any condition. */
        private Map<Object, Map<String, Object>> naive(List<String> paths) {
            Map<Object, Map<String, Object>> all = new HashMap<>();
            for (String path : paths) {
                for (Object[] cells : read("select " + listing.id() + ", " + path + listing.from(listing.id(), path))) {
                    all.computeIfAbsent(cells[0], id -> new HashMap<>()).put(path, cells[1]);
                }
            }
            return all;
        }

        private List<Object[]> read(String jpql) {
            return db.get(EntityManager.class).createQuery(jpql, Object[].class).getResultList();
        }

        void refusals() {
            fill(1);
            assertThatThrownBy(() -> page(ListView.all().with("schol", 12))).isInstanceOfSatisfying(BadParameter.class,
                    bad -> assertThat(bad.parameter()).isEqualTo("schol"));
            for (Filter filter : listing.filters()) {
                if (filter.type() != String.class) {
                    refused(filter.name(), "x?");
                }
                if (filter.type() == LocalDate.class) {
                    refused(filter.name(), "2026-02-30");
                }
            }
            refused("sort", "nothing");
            refused("page", "x");
            refused("size", "-1");
            refused("after", "x");
            refused("after", "999999999");
            refused("columns", "nothing");
            Map<String, List<String>> nonsense = new HashMap<>();
            listing.filters().stream().filter(f -> f.type() != String.class).forEach(f -> nonsense.put(f.name(), List.of("x?")));
            nonsense.putAll(Map.of("schol", List.of("12"), "sort", List.of("nothing"), "page", List.of("x"), "columns", List.of("nothing")));
            assertThat(page(new ListView(nonsense, false)).total()).isEqualTo(page(ListView.all()).total());
        }

        private void refused(String parameter, String value) {
            assertThatThrownBy(() -> page(ListView.all().with(parameter, value))).as(parameter).isInstanceOfSatisfying(BadParameter.class,
                    bad -> assertThat(bad.parameter()).isEqualTo(parameter));
        }

        void beyond() {
            fill(9);
            Page<R> last = page(ListView.all().with("size", 4).with("page", 999));
            assertThat(last.page()).isEqualTo((int) last.lastPage()).isGreaterThan(1);
            assertThat(ids(last.rows())).isNotEmpty().isEqualTo(ids(page(ListView.all().with("size", 4).with("page", last.page())).rows()));
            assertThat(last.next()).isNull();
        }

        void files() throws Exception {
            fill(ROWS);
            List<Object> ids = walk(ListView.all());
            List<Column> columns = ListFile.columns(listing, ListView.all());
            Column named = columns.stream().filter(c -> c.kind() == Column.Kind.TEXT && c.path() != null).findFirst().orElseThrow();
            int at = columns.indexOf(named);
            Map<Object, Map<String, Object>> naive = naive(List.of(named.path()));
            List<String> expected = ids.stream().map(id -> Cells.text(named.kind(), naive.get(id).get(named.path()), Locale.GERMAN)).toList();
            ByteArrayOutputStream csv = new ByteArrayOutputStream();
            ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
            ask(() -> {
                ListFile.csv(list, ListView.all(), Locale.GERMAN, csv);
                ListFile.xlsx(list, ListView.all(), Locale.GERMAN, xlsx);
                return null;
            });
            String text = csv.toString(StandardCharsets.UTF_8);
            assertThat(text).startsWith("\ufeff\"");
            try (CsvReader<CsvRecord> reader = CsvReader.builder().fieldSeparator(';').ofCsvRecord(text.substring(1))) {
                List<CsvRecord> lines = reader.stream().toList();
                assertThat(lines.get(0).getFields()).isEqualTo(columns.stream().map(c -> Texts.get(Locale.GERMAN, c.text())).toList());
                assertThat(lines.stream().skip(1).map(l -> l.getField(at))).as(seed("csv"))
                        .containsExactlyElementsOf(expected.stream().map(ListFile::unharmed).toList());
                assertThat(lines).allMatch(l -> l.getFieldCount() == columns.size());
            }
            try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx.toByteArray())); Stream<Row> rows = book.getFirstSheet().openStream()) {
                assertThat(rows.skip(1).map(r -> r.getCellText(at))).as(seed("xlsx")).containsExactlyElementsOf(expected);
            }
        }

        void columns() {
            fill(2);
            for (Column column : listing.columns()) {
                for (Locale locale : List.of(Locale.GERMAN, Locale.ENGLISH)) {
                    assertThat(Texts.has(locale, column.text())).as(column.text()).isTrue();
                    assertThat(column.none() == null || Texts.has(locale, column.none())).as(column.none()).isTrue();
                }
                page(ListView.all()).rows().stream().filter(row -> column.kind() != Column.Kind.BAR).forEach(row -> Cells.text(column.kind(), Cells.value(row, column.name()), Locale.GERMAN));
                if (column.shown() != Column.Shown.FILE) {
                    assertThat(listing.shown(ListView.all().with("columns", column.name()))).contains(column)
                            .allMatch(c -> c.equals(column) || c.shown() == Column.Shown.ALWAYS);
                }
            }
            assertThat(listing.columns().stream().map(Column::name)).doesNotHaveDuplicates();
            assertThat(listing.shown(ListView.all())).isNotEmpty();
        }

        private Page<R> page(ListView view) {
            return ask(() -> list.page(view));
        }

        private <T> T ask(java.util.concurrent.Callable<T> work) {
            return SchoolGiven.as(db, login, work);
        }

        private List<Object> ids(List<R> rows) {
            return rows.stream().map(row -> Cells.value(row, "id")).toList();
        }

        private String seed(String what) {
            return listing.name() + " " + what + ", seed " + SEED;
        }

        @SuppressWarnings({"unchecked", "rawtypes"})
        private static int compare(Object a, Object b) {
            if (a == null || b == null) {
                return a == b ? 0 : a == null ? -1 : 1;
            }
            if (a instanceof Enum<?> one && b instanceof Enum<?> other) {
                // the collation has the underscore before all letters
                return one.name().replace('_', ' ').compareTo(other.name().replace('_', ' '));
            }
            if (a instanceof String one && b instanceof String other) {
                // the order of signs is the collation's; letters and digits have one that everybody knows
                return one.matches("[a-zA-Z0-9]+") && other.matches("[a-zA-Z0-9]+") ? one.compareToIgnoreCase(other) : 0;
            }
            return a instanceof Number one && b instanceof Number other ? Long.compare(one.longValue(), other.longValue()) : ((Comparable) a).compareTo(b);
        }

        private static String lower(Object value) {
            return text(value).toLowerCase(Locale.ROOT);
        }

        private static String text(Object value) {
            return value == null ? "" : value.toString();
        }
    }
}
