package de.schulpakt.procurement.serials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.exchange.ImportQueries;
import de.schulpakt.exchange.ImportSettings;
import de.schulpakt.exchange.Imports;
import de.schulpakt.exchange.table.Finding;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.Refused;
import de.schulpakt.procurement.request.Requests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A supplier's list of serial numbers becomes receipts, after a dry run that names each bad number with its line. */
@DbTest
class SerialFileDbTest {
    private ProcurementGiven given;
    private Long tablet;
    private Long order;

    @BeforeEach
    void anOrder(Db db) {
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.MOBILE_DEVICE, 1_000_000_00);
        tablet = given.tablet(100_00);
    }

    @AfterEach
    void everyCentIsThere(Db db) {
        db.checks();
    }

    @Test
    void a_thousand_serials_with_one_double_at_the_end_and_the_good_ones_go_in_on_request(Db db) {
        order = given.order(given.approved(given.tablet(10_00), 1_000));
        String rows = IntStream.rangeClosed(1, 999).mapToObj(i -> "SN-" + i + ";LS-1\n").collect(Collectors.joining());
        Long id = upload(db, "Seriennummer;Lieferschein\n" + rows + "SN-7;LS-1\n", Map.of(SerialFileKind.ORDER, order.toString()));
        List<Finding.Told> found = findings(db, id);
        assertThat(found).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo("serials.twice");
            assertThat(f.line()).isEqualTo(1_001);
            assertThat(f.value()).isEqualTo("SN-7");
            assertThat(f.reason()).contains("Zeile 8");
        });
        assertThatThrownBy(() -> run(db, id)).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("import.wrong_rows"));
        assertThat(db.number("select count(*) from device")).as("nothing half stored").isZero();
        change(db, id, Map.of(SerialFileKind.ORDER, order.toString(), ImportSettings.LEAVE_OUT, "true"));
        run(db, id);
        assertThat(db.number("select count(*) from device where order_line_id = (select id from order_line where order_id = ?)", order)).isEqualTo(999);
        assertThat(given.orderView(order).lines().get(0).awaited()).isEqualTo(1);
        assertThat(given.orderView(order).deliveries()).singleElement().satisfies(d -> {
            assertThat(d.deliveryNoteNo()).isEqualTo("LS-1");
            assertThat(d.pieces()).isEqualTo(999);
        });
    }

    @Test
    void each_note_is_a_receipt_and_lines_are_found_by_number_or_article_over_several_orders(Db db) {
        Long second = SchoolGiven.room(db, given.school, "205");
        Long wide = given.tablet(200_00);
        order = given.order(given.approve(given.submit(given.draft(List.of(new Requests.Line(tablet, given.room, 1), new Requests.Line(tablet, second, 1),
                new Requests.Line(wide, given.room, 1))))));
        Long other = given.order(given.approved(tablet, 1));
        String no = given.orderView(order).no();
        String name = given.orderView(order).lines().get(0).article();
        String otherNo = given.orderView(other).no();
        Long id = upload(db, "Serial number;Order no;Line;Article;Delivery note;Delivery date\n"
                + "A1;" + no + ";03;;L1;" + ProcurementGiven.today() + "\nA2;" + no + ";1;;L1;" + ProcurementGiven.today() + "\nA3;" + no + ";2;" + name + ";L2;\nA4;" + otherNo
                + ";;" + name + ";L1;\n", Map.of());
        assertThat(findings(db, id)).isEmpty();
        run(db, id);
        assertThat(given.orderView(order).deliveries()).extracting(d -> d.deliveryNoteNo() + ":" + d.pieces()).containsExactly("L1:2", "L2:1");
        assertThat(given.orderView(other).deliveries()).extracting(d -> d.deliveryNoteNo() + ":" + d.pieces()).containsExactly("L1:1");
        assertThat(db.number("select l.line_no from device d join order_line l on l.id = d.order_line_id where d.serial = 'A1'")).isEqualTo(3);
        assertThat(db.number("select count(distinct l.id) from device d join order_line l on l.id = d.order_line_id")).isEqualTo(4);
    }

    @Test
    void what_a_receipt_would_refuse_is_named(Db db) {
        order = given.order(given.approved(tablet, 3));
        given.receive(order, "1", null, "DA-1");
        String no = given.orderView(order).no();
        Long id = upload(db, "Seriennummer;Bestellung;Lieferschein;Lieferdatum\nDA-1;" + no + ";N;\nB-1;X-1;N;\nB-2;" + no + ";;\nB-3;" + no + ";L-1;\nB-4;" + no
                + ";N;31.02.2026\nB-5;" + no + ";N;01.01.2001\n;" + no + ";N;\nC-1;" + no + ";N;\nC-2;" + no + ";N;\nC-3;" + no + ";N;\n", Map.of());
        assertThat(findings(db, id)).extracting(f -> f.line() + " " + f.code()).containsExactlyInAnyOrder("2 serials.known", "3 serials.order_unknown", "4 serials.note_empty",
                "5 serials.note_booked", "6 serials.day", "7 serials.day_wrong", "7 serials.day_differs", "8 serials.empty", "11 serials.beyond");
    }

    @Test
    void without_an_order_or_a_note_nothing_is_read_and_neither_a_school_nor_a_stranger_receives(Db db) {
        order = given.order(given.approved(tablet, 1));
        Long id = upload(db, "Seriennummer\nA\n", Map.of());
        assertThat(findings(db, id)).extracting(Finding.Told::code).contains("serials.no_order", "serials.no_note");
        change(db, id, Map.of(SerialFileKind.ORDER, order.toString(), SerialFileKind.NOTE, "LS-9"));
        assertThat(findings(db, id)).isEmpty();
        ProcurementGiven stranger = ProcurementGiven.school(db, "Andere");
        assertThatThrownBy(() -> SchoolGiven.as(db, given.admin, () -> db.get(Imports.class).upload(SerialFileKind.NAME, file("Seriennummer\nA\n"))))
                .isInstanceOf(Forbidden.class);
        Long foreign = SchoolGiven.as(db, stranger.officer, () -> db.get(Imports.class).upload(SerialFileKind.NAME, file("Seriennummer;Bestellung;Lieferschein\nA;"
                + given.orderView(order).no() + ";1\n")));
        assertThat(SchoolGiven.as(db, stranger.officer, () -> db.get(ImportQueries.class).findings(foreign, Locale.GERMAN))).extracting(Finding.Told::code)
                .containsExactly("serials.order_unknown");
        run(db, id);
        assertThat(given.orderView(order).deliveries()).singleElement().satisfies(d -> assertThat(d.receivedOn()).isEqualTo(ProcurementGiven.today()));
    }

    @Test
    void a_workbook_is_read_as_the_text_is_numbers_and_days_as_its_cells_say_them(Db db) throws IOException {
        order = given.order(given.approved(tablet, 3));
        String no = given.orderView(order).no();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Lieferung");
            List<String> heads = List.of("Seriennummer", "Bestellung", "Position", "Lieferschein", "Lieferdatum");
            for (int c = 0; c < heads.size(); c++) {
                sheet.value(0, c, heads.get(c));
            }
            for (int r = 1; r <= 3; r++) {
                if (r == 2) {
                    // a serial that a spreadsheet takes for a number
                    sheet.value(r, 0, 7_100_200_300L);
                } else {
                    sheet.value(r, 0, "XL-" + r);
                }
                sheet.value(r, 1, no);
                sheet.value(r, 2, 1);
                sheet.value(r, 3, "LS-XL");
                sheet.value(r, 4, ProcurementGiven.today());
                sheet.style(r, 4).format("yyyy-mm-dd").set();
            }
        }
        Long id = SchoolGiven.as(db, given.receiver, () -> db.get(Imports.class).upload(SerialFileKind.NAME, new Imports.Upload("seriennummern.xlsx", out.toByteArray())));
        assertThat(findings(db, id)).isEmpty();
        run(db, id);
        assertThat(db.sql("select serial from device order by serial")).extracting(r -> r.get("serial")).containsExactly("7100200300", "XL-1", "XL-3");
        assertThat(given.orderView(order).deliveries()).singleElement().satisfies(d -> {
            assertThat(d.deliveryNoteNo()).isEqualTo("LS-XL");
            assertThat(d.receivedOn()).isEqualTo(ProcurementGiven.today());
            assertThat(d.pieces()).isEqualTo(3);
        });
    }

    @Test
    void a_workbook_with_a_serial_that_is_known_names_its_row(Db db) throws IOException {
        order = given.order(given.approved(tablet, 2));
        given.receive(order, "1", null, "DA-1");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Lieferung");
            sheet.value(0, 0, "Seriennummer");
            sheet.value(0, 1, "Lieferschein");
            sheet.value(1, 0, "NEU-1");
            sheet.value(1, 1, "LS-2");
            sheet.value(2, 0, "DA-1");
            sheet.value(2, 1, "LS-2");
        }
        Long id = SchoolGiven.as(db, given.receiver, () -> db.get(Imports.class).upload(SerialFileKind.NAME, new Imports.Upload("seriennummern.xlsx", out.toByteArray())));
        change(db, id, Map.of(SerialFileKind.ORDER, order.toString()));
        assertThat(findings(db, id)).extracting(f -> f.line() + " " + f.code()).contains("3 serials.known");
        assertThat(db.number("select count(*) from device")).as("nothing half stored").isEqualTo(1);
    }

    private static Imports.Upload file(String text) {
        return new Imports.Upload("seriennummern.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private Long upload(Db db, String text, Map<String, String> chosen) {
        Long id = SchoolGiven.as(db, given.receiver, () -> db.get(Imports.class).upload(SerialFileKind.NAME, file(text)));
        change(db, id, chosen);
        return id;
    }

    private void change(Db db, Long id, Map<String, String> chosen) {
        SchoolGiven.as(db, given.receiver, () -> {
            ImportQueries.View seen = db.get(ImportQueries.class).view(id, Locale.GERMAN);
            Map<String, String> options = new HashMap<>(seen.settings().options());
            options.putAll(chosen);
            db.get(Imports.class).change(id, new Imports.Settings(seen.version(), new ImportSettings(seen.settings().format(), seen.settings().columns(), options)));
            return null;
        });
    }

    private List<Finding.Told> findings(Db db, Long id) {
        return SchoolGiven.as(db, given.receiver, () -> db.get(ImportQueries.class).findings(id, Locale.GERMAN));
    }

    private void run(Db db, Long id) {
        SchoolGiven.as(db, given.receiver, () -> {
            db.get(Imports.class).run(id, new Imports.Step(db.get(ImportQueries.class).view(id, Locale.GERMAN).version()));
            db.get(Imports.class).execute(id);
            return null;
        });
    }
}
