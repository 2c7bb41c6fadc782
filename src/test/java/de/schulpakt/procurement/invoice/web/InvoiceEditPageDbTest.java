package de.schulpakt.procurement.invoice.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Language;
import de.schulpakt.procurement.invoice.InvoiceKind;
import de.schulpakt.procurement.invoice.InvoiceQueries;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page on which an invoice is written down offers. */
@DbTest
class InvoiceEditPageDbTest {
    private Db db;
    private ProcurementGiven given;
    private Long order;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.MOBILE_DEVICE, 500_000);
        order = given.order(given.approved(given.tablet(40_000), 2));
    }

    @Test
    void an_order_that_is_paid_in_full_can_be_credited() {
        assertThat(page(false).getKind()).isEqualTo(InvoiceKind.INVOICE);
        given.receive(order, "1", null, "A", "B");
        InvoiceEditPage page = page(false);
        assertThat(page.getKind()).isEqualTo(InvoiceKind.CREDIT_NOTE);
        EditLine line = page.getLines().get(0);
        assertThat(line).extracting(EditLine::isGoods, EditLine::isOther, EditLine::getOrderLineId, EditLine::getPieces, EditLine::getNet)
                .as("what is credited is typed").containsExactly(true, false, given.orderView(order).lines().get(0).id(), null, null);
        assertThat(line.filled()).isFalse();
        line.setNet("100,00");
        assertThat(line.filled()).isTrue();
        db.checks();
    }

    @Test
    void goods_of_another_order_of_the_supplier_are_written_down_on_the_same_invoice() {
        assertThat(page(false).getLines()).as("there is no other order").noneMatch(EditLine::isOther);
        Long other = given.order(given.approved(given.tablet(40_000), 1));
        Long line = given.orderView(other).lines().get(0).id();
        InvoiceEditPage page = page(false);
        assertThat(page.getAssignable()).extracting(InvoiceQueries.Assignable::id).containsExactly(line);
        EditLine more = page.getLines().stream().filter(EditLine::isOther).findFirst().orElseThrow();
        assertThat(page.assigns(more)).isTrue();
        assertThat(page.assigns(page.getLines().get(0))).as("its own lines are what they are").isFalse();
        assertThat(more.filled()).isFalse();
        more.setOrderLineId(line);
        assertThat(more.filled()).as("what is chosen without an amount is asked for, and not passed over").isTrue();
        assertThat(page(true).getLines()).as("of what is not paid nothing is credited").noneMatch(l -> l.isGoods() && !l.isOther());
        db.checks();
    }

    private InvoiceEditPage page(boolean credit) {
        return SchoolGiven.as(db, given.officer, () -> {
            InvoiceEditPage page = new InvoiceEditPage();
            page.queries = db.get(InvoiceQueries.class);
            page.clock = db.get(Clock.class);
            page.act = new Direct();
            page.language = new German();
            page.setOrder(order);
            page.setCredit(credit);
            page.load();
            return page;
        });
    }

    /** A browser in German. */
    private static class German extends Language {
        private static final long serialVersionUID = 1L;

        @Override
        public Locale getLocale() {
            return Locale.GERMANY;
        }
    }

    /** Without a browser. */
    private static class Direct extends Act {
        @Override
        public void show(Runnable work) {
            work.run();
        }
    }
}
