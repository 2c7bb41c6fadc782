package de.schulpakt.paper.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Role;
import de.schulpakt.install.ticket.TicketQueries;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.PdfCheck;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.overview.money.UsageQueries;
import de.schulpakt.paper.PaperQueries;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.text.Money;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.order.Orders;
import de.schulpakt.procurement.request.RequestQueries;
import de.schulpakt.procurement.request.Requests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Printed papers of subjects: what the page says, for whom the page is, in both languages; and kept as they were handed out. */
@DbTest
class PrintedPapersDbTest {
    private static final Locale[] LANGUAGES = {Locale.GERMANY, Locale.UK};

    private static byte[] print(Db db, String login, String kind, long id, Long authority, Locale locale) {
        return SchoolGiven.as(db, login, () -> db.get(PrintQueries.class).print(kind, id, authority, locale)).bytes();
    }

    /** The text of a paper that conforms in this language; it is left in {@code target/papers} to be looked at. */
    private static String read(Db db, String login, String kind, long id, Locale locale) throws IOException {
        byte[] pdf = print(db, login, kind, id, null, locale);
        Files.createDirectories(Path.of("target", "papers"));
        Files.write(Path.of("target", "papers", kind + "-" + locale.getLanguage() + ".pdf"), pdf);
        PdfCheck.conforms(pdf);
        return PdfCheck.text(pdf).replaceAll("\\s+", " ");
    }

    private static String amount(long cents, Locale locale) {
        return Money.of(cents).amount(locale);
    }

    @Test
    void the_order_sheet_says_what_the_page_of_the_order_says(Db db) throws IOException {
        ProcurementGiven given = ProcurementGiven.school(db, "Gymnasium <Nord> & Süd");
        given.budget(Category.MOBILE_DEVICE, 10_000_000);
        Long order = given.order(given.approved(given.tablet(51_234), 7));
        OrderQueries.View view = given.orderView(order);
        for (Locale locale : LANGUAGES) {
            assertThat(read(db, given.officer, "order-sheet", order, locale)).contains(view.no()).contains(view.supplier()).contains(view.supplierEmail())
                    .contains(amount(view.totalCents(), locale)).contains(amount(view.netCents(), locale)).contains(amount(51_234, locale))
                    .contains(amount(view.totalCents() - view.netCents(), locale)).contains("Gymnasium <Nord> & Süd").contains("204");
        }
    }

