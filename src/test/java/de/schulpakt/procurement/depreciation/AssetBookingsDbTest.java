package de.schulpakt.procurement.depreciation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import de.schulpakt.exchange.ImportQueries;
import de.schulpakt.exchange.Imports;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Role;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.inventory.value.AssetLineList;
import de.schulpakt.inventory.value.AssetRunList;
import de.schulpakt.inventory.value.Values;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Sha256;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.procurement.difference.BookingImportKind;
import de.schulpakt.procurement.difference.DifferenceQueries;
import de.schulpakt.procurement.finance.FinanceColumn;
import de.schulpakt.procurement.finance.FinanceSettings;
import de.schulpakt.procurement.payment.PaymentSettings;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A year goes to the ledger once, ends with the values of its statement, and is taken back by a counter-run. */
@DbTest
class AssetBookingsDbTest {
    private Db db;
    private ProcurementGiven given;
    private Long first;
    private Long second;
    private int year;

    @BeforeEach
    void twoTabletsOfTheYearBeforeLast(Db kit) {
        db = kit;
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.MOBILE_DEVICE, 10_000_000);
        given.receive(given.order(given.approved(given.tablet(120_000), 2)), "LS", 120_000L, "SN-V1", "SN-V2");
        second = db.number("select max(id) from device");
        first = second - 1;
        year = ProcurementGiven.today().getYear();
        db.sql("update device set delivered_on = ? where id in (?, ?)", (year - 2) + "-10-31", first, second);
    }

    @AfterEach
    void everySumIsThatOfItsLines() {
        db.checks();
    }

    @Test
    void the_file_has_debit_and_credit_of_each_class_and_school_and_its_sums_are_those_of_the_statement() {
        ready();
        Long statement = make(year - 1);
        AssetBookingQueries.View run = view(book(statement));
        assertThat(run.takesOver()).isTrue();
        assertThat(run.devices()).isEqualTo(2);
        assertThat(run.figures()).isEqualTo(new AssetBookingQueries.Figures(228_000L, 0L, 0L, 48_000L, 0L, 180_000L, 205_200L, 0L, 0L, 43_200L, 0L, 162_000L));
        assertThat(run.entries()).extracting(AssetBookingQueries.Entry::movement, AssetBookingQueries.Entry::debit, AssetBookingQueries.Entry::credit,
                AssetBookingQueries.Entry::amountCents).containsExactly(tuple(AssetMovement.DEPRECIATION, "5721", "0821", 48_000L),
                tuple(AssetMovement.RELEASE, "2310", "4161", 43_200L));
        String file = file(run.id(), false);
        String day = "31.12." + (year - 1);
        assertThat(file).isEqualTo("Referenz;Buchungstag;Konto;Kostenstelle;Betrag;Soll/Haben\r\n"
                + run.no() + "-1;" + day + ";5721;K-7;480,00;S\r\n" + run.no() + "-2;" + day + ";0821;K-7;-480,00;H\r\n"
                + run.no() + "-3;" + day + ";2310;K-7;432,00;S\r\n" + run.no() + "-4;" + day + ";4161;K-7;-432,00;H\r\n");
        assertThat(run.files()).singleElement().satisfies(f -> assertThat(f.sha256()).isEqualTo(Sha256.hex(file)));
        List<AssetBookingLineList.Row> lines = lines(run.id());
        assertThat(lines.stream().mapToLong(AssetBookingLineList.Row::depreciationCents).sum()).isEqualTo(run.figures().depreciation());
        AssetRunList.Row of = as(given.officer, () -> db.get(AssetRunList.class).page(ListView.all())).rows().get(0);
        assertThat(List.of(of.depreciationCents(), of.closingCents(), of.itemClosingCents())).containsExactly(run.figures().depreciation(), run.figures().closing(),
                run.figures().itemClosing());
        say(ModelKind.TABLET, "0999");
        assertThat(file(run.id(), false)).as("it was sent so").isEqualTo(file);
        assertThat(as(given.officer, () -> db.get(AssetBookingList.class).page(ListView.all())).rows()).singleElement().extracting(AssetBookingList.Row::closingCents)
                .isEqualTo(180_000L);
    }

    @Test
    void years_follow_each_other_and_only_the_newest_is_taken_back() {
        ready();
        Long before = book(make(year - 2));
        Long older = make(year - 1);
        Long last = make(year - 1);
        Long now = make(year);
        refused(() -> book(now), "depreciation.gap");
        refused(() -> book(older), "depreciation.older");
        assertThat(candidates()).extracting(AssetBookingQueries.Candidate::id).containsExactly(last, now);
        Long run = book(last);
        refused(() -> book(last), "depreciation.booked");
        refused(() -> book(make(year - 2)), "depreciation.booked");
        AssetBookingQueries.View next = view(book(now));
        assertThat(next.figures().opening()).isEqualTo(view(run).figures().closing());
        assertThat(next.figures().correction()).isZero();
        assertThat(next.early()).isTrue();
        refused(() -> reverse(run, view(run).version()), "depreciation.later");
        reverse(next.id(), next.version());
        assertThatThrownBy(() -> reverse(next.id(), next.version())).as("twice").isInstanceOfAny(Conflict.class, Refused.class);
        refused(() -> reverse(next.id(), view(next.id()).version()), "state.not_allowed");
        AssetBookingQueries.View back = view(next.id());
        assertThat(back.state()).isEqualTo(AssetBookingState.REVERSED);
        assertThat(back.files()).extracting(AssetBookingQueries.File::counter).containsExactly(false, true);
        assertThat(back.files()).as("both of one year").extracting(AssetBookingQueries.File::postedOn).containsOnly(LocalDate.of(year, 12, 31));
        List<String> amounts = amounts(file(next.id(), false));
        assertThat(amounts(file(next.id(), true))).isEqualTo(amounts.stream().map(a -> a.startsWith("-") ? a.substring(1) : "-" + a).toList());
        assertThat(file(next.id(), true)).contains(back.files().get(1).no() + "-1;");
        assertThat(back.timeline()).hasSize(2);
        assertThat(view(book(now)).figures()).as("booked again").isEqualTo(next.figures());
        assertThat(view(before).state()).isEqualTo(AssetBookingState.BOOKED);
    }

    @Test
    void an_end_that_became_known_late_is_a_correction_and_so_is_its_return() {
        ready();
        Long begun = book(make(year - 2));
        long left = lines(begun).stream().filter(l -> l.deviceId().equals(first)).mapToLong(AssetBookingLineList.Row::closingCents).sum();
        db.sql("update device set retired_on = ?, state = 'RETIRED', room_id = null where id = ?", (year - 2) + "-12-15", first);
        AssetBookingQueries.View run = view(book(make(year - 1)));
        assertThat(run.devices()).isEqualTo(2);
        assertThat(run.figures().correction()).as("all that was left").isEqualTo(left).isEqualTo(114_000L);
        assertThat(run.figures().itemCorrection()).isEqualTo(102_600L);
        assertThat(run.figures().closing()).isEqualTo(statementClosing(year - 1));
        assertThat(run.entries()).extracting(AssetBookingQueries.Entry::movement).containsExactly(AssetMovement.DEPRECIATION, AssetMovement.CORRECTION, AssetMovement.RELEASE,
                AssetMovement.ITEM_CORRECTION);
        db.sql("update device set retired_on = null, state = 'DELIVERED' where id = ?", first);
        AssetBookingQueries.View again = view(book(make(year)));
        assertThat(again.figures().correction()).as("what it is worth again").isEqualTo(-90_000L);
        assertThat(again.figures().closing()).isEqualTo(statementClosing(year));
        assertThat(file(again.id(), false)).contains(";5721;K-7;-900,00;H").contains(";0821;K-7;900,00;S");
    }

    @Test
    void what_was_given_up_within_the_year_leaves_with_what_is_left_and_another_price_or_life_is_corrected() {
        ready();
        book(make(year - 2));
        db.sql("update device set retired_on = ?, state = 'RETIRED', room_id = null where id = ?", (year - 1) + "-07-15", first);
        db.sql("update device set price_cents = 60000 where id = ?", second);
        db.sql("update device_payer set amount_cents = 60000 where device_id = ?", second);
        AssetBookingQueries.View run = view(book(make(year - 1)));
        assertThat(run.figures().disposal()).isEqualTo(102_000L);
        assertThat(run.figures().addition()).as("it was cheaper").isEqualTo(-60_000L);
        assertThat(run.figures().correction()).as("three months of what it did not cost").isEqualTo(-3_000L);
        assertThat(run.figures().closing()).isEqualTo(statementClosing(year - 1)).isEqualTo(45_000L);
        assertThat(run.entries()).filteredOn(e -> e.movement() == AssetMovement.DISPOSAL).singleElement().extracting(AssetBookingQueries.Entry::debit).isEqualTo("5911");
        db.sql("update depreciation_class set years = 4 where kind = 'TABLET'");
        try {
            AssetBookingQueries.View next = view(book(make(year)));
            assertThat(next.figures().correction()).isEqualTo(3_750L);
            assertThat(next.figures().closing()).isEqualTo(statementClosing(year));
        } finally {
            db.sql("update depreciation_class set years = 5 where kind = 'TABLET'");
        }
        db.sql("update device set price_cents = 120000 where id = ?", second);
        db.sql("update device_payer set amount_cents = 120000 where device_id = ?", second);
    }

    @Test
    void what_had_never_come_is_taken_out_with_its_cost() {
        ready();
        book(make(year - 2));
        db.sql("update device set retired_on = ?, state = 'RETIRED', room_id = null, disposal = 'NEVER_CAME' where id = ?", (year - 1) + "-02-01", first);
        AssetBookingQueries.View run = view(book(make(year - 1)));
        assertThat(run.figures().addition()).isEqualTo(-120_000L);
        assertThat(run.figures().correction()).isEqualTo(-6_000L);
        assertThat(run.figures().closing()).isEqualTo(statementClosing(year - 1)).isEqualTo(90_000L);
    }

    @Test
    void nothing_is_booked_before_it_is_said_how_and_where() {
        Long statement = make(year - 1);
        refused(() -> book(statement), "finance.no_setting");
        format(FinanceColumn.REFERENCE, FinanceColumn.ACCOUNT, FinanceColumn.ABSOLUTE);
        refused(() -> book(statement), "depreciation.format");
        db.sql("update finance_setting set csv_columns = 'REFERENCE,ACCOUNT,ABSOLUTE,SIDE'");
        refused(() -> book(statement), "depreciation.no_account");
        refused(() -> as(given.officer, () -> {
            db.get(AssetAccounts.class).drop(given.authority, new AssetAccounts.Drop(ModelKind.TABLET));
            return null;
        }), "depreciation.not_said");
        say(ModelKind.DISPLAY, "0815");
        refused(() -> book(statement), "depreciation.no_account");
        say(null, "0821");
        say(ModelKind.TABLET, "0822");
        assertThat(as(given.officer, () -> db.get(AssetBookingQueries.class).accounts(given.authority))).hasSize(3);
        as(given.officer, () -> {
            db.get(AssetAccounts.class).drop(given.authority, new AssetAccounts.Drop(ModelKind.DISPLAY));
            return null;
        });
        assertThat(db.number("select count(*) from asset_booking")).isZero();
        assertThat(view(book(statement)).entries().get(0).credit()).isEqualTo("0822");
        db.sql("update device set delivered_on = '2001-01-01' where id in (?, ?)", first, second);
        Long made = db.number("select max(id) from asset_booking");
        reverse(made, view(made).version());
        Long spent = make(year - 1);
        refused(() -> book(spent), "depreciation.nothing");
    }

    @Test
    void two_people_who_book_at_once_book_a_year_once() {
        ready();
        Long statement = make(year - 1);
        List<Throwable> thrown = db.race(4, 4, () -> book(statement));
        assertThat(thrown).hasSize(3).allSatisfy(t -> assertThat(t).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("depreciation.booked")));
        assertThat(db.number("select count(*) from asset_booking")).isEqualTo(1);
    }

    @Test
    void nobody_books_or_sees_what_is_another_authoritys() {
        ready();
        Long statement = make(year - 1);
        Long run = book(statement);
        ProcurementGiven foreign = ProcurementGiven.school(db, "Andere Schule");
        assertThatThrownBy(() -> as(foreign.officer, () -> db.get(AssetBookings.class).book(new AssetBookings.Book(statement)))).isInstanceOfAny(NotFound.class, Forbidden.class);
        assertThatThrownBy(() -> as(foreign.officer, () -> db.get(AssetBookingQueries.class).view(run))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as(foreign.officer, () -> db.get(AssetBookingQueries.class).file(run, false))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as(given.officer, () -> db.get(AssetBookingQueries.class).file(run, true))).as("it was not taken back").isInstanceOf(NotFound.class);
        String auditor = SchoolGiven.user(db, "auditor", Role.AUDITOR, given.authority, null);
        assertThat(as(auditor, () -> db.get(AssetBookingQueries.class).view(run)).actions()).isEmpty();
        assertThatThrownBy(() -> as(auditor, () -> {
            db.get(AssetBookings.class).reverse(run, new AssetBookings.Reverse(0, "falsch"));
            return null;
        })).isInstanceOf(Forbidden.class);
        assertThat(as(given.admin, () -> db.get(AssetBookingLineList.class).page(ListView.all())).total()).as("a school sees its devices, not the books").isZero();
    }

    @Test
    void what_comes_back_from_the_finance_system_is_compared_with_its_run_and_its_counter_run() {
        ready();
        Long run = book(make(year - 1));
        String no = view(run).no();
        String[] sent = file(run, false).split("\r\n");
        read(booked(sent, 1) + booked(sent, 2) + booked(sent, 3) + booked(sent, 4) + "900;;;01.02." + year + ";5,00;S\n");
        assertThat(differences()).as("what was sent is not there only").containsExactly("THERE_ONLY 900 null 500");
        read("1;;" + no + "-1;31.12." + (year - 1) + ";470,00;S\n");
        assertThat(differences()).containsExactlyInAnyOrder("AMOUNT " + no + "-1 48000 47000", "THERE_ONLY 900 null 500");
        Long id = db.number("select id from finance_difference where kind = 'AMOUNT' and state = 'OPEN'");
        DifferenceQueries.View shown = as(given.officer, () -> db.get(DifferenceQueries.class).view(id));
        assertThat(shown.asset()).isTrue();
        assertThat(shown.sent().runId()).isEqualTo(run);
        assertThat(shown.bookings()).singleElement().satisfies(b -> assertThat(b.amountCents()).isEqualTo(470_00L));
        read("1;;" + no + "-1;31.12." + (year - 1) + ";480,00;S\n");
        assertThat(differences()).containsExactly("THERE_ONLY 900 null 500");
        reverse(run, view(run).version());
        String counter = view(run).files().get(1).no();
        String[] back = file(run, true).split("\r\n");
        assertThat(differences()).as("nothing of the counter-run has come back yet").hasSize(1);
        read("11" + booked(back, 1).substring(1));
        assertThat(differences()).as("one line of it is there, the others are missed").contains("HERE_ONLY " + counter + "-2 48000 null").doesNotContain("THERE_ONLY 11 null -48000");
    }

    private static String booked(String[] sent, int line) {
        String[] cells = sent[line].split(";");
        return line + ";;" + cells[0] + ";" + cells[1] + ";" + cells[4] + ";" + cells[5] + "\n";
    }

    private void read(String rows) {
        Long file = as(given.officer, () -> db.get(Imports.class).upload(BookingImportKind.NAME, new Imports.Upload("buchungen.csv",
                ("Belegnummer;Belegposition;Referenz;Buchungstag;Betrag;Soll/Haben\n" + rows).getBytes(StandardCharsets.UTF_8))));
        as(given.officer, () -> {
            db.get(Imports.class).run(file, new Imports.Step(db.get(ImportQueries.class).view(file, Locale.GERMAN).version()));
            db.get(Imports.class).execute(file);
            return null;
        });
    }

    private List<String> differences() {
        return db.sql("select kind, label, here_cents as here, there_cents as there from finance_difference where state <> 'SETTLED' order by id").stream()
                .map(r -> r.get("kind") + " " + r.get("label") + " " + r.get("here") + " " + r.get("there")).toList();
    }

    private void ready() {
        format(FinanceColumn.REFERENCE, FinanceColumn.POSTED_ON, FinanceColumn.ACCOUNT, FinanceColumn.COST_CENTRE, FinanceColumn.AMOUNT, FinanceColumn.SIDE);
        as(given.officer, () -> {
            db.get(FinanceSettings.class).rule(given.authority, new FinanceSettings.Rule(null, null, given.school, null, "K-7", null));
            return null;
        });
        say(null, "0821");
    }

    private void format(FinanceColumn... columns) {
        as(given.officer, () -> {
            db.get(FinanceSettings.class).set(given.authority, new FinanceSettings.Set(null, ProcurementGiven.today().minusDays(30), List.of(columns),
                    PaymentSettings.CsvSeparator.SEMICOLON, PaymentSettings.CsvDecimal.COMMA, PaymentSettings.CsvDays.GERMAN, true));
            return null;
        });
    }

    private void say(ModelKind kind, String asset) {
        as(given.officer, () -> {
            db.get(AssetAccounts.class).say(given.authority, new AssetAccounts.Say(kind, asset, "5721", "5911", "2310", "4161"));
            return null;
        });
    }

    private Long make(int of) {
        return as(given.officer, () -> db.get(Values.class).make(new Values.Make(given.authority, of)));
    }

    private long statementClosing(int of) {
        return as(given.officer, () -> db.get(AssetLineList.class).page(ListView.all().with("run", db.number("select max(id) from asset_run where year = ?", of)))).rows().stream()
                .mapToLong(AssetLineList.Row::closingCents).sum();
    }

    private Long book(Long statement) {
        return as(given.officer, () -> db.get(AssetBookings.class).book(new AssetBookings.Book(statement)));
    }

    private void reverse(Long run, Integer seen) {
        as(given.officer, () -> {
            db.get(AssetBookings.class).reverse(run, new AssetBookings.Reverse(seen, "falsches Konto"));
            return null;
        });
    }

    private AssetBookingQueries.View view(Long run) {
        return as(given.officer, () -> db.get(AssetBookingQueries.class).view(run));
    }

    private List<AssetBookingQueries.Candidate> candidates() {
        return as(given.officer, () -> db.get(AssetBookingQueries.class).candidates());
    }

    private List<AssetBookingLineList.Row> lines(Long run) {
        return as(given.officer, () -> db.get(AssetBookingLineList.class).page(ListView.all().with("booking", run))).rows();
    }

    private String file(Long run, boolean counter) {
        return new String(as(given.officer, () -> db.get(AssetBookingQueries.class).file(run, counter)).bytes(), StandardCharsets.UTF_8);
    }

    private static List<String> amounts(String file) {
        return Arrays.stream(file.split("\r\n")).skip(1).map(l -> l.split(";")[4]).toList();
    }

    private <T> T as(String login, Callable<T> work) {
        return SchoolGiven.as(db, login, work);
    }

    private static void refused(ThrowingCallable work, String code) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
