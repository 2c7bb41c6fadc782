package de.schulpakt.funding.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.PdfCheck;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.paper.Intake;
import de.schulpakt.paper.PaperQueries;
import de.schulpakt.paper.Papers;
import de.schulpakt.paper.Received;
import de.schulpakt.paper.print.PrintQueries;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.text.Money;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The form and the table of a drawdown say what its page says, and files stand at it. */
@DbTest
class DrawdownPapersDbTest {
    private ProcurementGiven given;
    private Long drawdown;

    @BeforeEach
    void a_drawdown_of_two_receipts(Db db) {
        given = ProcurementGiven.school(db, "Gymnasium <Nord> & Süd");
        given.budget(Category.MOBILE_DEVICE, 10_000_000);
        Long order = given.order(given.approved(given.tablet(33_333), 3));
        given.receive(order, "7", null, "S-1", "S-2");
        given.receive(order, "8", null, "S-3");
        db.sql("UPDATE invoice SET due_on = '2026-12-24'");
        Long application = db.number("SELECT max(id) FROM application");
        drawdown = SchoolGiven.as(db, given.officer, () -> db.get(Drawdowns.class).propose(new Drawdowns.Propose(application, null)));
        SchoolGiven.user(db, "auditor", Role.AUDITOR, given.authority, null);
        SchoolGiven.user(db, "stranger", Role.FUNDING_OFFICER, SchoolGiven.authority(db, "Stadt Mainz"), null);
    }

    @Test
    void the_form_conforms_and_says_what_the_page_says(Db db) {
        DrawdownQueries.View view = view(db);
        for (Locale locale : List.of(Locale.GERMANY, Locale.UK)) {
            byte[] pdf = SchoolGiven.as(db, given.officer, () -> db.get(PrintQueries.class).print("drawdown", drawdown, null, locale)).bytes();
            PdfCheck.conforms(pdf);
            assertThat(PdfCheck.text(pdf).replaceAll("\\s+", " ")).contains(view.no()).contains(view.applicationNo()).contains("R-7").contains("R-8").contains("Gymnasium <Nord> & Süd")
                    .contains(Money.of(99_999).amount(locale)).contains(Money.of(view.grantCents()).amount(locale)).contains(Money.of(99_999 - view.grantCents()).amount(locale))
                    .contains(Money.of(view.lines().get(1).ownShareCents()).amount(locale));
        }
        assertThatThrownBy(() -> SchoolGiven.as(db, "stranger", () -> db.get(PrintQueries.class).print("drawdown", drawdown, null, Locale.GERMANY))).isInstanceOf(NotFound.class);
    }

    @Test
    void the_table_has_each_line_with_its_receipt_and_adds_up(Db db) throws IOException {
        DrawdownQueries.View view = view(db);
        ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        SchoolGiven.as(db, "auditor", () -> {
            DrawdownTable table = db.get(DrawdownTable.class);
            DrawdownTable.Book book = table.book(drawdown, Locale.GERMANY);
            assertThat(book.name()).isEqualTo("Mittelabruf-" + view.no());
            table.xlsx(book, Locale.GERMANY, xlsx);
            table.csv(book, Locale.GERMANY, csv);
            return null;
        });
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx.toByteArray()))) {
            List<Sheet> sheets = book.getSheets().toList();
            assertThat(sheets).extracting(Sheet::getName).containsExactly("Mittelabruf", "Zeilen");
            assertThat(sheets.get(0).read().get(1).getCellText(0)).isEqualTo(view.no());
            List<Row> lines = sheets.get(1).read();
            assertThat(lines).hasSize(3);
            int invoice = column(lines.get(0), "Rechnung");
            assertThat(List.of(lines.get(1).getCellText(invoice), lines.get(2).getCellText(invoice))).containsExactly("R-7", "R-8");
            assertThat(sum(lines, "Ausgaben")).isEqualTo(99_999);
            assertThat(sum(lines, "Zuwendung")).isEqualTo(view.grantCents());
            assertThat(sum(lines, "Eigener Anteil")).isEqualTo(99_999 - view.grantCents());
        }
        String text = csv.toString(StandardCharsets.UTF_8);
        assertThat(text.lines()).hasSize(3);
        assertThat(text).contains("R-7").contains("666.66").contains("2026-12-24");
        assertThatThrownBy(() -> SchoolGiven.as(db, "stranger", () -> db.get(DrawdownTable.class).book(drawdown, Locale.GERMANY))).isInstanceOf(NotFound.class);
    }

    @Test
    void files_stand_at_a_drawdown_for_who_sees_its_application(Db db) {
        Long paper = attach(db, given.officer);
        SchoolGiven.as(db, "auditor", () -> {
            assertThat(db.get(PaperQueries.class).of("Drawdown", drawdown)).satisfies(v -> {
                assertThat(v.rows()).extracting(PaperQueries.Row::name).containsExactly("Abruf.txt");
                assertThat(v.attaches()).isFalse();
            });
            return null;
        });
        assertThatThrownBy(() -> attach(db, "auditor")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> attach(db, "stranger")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, "stranger", () -> db.get(PaperQueries.class).content(paper))).isInstanceOf(NotFound.class);
    }

    private Long attach(Db db, String login) {
        return SchoolGiven.as(db, login, () -> {
            try (Received file = db.get(Intake.class).take(new ByteArrayInputStream("Text".getBytes(StandardCharsets.US_ASCII)), "Abruf.txt")) {
                return db.get(Papers.class).attach("Drawdown", drawdown, new Papers.Attach("DRAWDOWN", null, null), file);
            }
        });
    }

    private static int column(Row head, String name) {
        for (int c = 0; c < head.getCellCount(); c++) {
            if (name.equals(head.getCellText(c))) {
                return c;
            }
        }
        throw new AssertionError(name);
    }

    private static long sum(List<Row> rows, String name) {
        int column = column(rows.get(0), name);
        return rows.stream().skip(1).mapToLong(r -> r.getCellAsNumber(column).orElseThrow().movePointRight(2).longValueExact()).sum();
    }

    private DrawdownQueries.View view(Db db) {
        return SchoolGiven.as(db, given.officer, () -> db.get(DrawdownQueries.class).view(drawdown));
    }
}