    @Test
    void pieces_that_were_given_up_are_ordered_no_longer(Db db) throws IOException {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.MOBILE_DEVICE, 10_000_000);
        Long order = given.order(given.approved(given.tablet(51_234), 7));
        OrderQueries.View seen = given.orderView(order);
        SchoolGiven.as(db, given.officer, () -> {
            db.get(Orders.class).change(order, new Orders.Change(seen.version(), seen.expectedOn(), List.of(new Orders.Less(seen.lines().get(0).id(), 4)), "weniger"));
            return null;
        });
        assertThat(read(db, given.officer, "order-sheet", order, Locale.GERMANY)).contains(amount(3 * 51_234, Locale.GERMANY)).doesNotContain(amount(7 * 51_234, Locale.GERMANY));
    }

    @Test
    void the_request_says_what_was_asked_and_who_decided(Db db) throws IOException {
        ProcurementGiven given = ProcurementGiven.school(db, "Realschule");
        given.budget(Category.WLAN, 10_000_000);
        Long request = given.submitted(given.accessPoint(33_333), 3);
        assertThat(read(db, given.admin, "request", request, Locale.GERMANY)).contains("Über diesen Bedarf ist noch nicht entschieden.");
        SchoolGiven.as(db, given.officer, () -> {
            db.get(Requests.class).approve(request, new Requests.Approve(given.version(request), "geht in Ordnung", null));
            return null;
        });
        RequestQueries.View view = given.request(request);
        for (Locale locale : LANGUAGES) {
            assertThat(read(db, given.officer, "request", request, locale)).contains(view.no()).contains(view.title()).contains(view.reason())
                    .contains(amount(view.totalCents(), locale)).contains(amount(33_333, locale)).contains("geht in Ordnung")
                    .contains(given.officer).contains(view.payers().get(0).applicationNo());
        }
    }

    @Test
    void the_protocol_says_what_was_measured_and_who_accepted(Db db) throws IOException {
        Long city = SchoolGiven.authority(db, "Stadt Protokoll");
        Long school = SchoolGiven.school(db, city, "Gesamtschule");
        Long room = SchoolGiven.room(db, school, "A 1.07");
        String head = SchoolGiven.user(db, "protocol.school", Role.SCHOOL_ADMIN, null, school);
        Long ticket = InstallGiven.ticket(db, school, room);
        InstallGiven.install(db, ticket, room);
        assertThat(read(db, head, "protocol", ticket, Locale.GERMANY)).contains("Die Arbeit ist noch nicht abgenommen.")
                .contains("Unterschrift für die Schule");
        InstallGiven.accept(db, head, ticket);
        TicketQueries.View view = SchoolGiven.as(db, head, () -> db.get(TicketQueries.class).view(ticket));
        for (Locale locale : LANGUAGES) {
            assertThat(read(db, head, "protocol", ticket, locale)).contains(view.no()).contains("A 1.07").contains(view.serial()).contains("EV2 / " + ticket)
                    .contains(Locale.UK.equals(locale) ? "38.5" : "38,5").contains("Stadt Protokoll").contains(head)
                    .doesNotContain("Unterschrift für die Schule");
        }
    }

    @Test
    void the_figures_for_the_council_are_those_of_the_page(Db db) throws IOException {
        ProcurementGiven given = ProcurementGiven.school(db, "Grundschule Rat");
        given.budget(Category.MOBILE_DEVICE, 7_654_321);
        given.approved(given.tablet(45_678), 3);
        UsageQueries.View view = SchoolGiven.as(db, given.officer, () -> db.get(UsageQueries.class).usage(null, given.authority));
        for (Locale locale : LANGUAGES) {
            assertThat(read(db, given.officer, "figures", view.programmeId(), locale)).contains(view.programme())
                    .contains(amount(view.approvedCents(), locale)).contains(amount(view.reservedCents(), locale)).contains(amount(view.freeCents(), locale))
                    .contains("Grundschule Rat").contains(amount(3 * 45_678, locale));
        }
        assertThat(PdfCheck.text(print(db, given.officer, "figures", view.programmeId(), given.authority, Locale.GERMANY))).contains("Grundschule Rat");
    }

    @Test
    void who_does_not_see_the_subject_finds_no_paper_of_it(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Hier");
        ProcurementGiven elsewhere = ProcurementGiven.school(db, "Dort");
        given.budget(Category.MOBILE_DEVICE, 10_000_000);
        Long request = given.approved(given.tablet(10_000), 1);
        Long order = given.order(request);
        Long ticket = InstallGiven.ticket(db, given.school, given.room);
        for (String stranger : List.of(elsewhere.officer, elsewhere.admin)) {
            assertThatThrownBy(() -> print(db, stranger, "order-sheet", order, null, Locale.UK)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> print(db, stranger, "request", request, null, Locale.UK)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> print(db, stranger, "protocol", ticket, null, Locale.UK)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> keep(db, stranger, "request", request)).isInstanceOf(NotFound.class);
        }
        // an order belongs to the authority: its school does not see it
        assertThatThrownBy(() -> print(db, given.admin, "order-sheet", order, null, Locale.UK)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> print(db, InstallGiven.technician(db), "figures", 1, null, Locale.UK)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> print(db, given.officer, "nothing", order, null, Locale.UK)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> print(db, given.officer, "request", 999_999_999L, null, Locale.UK)).isInstanceOf(NotFound.class);
    }

    @Test
    void what_was_handed_out_is_kept_and_a_newer_one_takes_its_place(Db db) throws Exception {
        ProcurementGiven given = ProcurementGiven.school(db, "Ablage");
        given.budget(Category.MOBILE_DEVICE, 10_000_000);
        Long order = given.order(given.approved(given.tablet(12_300), 2));
        Long first = keep(db, given.officer, "order-sheet", order);
        Long second = keep(db, given.officer, "order-sheet", order);
        List<PaperQueries.Row> kept = SchoolGiven.as(db, given.officer, () -> db.get(PaperQueries.class).of("PurchaseOrder", order).rows());
        assertThat(kept).hasSizeBetween(1, 2).allSatisfy(row -> {
            assertThat(row.kind()).isEqualTo("ORDER_SHEET");
            assertThat(row.mediaType()).isEqualTo("application/pdf");
            assertThat(row.name()).startsWith("Bestellblatt-");
        });
        if (!first.equals(second)) {
            assertThat(kept).filteredOn(row -> row.id().equals(first)).singleElement().satisfies(row -> assertThat(row.replacedBy()).isEqualTo(second));
        }
        String auditor = SchoolGiven.user(db, "kept.auditor", Role.AUDITOR, given.authority, null);
        assertThat(print(db, auditor, "order-sheet", order, null, Locale.GERMANY)).isNotEmpty();
        assertThatThrownBy(() -> keep(db, auditor, "order-sheet", order)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> keep(db, given.officer, "figures", 1)).isInstanceOf(NotFound.class);
    }

    private static Long keep(Db db, String login, String kind, long id) {
        return SchoolGiven.as(db, login, () -> db.get(PrintKeeping.class).keep(kind, id, Locale.GERMANY));
    }
}
