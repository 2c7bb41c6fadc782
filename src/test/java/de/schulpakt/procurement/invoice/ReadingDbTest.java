package de.schulpakt.procurement.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.rule.FieldRule;
import de.schulpakt.funding.rule.RuleAnswer;
import de.schulpakt.funding.rule.RuleQueries;
import de.schulpakt.funding.rule.RuleStage;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.procurement.einvoice.EInvoicesTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Electronic invoices meet orders, on the real database. */
@DbTest
class ReadingDbTest {
    @Test
    void an_electronic_invoice_finds_its_order_and_lines_and_its_original_is_kept(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.MOBILE_DEVICE, 500_000);
        Long order = given.order(given.approved(given.tablet(40_000), 4));
        String no = given.orderView(order).no();
        Long id = read(db, given, null, EInvoicesTest.ubl(no, "07111000-1-61"));
        InvoiceQueries.View view = view(db, given, id);
        assertThat(view.no()).isEqualTo("E-2026-1");
        assertThat(view.payableCents()).isEqualTo(160_000);
        assertThat(view.prepaidCents()).isEqualTo(595);
        assertThat(view.reference()).isEqualTo("07111000-1-61");
        assertThat(view.lines()).extracting(InvoiceQueries.View.Line::kind).containsExactly(LineKind.GOODS, LineKind.FREIGHT, LineKind.DISCOUNT);
        assertThat(view.lines().get(0).orderId()).isEqualTo(order);
        assertThat(view.lines().get(0).pieces()).isEqualTo(4);
        assertThat(db.number("select count(*) from paper where subject_type = 'Invoice' and subject_id = ?", id)).isEqualTo(1);
        refused("invoice.booked", () -> read(db, given, order, EInvoicesTest.ubl(no, "x")));
        db.checks();
    }

    @Test
    void one_that_a_pdf_carries_counts_as_electronic_until_it_is_removed(Db db) throws IOException {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.MOBILE_DEVICE, 500_000);
        String no = given.orderView(given.order(given.approved(given.tablet(40_000), 4))).no();
        byte[] pdf = EInvoicesTest.pdf("factur-x.xml", EInvoicesTest.ubl(no, "x"));
        Long id = SchoolGiven.as(db, given.officer, () -> db.get(Reading.class).read(new Reading.Read(null, "Rechnung.pdf", pdf)));
        assertThat(db.number("select read_from from invoice where id = ?", id)).isEqualTo(db.number("select max(id) from paper"));
        assertThat(electronic(db, given, id)).isEqualTo(RuleAnswer.HOLDS);
        db.sql("update invoice set read_from = null");
        assertThat(electronic(db, given, id)).as("typed, with a PDF").isEqualTo(RuleAnswer.BROKEN);
        db.sql("update invoice set read_from = (select max(id) from paper)");
        db.sql("update paper set removed_at = now(6)");
        assertThat(electronic(db, given, id)).isEqualTo(RuleAnswer.BROKEN);
        db.clean();
    }

    private static RuleAnswer electronic(Db db, ProcurementGiven who, Long id) {
        return SchoolGiven.as(db, who.officer, () -> db.get(RuleQueries.class).at(RuleStage.INVOICE, id)).get(0).findings().stream().filter(f -> f.rule() == FieldRule.R31).findFirst().orElseThrow()
                .answer();
    }

    @Test
    void without_a_known_number_it_is_read_at_its_order_and_lines_are_assigned_by_hand(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.MOBILE_DEVICE, 500_000);
        Long order = given.order(given.approved(given.tablet(30_000), 2));
        String xml = EInvoicesTest.ubl("4711", "x").replace("<cbc:LineID>1</cbc:LineID>", "<cbc:LineID>77</cbc:LineID>")
                .replace("<cbc:Name>Tablet</cbc:Name>", "<cbc:Name>Etwas anderes</cbc:Name>");
        refused("einvoice.no_order", () -> read(db, given, null, xml));
        String two = xml.replaceAll("(?s)(<cac:InvoiceLine>.*</cac:InvoiceLine>)", "$1<cac:InvoiceLine><cbc:ID>2</cbc:ID><cbc:InvoicedQuantity>1</cbc:InvoicedQuantity>"
                + "<cbc:LineExtensionAmount>0.00</cbc:LineExtensionAmount><cac:Item><cbc:Name>Kabel</cbc:Name><cac:ClassifiedTaxCategory><cbc:Percent>19</cbc:Percent>"
                + "</cac:ClassifiedTaxCategory></cac:Item></cac:InvoiceLine>");
        Long id = read(db, given, order, two);
        assertThat(view(db, given, id).lines().get(0).orderLineId()).isNull();
        List<InvoiceQueries.Assignable> lines = SchoolGiven.as(db, given.officer, () -> db.get(InvoiceQueries.class).assignable(id));
        assertThat(lines).extracting(InvoiceQueries.Assignable::orderNo).containsExactly(given.orderView(order).no());
        db.checks();
    }

    @Test
    void an_invoice_to_another_leitweg_id_is_refused(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        ProcurementGiven other = ProcurementGiven.school(db, "Fernes Gymnasium");
        given.budget(Category.MOBILE_DEVICE, 500_000);
        Long order = given.order(given.approved(given.tablet(40_000), 4));
        String no = given.orderView(order).no();
        for (String wrong : List.of("07111000-1-62", "07111000", "1-a", "07111000-1-6I")) {
            refused("invoice.leitweg", () -> address(db, given, given.authority, null, wrong));
        }
        address(db, given, given.authority, null, "07111000-1-61");
        refused("einvoice.other_buyer", () -> read(db, given, order, EInvoicesTest.ubl(no, "07111000-2-58")));
        assertThat(view(db, given, read(db, given, order, EInvoicesTest.ubl(no, "07111000-1-61"))).reference()).isEqualTo("07111000-1-61");
        assertThatThrownBy(() -> address(db, given, given.authority, 7, "07111000-3-55")).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> address(db, other, given.authority, null, "07111000-3-55")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> read(db, other, order, EInvoicesTest.ubl(no, "x"))).isInstanceOf(NotFound.class);
        refused("einvoice.no_order", () -> read(db, other, null, EInvoicesTest.ubl(no, "x")));
        assertThat(SchoolGiven.as(db, given.officer, () -> db.get(InvoiceQueries.class).addresses())).extracting(InvoiceQueries.AddressOf::leitwegId)
                .containsExactly("07111000-1-61");
        db.checks();
    }

    @Test
    void check_digits_find_a_slip() {
        assertThat(List.of("04011000-1234512345-06", "992-90009-96")).allMatch(BillingAddress::checks);
        assertThat(List.of("04011000-1234512354-06", "991-01234-44", "04011000-1234512345-60")).noneMatch(BillingAddress::checks);
    }

    private static void address(Db db, ProcurementGiven who, Long authority, Integer seen, String leitweg) {
        SchoolGiven.as(db, who.officer, () -> {
            db.get(Invoices.class).address(authority, new Invoices.Address(seen, leitweg));
            return null;
        });
    }

    private static Long read(Db db, ProcurementGiven who, Long order, String xml) {
        return SchoolGiven.as(db, who.officer, () -> db.get(Reading.class).read(new Reading.Read(order, "e.xml", xml.getBytes(StandardCharsets.UTF_8))));
    }

    private static InvoiceQueries.View view(Db db, ProcurementGiven who, Long id) {
        return SchoolGiven.as(db, who.officer, () -> db.get(InvoiceQueries.class).view(id));
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
