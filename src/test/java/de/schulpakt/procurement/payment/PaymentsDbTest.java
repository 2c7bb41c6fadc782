package de.schulpakt.procurement.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.exchange.ImportQueries;
import de.schulpakt.exchange.Imports;
import de.schulpakt.exchange.table.Finding;
import de.schulpakt.exchange.table.TreasuryText;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.procurement.bank.SupplierAccountQueries;
import de.schulpakt.procurement.bank.SupplierAccountState;
import de.schulpakt.procurement.bank.SupplierAccounts;
import de.schulpakt.procurement.invoice.InvoiceKind;
import de.schulpakt.procurement.invoice.InvoiceQueries;
import de.schulpakt.procurement.invoice.InvoiceState;
import de.schulpakt.procurement.invoice.Invoices;
import de.schulpakt.procurement.invoice.LineKind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Approved invoices go to the treasury as a list with a file, and come back with their days of payment. */
@DbTest
class PaymentsDbTest {
    private static final LocalDate TODAY = ProcurementGiven.today();
    private static final String IBAN = "DE89370400440532013000";
    private static final String OTHER = "DE75512108001245126199";
    private ProcurementGiven given;
    private Long budget;
    private Long order;
    private String clerk;
    private String second;

    @BeforeEach
    void twoInvoicesAreApproved(Db db) {
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
        clerk = InventoryGiven.officer(db);
        second = SchoolGiven.user(db, "zweite.person", Role.FUNDING_OFFICER, null, null);
        budget = given.budget(Category.WLAN, 5_000_00);
        order = given.order(given.approved(given.accessPoint(100_00), 5));
        given.receive(order, "1", null, "A", "B");
        given.receive(order, "2", null, "C");
    }

    @AfterEach
    void everyCentIsThere(Db db) {
        db.checks();
    }

    @Test
    void an_account_is_entered_by_one_and_confirmed_by_another_and_replaces_the_one_before(Db db) {
        refused(() -> propose(db, "DE00370400440532013000", null), "bank.iban_wrong");
        refused(() -> propose(db, IBAN, "COBADEFF1"), "bank.bic_wrong");
        Long first = propose(db, "de89 3704 0044 0532 0130 00", "cobadeff");
        assertThat(db.number("SELECT count(*) FROM notice WHERE kind = 'message.bank_proposed'")).isPositive();
        assertThatThrownBy(() -> propose(db, OTHER, null)).as("one waits already").hasStackTraceContaining("supplier_account_once");
        refused(() -> confirm(db, clerk, first), "duty.apart");
        confirm(db, second, first);
        assertThatThrownBy(() -> confirm(db, second, first)).as("twice").isInstanceOfAny(Refused.class, Conflict.class);
        Long next = propose(db, OTHER, null);
        assertThat(accounts(db).get(1).state()).as("it is paid there until the other is confirmed").isEqualTo(SupplierAccountState.CONFIRMED);
        confirm(db, second, next);
        assertThat(accounts(db)).extracting(SupplierAccountQueries.View.Account::state).containsExactly(SupplierAccountState.CONFIRMED, SupplierAccountState.REPLACED);
        as(db, second, () -> db.get(SupplierAccounts.class).end(next, new SupplierAccounts.Reason(accounts(db).get(0).version(), "Konto aufgelöst")));
        Long third = propose(db, IBAN, null);
        as(db, second, () -> db.get(SupplierAccounts.class).decline(third, new SupplierAccounts.Reason(accounts(db).get(0).version(), "stimmt nicht")));
        assertThat(accounts(db)).extracting(SupplierAccountQueries.View.Account::state).containsExactly(SupplierAccountState.DECLINED, SupplierAccountState.ENDED,
                SupplierAccountState.REPLACED);
        assertThatThrownBy(() -> SchoolGiven.as(db, given.officer, () -> db.get(SupplierAccounts.class).propose(given.supplier, account(IBAN, null))))
                .as("suppliers are everybody's").isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, given.admin, () -> db.get(SupplierAccountQueries.class).view(given.supplier))).isInstanceOf(Forbidden.class);
    }

    @Test
    void nothing_is_drawn_up_without_accounts_or_of_what_is_not_due(Db db) {
        refused(() -> drawUp(db, TODAY, invoices(db)), "payment.no_account");
        set(db);
        refused(() -> drawUp(db, TODAY, invoices(db)), "payment.no_bank");
        confirm(db, second, propose(db, IBAN, null));
        refused(() -> drawUp(db, TODAY.minusDays(1), invoices(db)), "payment.day");
        refused(() -> drawUp(db, TODAY.plusDays(366), invoices(db)), "payment.day");
        db.sql("UPDATE invoice SET state = 'CHECKED' WHERE no = 'R-2'");
        refused(() -> drawUp(db, TODAY, invoices(db)), "payment.not_approved");
        db.sql("UPDATE invoice SET state = 'APPROVED', payable_cents = 0, prepaid_cents = total_cents WHERE no = 'R-2'");
        refused(() -> drawUp(db, TODAY, invoices(db)), "payment.nothing_due");
        db.sql("UPDATE invoice SET payable_cents = total_cents, prepaid_cents = 0 WHERE no = 'R-2'");
        assertThat(db.number("SELECT count(*) FROM payment_list")).isZero();
        ProcurementGiven foreign = ProcurementGiven.school(db, "Andere Schule");
        assertThatThrownBy(() -> SchoolGiven.as(db, foreign.officer, () -> db.get(Payments.class).drawUp(new Payments.DrawUp(given.authority, TODAY, invoices(db)))))
                .isInstanceOf(NotFound.class);
        assertThat(SchoolGiven.as(db, given.officer, () -> db.get(PaymentQueries.class).payable(given.authority, null))).hasSize(2)
                .allSatisfy(p -> assertThat(p.iban()).isEqualTo(IBAN));
    }

    @Test
    void a_list_is_released_by_another_its_file_fits_the_schema_and_is_the_same_each_time(Db db) throws Exception {
        db.sql("UPDATE invoice SET discount_bp = 200, discount_ends_on = ? WHERE no = 'R-1'", TODAY.plusDays(3));
        db.sql("UPDATE supplier SET customer_no = 'Kd/7 für „Schulen“ 😀' WHERE id = ?", given.supplier);
        ready(db);
        Long id = drawUp(db, TODAY.plusDays(3), invoices(db));
        PaymentQueries.View list = view(db, id);
        assertThat(list.items()).extracting(PaymentQueries.View.Item::amountCents).containsExactly(196_00L, 100_00L);
        assertThat(list.totalCents()).isEqualTo(296_00L);
        refused(() -> pain(db, id), "payment.not_released");
        refused(() -> release(db, given.officer, id), "duty.apart");
        release(db, given.receiver, id);
        byte[] file = pain(db, id);
        assertThatCode(() -> SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(getClass().getResource("/pain.001.001.09.xsd"))
                .newValidator().validate(new StreamSource(new ByteArrayInputStream(file)))).doesNotThrowAnyException();
        String text = new String(file, StandardCharsets.UTF_8);
        assertThat(text).contains("<CtrlSum>296.00</CtrlSum>", "<NbOfTxs>2</NbOfTxs>", "<ReqdExctnDt><Dt>" + TODAY.plusDays(3) + "</Dt></ReqdExctnDt>",
                "<EndToEndId>" + list.no() + "-1</EndToEndId>", "<InstdAmt Ccy=\"EUR\">196.00</InstdAmt>", "<IBAN>" + IBAN + "</IBAN>", "Kd/7 fuer Schulen",
                "<BICFI>COBADEFF</BICFI>", "<Nm>Landkreis Muster, Kreiskasse</Nm>");
        assertThat(pain(db, id)).as("the bank knows it again").isEqualTo(file);
        String table = new String(SchoolGiven.as(db, given.receiver, () -> db.get(PaymentFiles.class).table(id)).bytes(), StandardCharsets.UTF_8);
        assertThat(table).isEqualTo(list.no() + "-1," + IBAN + ",19600," + day(TODAY.plusDays(3)) + "\r\n" + list.no() + "-2," + IBAN + ",10000,"
                + day(TODAY.plusDays(3)) + "\r\n");
        String auditor = SchoolGiven.user(db, "auditor", Role.AUDITOR, given.authority, null);
        assertThatThrownBy(() -> SchoolGiven.as(db, auditor, () -> db.get(PaymentFiles.class).pain(id))).isInstanceOf(Forbidden.class);
        assertThat(SchoolGiven.as(db, auditor, () -> db.get(PaymentList.class).page(ListView.all())).rows()).hasSize(1);
    }

    @Test
    void a_credit_note_is_set_off_in_one_transfer_that_shows_each_of_its_parts_and_waits_where_it_is_too_much(Db db) throws Exception {
        db.sql("UPDATE invoice SET discount_bp = 200, discount_ends_on = ? WHERE no = 'R-1'", TODAY);
        ready(db);
        Long credit = credit(db);
        assertThat(payable(db)).extracting(PaymentQueries.Payable::amountCents).containsExactlyInAnyOrder(196_00L, 100_00L, -100_00L);
        assertThat(payable(db)).as("there is enough to set it off").allSatisfy(p -> assertThat(p.waitsCents()).isNull());
        refused(() -> drawUp(db, TODAY, List.of(credit)), "payment.credit_waits");
        refused(() -> drawUp(db, TODAY, List.of(invoices(db).get(1), credit)), "payment.credit_waits");
        Long first = drawUp(db, TODAY, invoices(db));
        assertThat(payable(db)).isEmpty();
        as(db, given.officer, () -> db.get(Payments.class).withdraw(first, new Payments.Withdraw(view(db, first).version(), "neu")));
        assertThat(payable(db)).as("taken back with its list").hasSize(3);
        Long alone = drawUp(db, TODAY, invoices(db).subList(0, 1));
        assertThat(payable(db)).as("what is left is not more than the credit").extracting(PaymentQueries.Payable::waitsCents).containsOnly(0L);
        as(db, given.officer, () -> db.get(Payments.class).withdraw(alone, new Payments.Withdraw(view(db, alone).version(), "neu")));
        Long id = drawUp(db, TODAY, invoices(db));
        PaymentQueries.View list = view(db, id);
        assertThat(list.items()).extracting(PaymentQueries.View.Item::amountCents).containsExactly(196_00L, 100_00L, -100_00L);
        assertThat(list.totalCents()).isEqualTo(196_00L);
        assertThat(list.transfers()).singleElement().satisfies(t -> assertThat(t.amountCents()).isEqualTo(196_00L));
        release(db, given.receiver, id);
        byte[] file = pain(db, id);
        assertThatCode(() -> SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(getClass().getResource("/pain.001.001.09.xsd"))
                .newValidator().validate(new StreamSource(new ByteArrayInputStream(file)))).doesNotThrowAnyException();
        assertThat(new String(file, StandardCharsets.UTF_8)).contains("<CtrlSum>196.00</CtrlSum>", "<NbOfTxs>1</NbOfTxs>", "<EndToEndId>" + list.no() + "-1</EndToEndId>",
                "<Ustrd>R-1, R-2, -G-1</Ustrd>");
        assertThat(new String(SchoolGiven.as(db, given.receiver, () -> db.get(PaymentFiles.class).table(id)).bytes(), StandardCharsets.UTF_8))
                .isEqualTo(list.no() + "-1," + IBAN + ",19600," + day(TODAY) + "\r\n");
        assertThat(codes(db, upload(db, "Referenz;Zahltag;Betrag\n" + list.no() + "-2;" + day(TODAY) + ";100,00\n"))).as("it is no transfer of its own").contains("payments.unknown");
        run(db, upload(db, "Rechnung;Zahltag;Betrag\nR-2;" + day(TODAY) + ";196,00\n"));
        assertThat(view(db, id).items()).extracting(PaymentQueries.View.Item::state).containsOnly(PaymentItemState.PAID);
        assertThat(view(db, id).state()).isEqualTo(PaymentState.DONE);
        assertThat(invoice(db, credit).paidOn()).isEqualTo(TODAY);
        assertThat(invoice(db, invoices(db).get(0)).discountCents()).isEqualTo(4_00L);
    }

    @Test
    void a_batch_without_parts_pays_its_list_if_the_sums_are_the_same(Db db) {
        ready(db);
        Long list = drawUp(db, TODAY, invoices(db));
        release(db, given.receiver, list);
        String batch = "<Btch><PmtInfId>" + view(db, list).no() + "</PmtInfId><NbOfTxs>2</NbOfTxs></Btch>";
        assertThat(codes(db, upload(db, camt("BkToCstmrStmt", "Stmt", entry("DBIT", "BOOK", "299.00", batch))))).contains("payments.amount_other");
        Long read = upload(db, camt("BkToCstmrStmt", "Stmt", entry("DBIT", "BOOK", "300.00", batch)));
        assertThat(codes(db, read)).isEmpty();
        run(db, read);
        assertThat(view(db, list).state()).isEqualTo(PaymentState.DONE);
        assertThat(view(db, list).items()).extracting(PaymentQueries.View.Item::paidOn).containsOnly(TODAY);
        Long again = upload(db, camt("BkToCstmrStmt", "Stmt", entry("DBIT", "BOOK", "300.00", batch)));
        assertThat(importView(db, again).counts().same()).as("the same once more books nothing").isEqualTo(1);
    }

    @Test
    void what_the_bank_returns_makes_its_invoice_open_again_and_says_why(Db db) {
        db.sql("UPDATE invoice SET discount_bp = 200, discount_ends_on = ? WHERE no = 'R-1'", TODAY);
        ready(db);
        Long list = drawUp(db, TODAY, invoices(db));
        release(db, given.receiver, list);
        String no = view(db, list).no();
        String out = entry("DBIT", "BOOK", "196.00", tx(no + "-1", "196.00"));
        String back = entry("CRDT", "BOOK", "196.00", tx(no + "-1", "196.00").replace("</TxDtls>", "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls>"));
        assertThat(codes(db, upload(db, camt("BkToCstmrStmt", "Stmt", back)))).as("nobody has said that it was paid").contains("payments.not_paid");
        run(db, upload(db, camt("BkToCstmrStmt", "Stmt", out)));
        Long invoice = invoices(db).get(0);
        assertThat(given.money(budget).get(2)).isEqualTo(296_00L);
        run(db, upload(db, camt("BkToCstmrStmt", "Stmt", back)));
        assertThat(invoice(db, invoice).state()).isEqualTo(InvoiceState.APPROVED);
        assertThat(invoice(db, invoice).paidOn()).isNull();
        assertThat(invoice(db, invoice).timeline().get(0).facts().toString()).contains("said.bounced", "AC04");
        assertThat(given.money(budget).get(2)).as("the discount is spent again").isEqualTo(300_00L);
        assertThat(view(db, list).items()).extracting(PaymentQueries.View.Item::state).containsExactly(PaymentItemState.RETURNED, PaymentItemState.OPEN);
        assertThat(db.number("SELECT count(*) FROM notice WHERE kind = 'message.payment_bounced'")).isPositive();
        Long same = upload(db, camt("BkToCstmrStmt", "Stmt", out + back));
        assertThat(importView(db, same).counts().same()).as("both are known").isEqualTo(2);
        Long second = drawUp(db, TODAY, List.of(invoice));
        release(db, given.receiver, second);
        String other = view(db, second).no();
        Long both = upload(db, camt("BkToCstmrStmt", "Stmt", entry("DBIT", "BOOK", "196.00", tx(other + "-1", "196.00"))
                + back.replace(no, other).replace("AC04", "XX99") + entry("DBIT", "BOOK", "100.00", tx(no + "-2", "100.00"))));
        assertThat(codes(db, both)).isEmpty();
        run(db, both);
        assertThat(invoice(db, invoice).state()).isEqualTo(InvoiceState.APPROVED);
        assertThat(invoice(db, invoice).timeline().get(0).facts().toString()).contains("OTHER");
        assertThat(view(db, second).state()).as("nothing of it is to be paid").isEqualTo(PaymentState.DONE);
        assertThat(view(db, list).state()).isEqualTo(PaymentState.DONE);
        assertThat(given.money(budget).get(2)).isEqualTo(300_00L);
        Integer version = invoice(db, invoice).version();
        as(db, given.officer, () -> db.get(Invoices.class).pay(invoice, new Invoices.Pay(version, TODAY)));
        refused(() -> as(db, given.officer, () -> db.get(Invoices.class).bounce(invoice, new Invoices.Bounce(invoice(db, invoice).version(), TODAY.plusDays(1), Invoices.BounceReason.MS03,
                null))), "invoice.bounced_day");
        as(db, given.officer, () -> db.get(Invoices.class).bounce(invoice, new Invoices.Bounce(invoice(db, invoice).version(), TODAY, Invoices.BounceReason.MS03, "Auszug 17")));
        assertThat(invoice(db, invoice).timeline().get(0).toString()).contains("Auszug 17");
    }

    @Test
    void what_was_set_off_in_one_transfer_comes_back_as_one_and_its_list_does_not_pay_it_again(Db db) {
        ready(db);
        Long credit = credit(db);
        Long id = drawUp(db, TODAY, invoices(db));
        release(db, given.receiver, id);
        Long first = invoices(db).get(0);
        as(db, given.officer, () -> db.get(Invoices.class).pay(first, new Invoices.Pay(invoice(db, first).version(), TODAY)));
        refused(() -> as(db, given.officer, () -> db.get(Payments.class).withdraw(id, new Payments.Withdraw(view(db, id).version(), "neu"))), "payment.part_paid");
        run(db, upload(db, "Rechnung;Zahltag;Betrag\nR-2;" + day(TODAY) + ";200,00\n"));
        assertThat(view(db, id).state()).isEqualTo(PaymentState.DONE);
        as(db, given.officer, () -> db.get(Invoices.class).bounce(first, new Invoices.Bounce(invoice(db, first).version(), TODAY, Invoices.BounceReason.AC04, null)));
        assertThat(invoices(db).stream().map(i -> invoice(db, i).state())).as("the credit, too").hasSize(3).containsOnly(InvoiceState.APPROVED);
        assertThat(view(db, id).items()).extracting(PaymentQueries.View.Item::state).containsOnly(PaymentItemState.RETURNED);
        as(db, given.officer, () -> db.get(Invoices.class).pay(first, new Invoices.Pay(invoice(db, first).version(), TODAY)));
        assertThat(view(db, id).items()).as("what the bank has returned is paid by something else").extracting(PaymentQueries.View.Item::state).containsOnly(PaymentItemState.RETURNED);
        as(db, given.officer, () -> db.get(Invoices.class).unpay(first, new Invoices.Reason(invoice(db, first).version(), "vertippt")));
        Long next = drawUp(db, TODAY, invoices(db));
        release(db, given.receiver, next);
        run(db, upload(db, "Rechnung;Zahltag;Betrag\nR-2;" + day(TODAY) + ";200,00\n"));
        assertThat(invoice(db, credit).state()).isEqualTo(InvoiceState.PAID);
        as(db, given.officer, () -> db.get(Invoices.class).unpay(credit, new Invoices.Reason(invoice(db, credit).version(), "falscher Tag")));
        assertThat(invoices(db).stream().map(i -> invoice(db, i).state())).containsOnly(InvoiceState.APPROVED);
    }

    @Test
    void what_was_set_off_and_taken_back_by_hand_is_paid_again_part_by_part_in_its_list(Db db) {
        db.sql("UPDATE invoice SET discount_bp = 200, discount_ends_on = ? WHERE no = 'R-1'", TODAY);
        ready(db);
        Long credit = credit(db);
        Long id = drawUp(db, TODAY, invoices(db));
        release(db, given.receiver, id);
        run(db, upload(db, "Rechnung;Zahltag;Betrag\nR-2;" + day(TODAY) + ";196,00\n"));
        assertThat(view(db, id).state()).isEqualTo(PaymentState.DONE);
        db.sql("UPDATE invoice SET discount_ends_on = ? WHERE no = 'R-1'", TODAY.minusDays(9));
        as(db, given.officer, () -> db.get(Invoices.class).unpay(credit, new Invoices.Reason(invoice(db, credit).version(), "falscher Tag")));
        assertThat(view(db, id).items()).extracting(PaymentQueries.View.Item::state).containsOnly(PaymentItemState.RETURNED);
        LocalDate day = TODAY.minusDays(2);
        Long second = invoices(db).get(1);
        as(db, given.officer, () -> db.get(Invoices.class).pay(second, new Invoices.Pay(invoice(db, second).version(), day, null, "Lastschrift")));
        assertThat(view(db, id).items()).as("it was one transfer").extracting(PaymentQueries.View.Item::state, PaymentQueries.View.Item::paidOn)
                .containsOnly(org.assertj.core.groups.Tuple.tuple(PaymentItemState.PAID, day));
        assertThat(invoices(db).stream().map(i -> invoice(db, i).state())).containsOnly(InvoiceState.PAID);
        assertThat(invoice(db, invoices(db).get(0)).discountCents()).as("196.00 left the account, whatever day is entered").isEqualTo(4_00L);
        as(db, given.officer, () -> db.get(Invoices.class).unpay(second, new Invoices.Reason(invoice(db, second).version(), "doch nicht")));
        assertThat(invoices(db).stream().map(i -> invoice(db, i).state())).containsOnly(InvoiceState.APPROVED);
        Long next = drawUp(db, TODAY, List.of(invoices(db).get(0), credit));
        release(db, given.receiver, next);
        as(db, given.officer, () -> db.get(Invoices.class).pay(second, new Invoices.Pay(invoice(db, second).version(), TODAY)));
        assertThat(view(db, next).items()).as("what another list pays by now waits for that one").extracting(PaymentQueries.View.Item::state)
                .containsOnly(PaymentItemState.OPEN);
        assertThat(invoice(db, credit).state()).isEqualTo(InvoiceState.APPROVED);
    }

    @Test
    void a_transfer_of_which_a_part_was_paid_by_hand_comes_back_whole_and_nothing_of_it_stays_open(Db db) {
        ready(db);
        Long credit = credit(db);
        Long id = drawUp(db, TODAY, invoices(db));
        release(db, given.receiver, id);
        Long first = invoices(db).get(0);
        as(db, given.officer, () -> db.get(Invoices.class).pay(first, new Invoices.Pay(invoice(db, first).version(), TODAY)));
        as(db, given.officer, () -> db.get(Invoices.class).bounce(first, new Invoices.Bounce(invoice(db, first).version(), TODAY, Invoices.BounceReason.AC04, null)));
        assertThat(view(db, id).items()).extracting(PaymentQueries.View.Item::state).containsOnly(PaymentItemState.RETURNED);
        assertThat(view(db, id).state()).as("nothing of it is to be paid").isEqualTo(PaymentState.DONE);
        assertThat(invoice(db, credit).state()).isEqualTo(InvoiceState.APPROVED);
        as(db, given.officer, () -> db.get(Invoices.class).pay(credit, new Invoices.Pay(invoice(db, credit).version(), TODAY)));
        assertThat(view(db, id).items()).as("what the bank has returned is paid by something else").extracting(PaymentQueries.View.Item::state)
                .containsOnly(PaymentItemState.RETURNED);
        as(db, given.officer, () -> db.get(Invoices.class).unpay(credit, new Invoices.Reason(invoice(db, credit).version(), "vertippt")));
        Long next = drawUp(db, TODAY, invoices(db));
        assertThat(view(db, next).items()).as("all of it can be listed again").hasSize(3);
    }

    @Test
    void a_batch_that_comes_back_as_one_sum_opens_its_list_and_nothing_is_booked_as_paid(Db db) {
        ready(db);
        Long list = drawUp(db, TODAY, invoices(db));
        release(db, given.receiver, list);
        String no = view(db, list).no();
        String batch = "<Btch><PmtInfId>" + no + "</PmtInfId><NbOfTxs>2</NbOfTxs></Btch>";
        String back = "<TxDtls><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls>";
        String out = entry("DBIT", "BOOK", "300.00", batch);
        assertThat(codes(db, upload(db, camt("BkToCstmrStmt", "Stmt", entry("CRDT", "BOOK", "300.00", batch + back))))).contains("payments.not_paid");
        String wrong = out.replace("300.00", "299.00");
        assertThat(codes(db, upload(db, camt("BkToCstmrStmt", "Stmt", wrong + entry("CRDT", "BOOK", "300.00", batch + back))))).as("the line before pays nothing")
                .contains("payments.amount_other", "payments.not_paid");
        run(db, upload(db, camt("BkToCstmrStmt", "Stmt", out)));
        assertThat(codes(db, upload(db, camt("BkToCstmrStmt", "Stmt", entry("CRDT", "BOOK", "299.00", batch + back))))).contains("payments.amount_other");
        String one = entry("CRDT", "BOOK", "100.00", tx(no + "-2", "100.00").replace("</TxDtls>", "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls>"));
        run(db, upload(db, camt("BkToCstmrStmt", "Stmt", one)));
        Long month = upload(db, camt("BkToCstmrStmt", "Stmt", out + one));
        assertThat(codes(db, month)).isEmpty();
        assertThat(importView(db, month).counts().same()).as("the statement of the month says both once more").isEqualTo(2);
        Long second = drawUp(db, TODAY, List.of(invoices(db).get(1)));
        release(db, given.receiver, second);
        String other = view(db, second).no();
        Long both = upload(db, camt("BkToCstmrStmt", "Stmt", entry("DBIT", "BOOK", "100.00", batch.replace(no, other)) + entry("CRDT", "BOOK", "100.00", batch.replace(no, other) + back)));
        assertThat(codes(db, both)).isEmpty();
        run(db, both);
        assertThat(invoice(db, invoices(db).get(1)).state()).as("paid and returned in one statement").isEqualTo(InvoiceState.APPROVED);
        run(db, upload(db, camt("BkToCstmrStmt", "Stmt", entry("CRDT", "BOOK", "200.00", batch + back))));
        assertThat(invoices(db).stream().map(i -> invoice(db, i).state())).containsOnly(InvoiceState.APPROVED);
    }

    @Test
    void single_debits_and_the_return_of_their_whole_list_are_known_when_the_file_comes_again(Db db) {
        ready(db);
        Long list = drawUp(db, TODAY, invoices(db));
        release(db, given.receiver, list);
        String no = view(db, list).no();
        String file = camt("BkToCstmrStmt", "Stmt", entry("DBIT", "BOOK", "200.00", tx(no + "-1", "200.00")) + entry("DBIT", "BOOK", "100.00", tx(no + "-2", "100.00"))
                + entry("CRDT", "BOOK", "300.00", "<Btch><PmtInfId>" + no + "</PmtInfId><NbOfTxs>2</NbOfTxs></Btch><TxDtls><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls>"));
        run(db, upload(db, file));
        assertThat(view(db, list).items()).extracting(PaymentQueries.View.Item::state).containsOnly(PaymentItemState.RETURNED);
        Long again = upload(db, file);
        assertThat(codes(db, again)).isEmpty();
        assertThat(importView(db, again).counts().same()).isEqualTo(3);
        assertThat(codes(db, upload(db, camt("BkToCstmrStmt", "Stmt", entry("DBIT", "BOOK", "200.00", tx(no + "-1", "200.00")))))).as("a file that knows of no return")
                .contains("payments.unknown");
    }

    private List<PaymentQueries.Payable> payable(Db db) {
        return SchoolGiven.as(db, given.officer, () -> db.get(PaymentQueries.class).payable(given.authority, TODAY));
    }

    /** A credit note of 100 euros on the order. */
    private Long credit(Db db) {
        Long line = given.orderView(order).lines().get(0).id();
        Long credit = SchoolGiven.as(db, given.officer, () -> db.get(Invoices.class).capture(new Invoices.Capture(given.supplier, given.authority,
                InvoiceKind.CREDIT_NOTE, "G-1", TODAY, TODAY, null, 84_03L, 100_00L, null, null, null,
                List.of(new Invoices.Line(LineKind.GOODS, "Access Point", 1, 84_03L, 1900, line, null)), List.of(new Invoices.Vat(1900, 84_03L, 15_97L)))));
        as(db, given.officer, () -> db.get(Invoices.class).check(credit, new Invoices.Check(invoice(db, credit).version(), "Nachlass")));
        as(db, given.receiver, () -> db.get(Invoices.class).approve(credit, new Invoices.Approve(invoice(db, credit).version(), null)));
        return credit;
    }

    @Test
    void an_invoice_is_in_one_open_list_only_is_not_cancelled_while_it_is_and_may_be_listed_again(Db db) {
        ready(db);
        Long id = drawUp(db, TODAY, invoices(db));
        refused(() -> drawUp(db, TODAY, invoices(db).subList(0, 1)), "payment.listed");
        Long invoice = invoices(db).get(0);
        refused(() -> as(db, given.officer, () -> db.get(Invoices.class).cancel(invoice, new Invoices.Reason(invoice(db, invoice).version(), "falsch"))), "payment.listed");
        as(db, given.receiver, () -> db.get(Payments.class).withdraw(id, new Payments.Withdraw(view(db, id).version(), "falscher Tag")));
        assertThat(view(db, id).state()).isEqualTo(PaymentState.WITHDRAWN);
        refused(() -> pain(db, id), "payment.not_released");
        Long again = drawUp(db, TODAY, invoices(db));
        assertThat(SchoolGiven.as(db, given.officer, () -> db.get(PaymentQueries.class).listed(invoice))).get().extracting(PaymentQueries.Listed::id).isEqualTo(again);
        Integer seen = view(db, again).version();
        release(db, given.receiver, again);
        assertThatThrownBy(() -> as(db, given.receiver, () -> db.get(Payments.class).withdraw(again, new Payments.Withdraw(seen, "x")))).isInstanceOf(Conflict.class);
    }

    @Test
    void two_people_who_list_the_same_invoice_at_once_list_it_once(Db db) {
        ready(db);
        List<Long> ids = invoices(db);
        List<Throwable> thrown = db.race(2, 2, () -> SchoolGiven.as(db, given.officer, () -> db.get(Payments.class)
                .drawUp(new Payments.DrawUp(given.authority, TODAY, ids))));
        assertThat(thrown).singleElement().isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("payment.listed"));
        assertThat(db.number("SELECT count(*) FROM payment_item WHERE open_invoice_id IS NOT NULL")).isEqualTo(2);
    }

    @Test
    void a_list_is_not_released_after_its_day_or_when_the_account_is_another_one_by_now(Db db) {
        ready(db);
        Long id = drawUp(db, TODAY, invoices(db));
        db.sql("UPDATE payment_list SET pay_on = ?", TODAY.minusDays(1));
        refused(() -> release(db, given.receiver, id), "payment.day_over");
        db.sql("UPDATE payment_list SET pay_on = ?", TODAY);
        confirm(db, second, propose(db, OTHER, null));
        refused(() -> release(db, given.receiver, id), "payment.bank_changed");
    }

    @Test
    void days_of_payment_come_back_by_file_with_the_discount_and_each_line_that_fits_nothing_is_named(Db db) {
        db.sql("UPDATE invoice SET discount_bp = 200, discount_ends_on = ? WHERE no = 'R-1'", TODAY);
        ready(db);
        Long id = drawUp(db, TODAY, invoices(db));
        String no = view(db, id).no();
        String head = "Referenz;Rechnung;Buchungstag;Betrag;IBAN\n";
        assertThat(codes(db, upload(db, head + no + "-1;;" + day(TODAY) + ";-196,00;\n"))).as("it is not released").contains("payments.unknown");
        release(db, given.receiver, id);
        Long wrong = upload(db, head + no + "-9;;" + day(TODAY) + ";196,00;\n" + no + "-1;;" + day(TODAY.plusDays(1)) + ";196,00;\n" + no + "-1;;31.02.2026;196,00;\n" + no
                + "-1;;" + day(TODAY) + ";195,00;\n" + no + "-2;;" + day(TODAY) + ";viel;\n;R-7;" + day(TODAY) + ";5;\n");
        assertThat(codes(db, wrong)).contains("payments.unknown", "payments.future", "payments.day", "payments.amount_other", "payments.amount");
        refused(() -> run(db, wrong), "import.wrong_rows");
        assertThat(codes(db, upload(db, head + no + "-1;;" + day(TODAY) + ";196;\n" + no + "-1;;" + day(TODAY) + ";196;\n"))).contains("payments.twice");
        assertThat(codes(db, upload(db, "Referenz;Farbe\n" + no + "-1;blau\n"))).contains("payments.no_column");
        assertThat(given.money(budget).get(2)).as("a dry run books nothing").isEqualTo(300_00L);
        Long good = upload(db, head + no.toLowerCase(Locale.ROOT) + "-1;;" + day(TODAY) + ";-196,00;\n;R-2;" + TODAY + ";100,00 EUR;" + IBAN + "\n");
        assertThat(importView(db, good).counts().changed()).isEqualTo(2);
        run(db, good);
        assertThat(view(db, id).state()).isEqualTo(PaymentState.DONE);
        assertThat(view(db, id).items()).allSatisfy(i -> assertThat(i.state()).isEqualTo(PaymentItemState.PAID));
        assertThat(invoice(db, invoices(db).get(0)).discountCents()).isEqualTo(4_00L);
        assertThat(invoice(db, invoices(db).get(1)).paidOn()).isEqualTo(TODAY);
        assertThat(given.money(budget).get(2)).as("the discount is free again").isEqualTo(296_00L);
        Long twice = upload(db, head + no + "-1;;" + day(TODAY) + ";196;\n");
        assertThat(importView(db, twice).counts().same()).isEqualTo(1);
        run(db, twice);
        assertThat(given.money(budget).get(2)).as("all of the file is paid: nothing is booked").isEqualTo(296_00L);
        assertThat(codes(db, upload(db, head + no + "-1;;" + day(TODAY.minusDays(1)) + ";196;\n"))).contains("payments.paid_other");
        assertThatThrownBy(() -> SchoolGiven.as(db, given.admin, () -> db.get(Imports.class).upload(PaymentImportKind.NAME, file(head)))).isInstanceOf(Forbidden.class);
    }

    @Test
    void a_statement_of_the_bank_says_what_was_paid_and_nothing_else_of_it_is_kept(Db db) {
        ready(db);
        Long list = drawUp(db, TODAY, invoices(db));
        release(db, given.receiver, list);
        String no = view(db, list).no();
        String stranger = entry("DBIT", "BOOK", "5.00", tx("MIETE", "5.00"));
        String came = entry("CRDT", "BOOK", "196.00", tx(no + "-1", "196.00"));
        String announced = entry("DBIT", "PDNG", "196.00", tx(no + "-1", "196.00"));
        refused(() -> upload(db, camt("BkToCstmrStmt", "Stmt", stranger + came + announced)), "camt.nothing");
        refused(() -> upload(db, "<?xml version=\"1.0\"?><Invoice/>"), "camt.not");
        refused(() -> upload(db, "<?xml version=\"1.0\"?><Document><BkToCstmrStmt>"), "camt.not");
        refused(() -> upload(db, "<?xml version=\"1.0\"?><!DOCTYPE Document [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><Document>&a;</Document>"), "camt.doctype");
        String batch = entry("DBIT", "<Cd>BOOK</Cd>", "300.00", tx(no + "-1", "200.00") + tx(no + "-2", "100.00"));
        Long read = upload(db, camt("BkToCstmrDbtCdtNtfctn", "Ntfctn", stranger + batch));
        assertThat(importView(db, read).counts().changed()).as("the row of somebody else is not there").isEqualTo(2);
        run(db, read);
        assertThat(view(db, list).items()).extracting(PaymentQueries.View.Item::paidOn).containsOnly(TODAY);
    }

    @Test
    void a_statement_without_day_of_booking_or_with_amounts_as_instructed_is_read_and_what_it_does_not_say_is_named(Db db) {
        ready(db);
        Long list = drawUp(db, TODAY, invoices(db));
        release(db, given.receiver, list);
        String no = view(db, list).no();
        String second = instructed(no + "-2", "100.00", "EUR");
        Long wrong = upload(db, camt("BkToCstmrStmt", "Stmt", entry("DBIT", "BOOK", "300.00", instructed(no + "-1", "200.00", "USD") + second)));
        assertThat(codes(db, wrong)).contains("payments.amount");
        Long read = upload(db, camt("BkToCstmrStmt", "Stmt", entry("DBIT", "BOOK", "300.00", instructed(no + "-1", "200.00", "EUR") + second).replace("BookgDt", "ValDt")));
        assertThat(importView(db, read).counts().changed()).isEqualTo(2);
        run(db, read);
        assertThat(view(db, list).items()).extracting(PaymentQueries.View.Item::paidOn).containsOnly(TODAY);
    }

    private static String instructed(String reference, String amount, String currency) {
        return tx(reference, amount).replace("<Amt Ccy=\"EUR\">" + amount + "</Amt>",
                "<AmtDtls><InstdAmt><Amt Ccy=\"" + currency + "\">" + amount + "</Amt></InstdAmt></AmtDtls>");
    }

    private static String camt(String kind, String part, String entries) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><" + kind + "><GrpHdr><MsgId>1</MsgId></GrpHdr><"
                + part + "><Id>1</Id>" + entries + "</" + part + "></" + kind + "></Document>";
    }

    private static String entry(String side, String state, String amount, String details) {
        return "<Ntry><Amt Ccy=\"EUR\">" + amount + "</Amt><CdtDbtInd>" + side + "</CdtDbtInd><Sts>" + state + "</Sts><BookgDt><Dt>" + TODAY + "</Dt></BookgDt><NtryDtls>"
                + details + "</NtryDtls></Ntry>";
    }

    private static String tx(String reference, String amount) {
        return "<TxDtls><Refs><EndToEndId>" + reference + "</EndToEndId></Refs><Amt Ccy=\"EUR\">" + amount + "</Amt><CdtDbtInd>DBIT</CdtDbtInd><RltdPties><CdtrAcct><Id><IBAN>" + IBAN
                + "</IBAN></Id></CdtrAcct></RltdPties><RmtInf><Ustrd>Rechnung</Ustrd></RmtInf></TxDtls>";
    }

    @Test
    void a_file_locks_all_its_invoices_then_their_orders_then_the_budgets_then_the_lists(Db db) {
        db.sql("UPDATE invoice SET discount_bp = 200, discount_ends_on = ?", TODAY);
        ready(db);
        Long later = drawUp(db, TODAY, invoices(db).subList(1, 2));
        Long earlier = drawUp(db, TODAY, invoices(db).subList(0, 1));
        List.of(later, earlier).forEach(id -> release(db, given.receiver, id));
        Long file = upload(db, "Rechnung;Zahltag;Betrag\nR-2;" + day(TODAY) + ";98,00\nR-1;" + day(TODAY) + ";196,00\n");
        List<String> locks = SchoolGiven.as(db, given.receiver, () -> {
            db.get(Imports.class).run(file, new Imports.Step(db.get(ImportQueries.class).view(file, Locale.GERMAN).version()));
            return db.statementsOf(() -> db.get(Imports.class).execute(file));
        }).stream().filter(sql -> sql.contains("FOR UPDATE")).map(sql -> sql.replaceAll("(?is).* from (\\w+).*", "$1"))
                .filter(List.of("invoice", "purchase_order", "budget", "payment_list")::contains).toList();
        List<String> order = locks.stream().distinct().toList();
        assertThat(order).containsExactly("invoice", "purchase_order", "budget", "payment_list");
        assertThat(locks).as("none is locked after one of the next").isSortedAccordingTo(java.util.Comparator.comparing(order::indexOf));
        assertThat(locks).as("all of them by one statement").containsOnlyOnce("invoice");
        assertThat(given.money(budget).get(2)).isEqualTo(294_00L);
        assertThat(List.of(later, earlier)).allSatisfy(id -> assertThat(view(db, id).state()).isEqualTo(PaymentState.DONE));
    }

    @Test
    void a_file_that_pays_and_takes_back_locks_in_one_round(Db db) {
        Long other = given.order(given.approved(given.accessPoint(100_00), 1));
        given.receive(other, "9", null, "Z");
        db.sql("UPDATE invoice SET discount_bp = 200, discount_ends_on = ?", TODAY);
        ready(db);
        List<Long> ids = invoices(db);
        Long early = drawUp(db, TODAY, ids.subList(0, 1));
        Long late = drawUp(db, TODAY, ids.subList(2, 3));
        List.of(early, late).forEach(id -> release(db, given.receiver, id));
        as(db, given.officer, () -> db.get(Invoices.class).pay(ids.get(0), new Invoices.Pay(invoice(db, ids.get(0)).version(), TODAY)));
        String out = entry("DBIT", "BOOK", "98.00", tx(view(db, late).no() + "-1", "98.00"));
        String back = entry("CRDT", "BOOK", "196.00", tx(view(db, early).no() + "-1", "196.00").replace("</TxDtls>", "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls>"));
        Long file = upload(db, camt("BkToCstmrStmt", "Stmt", out + back));
        assertThat(codes(db, file)).isEmpty();
        List<String> locks = SchoolGiven.as(db, given.receiver, () -> {
            db.get(Imports.class).run(file, new Imports.Step(db.get(ImportQueries.class).view(file, Locale.GERMAN).version()));
            return db.statementsOf(() -> db.get(Imports.class).execute(file));
        }).stream().filter(sql -> sql.contains("FOR UPDATE")).map(sql -> sql.replaceAll("(?is).* from (\\w+).*", "$1"))
                .filter(List.of("invoice", "purchase_order", "budget", "payment_list")::contains).toList();
        List<String> order = List.of("invoice", "purchase_order", "budget", "payment_list");
        assertThat(locks).containsAll(order).as("none is locked after one of the next").isSortedAccordingTo(java.util.Comparator.comparing(order::indexOf));
        assertThat(locks).filteredOn("purchase_order"::equals).as("the order of what is paid and that of what came back").hasSize(2);
        assertThat(List.of(invoice(db, ids.get(0)).state(), invoice(db, ids.get(2)).state())).containsExactly(InvoiceState.APPROVED, InvoiceState.PAID);
        assertThat(given.money(budget).get(2)).as("one discount is spent again, the other free").isEqualTo(398_00L);
    }

    @Test
    void two_files_of_which_each_takes_back_what_the_other_pays_beside_are_both_stored(Db db) {
        Long other = given.order(given.approved(given.accessPoint(100_00), 2));
        given.receive(other, "8", null, "Y");
        given.receive(other, "9", null, "Z");
        db.sql("UPDATE invoice SET discount_bp = 200, discount_ends_on = ?", TODAY);
        ready(db);
        List<Long> ids = invoices(db);
        for (Long id : List.of(ids.get(0), ids.get(2))) {
            as(db, given.officer, () -> db.get(Invoices.class).pay(id, new Invoices.Pay(invoice(db, id).version(), TODAY)));
        }
        java.util.Queue<List<Long>> files = new java.util.concurrent.ConcurrentLinkedQueue<>(List.of(List.of(ids.get(1), ids.get(2)), List.of(ids.get(3), ids.get(0))));
        List<Throwable> thrown = db.race(2, 2, () -> SchoolGiven.as(db, given.receiver, () -> {
            List<Long> file = files.remove();
            db.get(Invoices.class).settleAll(new java.util.TreeMap<>(java.util.Map.of(file.get(0), new Invoices.Pay((int) db.number("SELECT version FROM invoice WHERE id = ?",
                    file.get(0)), TODAY))), new java.util.TreeMap<>(java.util.Map.of(file.get(1), new Invoices.Bounce((int) db.number("SELECT version FROM invoice WHERE id = ?",
                    file.get(1)), TODAY, Invoices.BounceReason.AC04, null))));
            return null;
        }));
        assertThat(thrown).isEmpty();
        assertThat(ids.stream().map(id -> invoice(db, id).state())).containsExactly(InvoiceState.APPROVED, InvoiceState.PAID, InvoiceState.APPROVED, InvoiceState.PAID);
    }

    @Test
    void two_files_that_name_invoices_in_other_orders_are_both_stored(Db db) {
        for (int i = 4; i <= 5; i++) {
            given.receive(order, String.valueOf(i), null, "S-" + i);
        }
        db.sql("UPDATE invoice SET discount_bp = 200, discount_ends_on = ?", TODAY);
        ready(db);
        List<Long> ids = invoices(db);
        Long odd = drawUp(db, TODAY, List.of(ids.get(0), ids.get(3)));
        Long even = drawUp(db, TODAY, List.of(ids.get(1), ids.get(2)));
        List.of(odd, even).forEach(id -> release(db, given.receiver, id));
        java.util.Queue<List<Long>> files = new java.util.concurrent.ConcurrentLinkedQueue<>(List.of(List.of(ids.get(0), ids.get(2)), List.of(ids.get(1), ids.get(3))));
        List<Throwable> thrown = db.race(2, 2, () -> SchoolGiven.as(db, given.receiver, () -> {
            java.util.TreeMap<Long, Invoices.Pay> paid = new java.util.TreeMap<>();
            files.remove().forEach(id -> paid.put(id, new Invoices.Pay(0, TODAY)));
            paid.replaceAll((id, any) -> new Invoices.Pay((int) db.number("SELECT version FROM invoice WHERE id = ?", id), TODAY));
            db.get(Invoices.class).settleAll(paid, new java.util.TreeMap<>());
            return null;
        }));
        assertThat(thrown).isEmpty();
        assertThat(List.of(odd, even)).allSatisfy(id -> assertThat(view(db, id).state()).isEqualTo(PaymentState.DONE));
    }

    @Test
    void amounts_are_read_in_both_notations_and_in_cents_and_what_could_be_two_amounts_is_named(Db db) {
        assertThat(List.of("1.234,56", "1234.56", "1,234.56", "1234,56", "-1.234,56 EUR", "1.234,56-", "1\u00a0234,56 €", "1'234.56")).allSatisfy(text ->
                assertThat(Math.abs(TreasuryText.cents(text))).isEqualTo(1_234_56L));
        assertThat(List.of("1.234", "1,234", "1.234.567", "12.34.56", "1.23,456", "0,00", "viel", "", "1234,567", "1e3")).allSatisfy(text -> assertThat(TreasuryText.cents(text)).isNull());
        assertThat(List.of("19600", "-19600", "19600 Cent", "19600-")).allSatisfy(text -> assertThat(Math.abs(TreasuryText.wholeCents(text))).isEqualTo(196_00L));
        assertThat(List.of("196,00", "196.00", "0", "", "19 600,5")).allSatisfy(text -> assertThat(TreasuryText.wholeCents(text)).isNull());
        ready(db);
        Long id = drawUp(db, TODAY, invoices(db));
        release(db, given.receiver, id);
        String no = view(db, id).no();
        assertThat(codes(db, upload(db, "Referenz;Zahltag;Betrag\n" + no + "-1;" + day(TODAY) + ";1.200\n"))).contains("payments.amount");
        assertThat(codes(db, upload(db, "Referenz;Zahltag;Betrag (Cent)\n" + no + "-1;" + day(TODAY) + ";200,00\n"))).contains("payments.amount_cents");
        assertThat(codes(db, upload(db, "Referenz;Zahltag;Betrag;Betrag in Cent\n" + no + "-1;" + day(TODAY) + ";200,00;20001\n"))).contains("payments.amounts_differ");
        Long good = upload(db, "Referenz;Zahltag;Betrag (Cent)\n" + no + "-1;" + day(TODAY) + ";-20000\n" + no + "-2;" + day(TODAY) + ";10000\n");
        assertThat(codes(db, good)).isEmpty();
        run(db, good);
        assertThat(view(db, id).state()).isEqualTo(PaymentState.DONE);
    }

    @Test
    void what_was_paid_too_late_for_the_discount_is_paid_whole_and_several_of_one_number_are_told_apart(Db db) {
        db.sql("UPDATE invoice SET discount_bp = 200, discount_ends_on = ? WHERE no = 'R-1'", TODAY);
        ready(db);
        Long first = drawUp(db, TODAY, invoices(db).subList(0, 1));
        release(db, given.receiver, first);
        run(db, upload(db, "Rechnung;Zahltag;Betrag\nR-1;" + day(TODAY) + ";200,00\n"));
        assertThat(invoice(db, invoices(db).get(0)).discountCents()).isZero();
        assertThat(given.money(budget).get(2)).isEqualTo(300_00L);
        Long invoice = invoices(db).get(0);
        as(db, given.officer, () -> db.get(Invoices.class).unpay(invoice, new Invoices.Reason(invoice(db, invoice).version(), "Rücklauf der Bank")));
        assertThat(view(db, first).items().get(0).state()).isEqualTo(PaymentItemState.RETURNED);
        Long early = drawUp(db, TODAY, invoices(db));
        as(db, given.officer, () -> db.get(Invoices.class).pay(invoice, new Invoices.Pay(invoice(db, invoice).version(), TODAY)));
        refused(() -> release(db, given.receiver, early), "payment.item_settled");
        as(db, given.officer, () -> db.get(Invoices.class).unpay(invoice, new Invoices.Reason(invoice(db, invoice).version(), "vertan")));
        as(db, given.officer, () -> db.get(Payments.class).withdraw(early, new Payments.Withdraw(view(db, early).version(), "neu")));
        Long again = drawUp(db, TODAY, invoices(db));
        release(db, given.receiver, again);
        as(db, given.officer, () -> db.get(Invoices.class).pay(invoice, new Invoices.Pay(invoice(db, invoice).version(), TODAY)));
        as(db, given.officer, () -> db.get(Invoices.class).unpay(invoice, new Invoices.Reason(invoice(db, invoice).version(), "falscher Tag")));
        assertThat(view(db, again).items()).extracting(PaymentQueries.View.Item::state).as("the treasury still pays it").containsOnly(PaymentItemState.OPEN);
        refused(() -> drawUp(db, TODAY, invoices(db)), "payment.listed");
        assertThat(codes(db, upload(db, "Referenz;Rechnung;Zahltag;Betrag\n" + view(db, first).no() + "-1;R-1;" + day(TODAY) + ";200\n"))).as("of the list before")
                .contains("payments.unknown");
        assertThat(codes(db, upload(db, "Rechnung;Zahltag;Betrag\nR-1;" + day(TODAY.minusDays(1)) + ";200\n"))).contains("payments.before_release");
        assertThat(invoice(db, invoice).state()).as("a line of an earlier day is named and pays nothing").isEqualTo(InvoiceState.APPROVED);
        as(db, given.officer, () -> db.get(Invoices.class).pay(invoice, new Invoices.Pay(invoice(db, invoice).version(), TODAY)));
        assertThat(view(db, again).items()).extracting(PaymentQueries.View.Item::state).as("paid by hand: its item follows")
                .containsExactly(PaymentItemState.PAID, PaymentItemState.OPEN);
        assertThat(invoice(db, invoice).state()).isEqualTo(InvoiceState.PAID);
        db.sql("UPDATE invoice SET no = 'R-2', invoiced_on = invoiced_on - INTERVAL 1 YEAR WHERE id = ?", invoice);
        db.sql("UPDATE payment_item SET state = 'OPEN', paid_on = NULL, open_invoice_id = invoice_id WHERE list_id = ? AND line_no = 1", again);
        assertThat(codes(db, upload(db, "Rechnung;Zahltag;Betrag\nR-2;" + day(TODAY) + ";5\n"))).contains("payments.several");
        db.sql("UPDATE payment_item SET state = 'PAID', paid_on = ?, open_invoice_id = NULL WHERE list_id = ? AND line_no = 1", TODAY, again);
    }

    @Test
    void a_list_of_many_asks_no_more_than_one_of_one(Db db) {
        ready(db);
        List<Long> all = invoices(db);
        int[] asked = new int[2];
        for (int i = 0; i < 2; i++) {
            List<Long> some = all.subList(0, i + 1);
            Long[] id = new Long[1];
            asked[i] = (int) SchoolGiven.as(db, given.officer, () -> db.statements(() -> id[0] = db.get(Payments.class).drawUp(new Payments.DrawUp(given.authority, TODAY, some))));
            as(db, given.officer, () -> db.get(Payments.class).withdraw(id[0], new Payments.Withdraw(view(db, id[0]).version(), "neu")));
        }
        assertThat(asked[1]).as("one more row to insert").isLessThanOrEqualTo(asked[0] + 1);
    }

    @Test
    void what_a_list_transfers_is_booked_whatever_day_is_entered_by_hand(Db db) {
        db.sql("UPDATE invoice SET discount_bp = 200, discount_ends_on = ? WHERE no = 'R-1'", TODAY);
        ready(db);
        Long list = drawUp(db, TODAY, invoices(db).subList(0, 1));
        release(db, given.receiver, list);
        db.sql("UPDATE invoice SET discount_ends_on = ? WHERE no = 'R-1'", TODAY.minusDays(1));
        Long invoice = invoices(db).get(0);
        as(db, given.officer, () -> db.get(Invoices.class).pay(invoice, new Invoices.Pay(invoice(db, invoice).version(), TODAY)));
        assertThat(invoice(db, invoice).discountCents()).as("196.00 left the account").isEqualTo(4_00L);
    }

    @Test
    void the_way_of_payment_is_checked_and_whoever_saw_another_one_must_look_again(Db db) {
        set(db);
        refused(() -> set(db, 1, "DE00", PaymentColumn.IBAN), "bank.iban_wrong");
        refused(() -> set(db, version(db), IBAN, PaymentColumn.IBAN, PaymentColumn.IBAN), "payment.column_twice");
        assertThat(PaymentColumn.read(" iban, AMOUNT;pay_on ")).containsExactly(PaymentColumn.IBAN, PaymentColumn.AMOUNT, PaymentColumn.PAY_ON);
        refused(() -> PaymentColumn.read("IBAN Farbe"), "payment.column_unknown");
        Integer seen = version(db);
        set(db, seen, OTHER, PaymentColumn.AMOUNT);
        assertThatThrownBy(() -> set(db, seen, IBAN, PaymentColumn.AMOUNT)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> set(db, null, IBAN, PaymentColumn.AMOUNT)).as("there is one already").isInstanceOf(RuntimeException.class);
        assertThat(SchoolGiven.as(db, given.officer, () -> db.get(PaymentQueries.class).setting(given.authority)).iban()).isEqualTo(OTHER);
    }

    private void ready(Db db) {
        set(db);
        confirm(db, second, propose(db, IBAN, "COBADEFF"));
    }

    private void set(Db db) {
        set(db, null, OTHER, PaymentColumn.REFERENCE, PaymentColumn.IBAN, PaymentColumn.AMOUNT, PaymentColumn.PAY_ON);
    }

    private void set(Db db, Integer seen, String iban, PaymentColumn... columns) {
        as(db, given.officer, () -> db.get(PaymentSettings.class).set(given.authority, new PaymentSettings.Set(seen, "Landkreis Muster, Kreiskasse", iban, null,
                List.of(columns), PaymentSettings.CsvSeparator.COMMA, PaymentSettings.CsvDecimal.CENTS, PaymentSettings.CsvDays.GERMAN, false)));
    }

    private Integer version(Db db) {
        return SchoolGiven.as(db, given.officer, () -> db.get(PaymentQueries.class).setting(given.authority)).version();
    }

    private static SupplierAccounts.Propose account(String iban, String bic) {
        return new SupplierAccounts.Propose("Muster GmbH", iban, bic, "Rechnung R-1");
    }

    private Long propose(Db db, String iban, String bic) {
        return SchoolGiven.as(db, clerk, () -> db.get(SupplierAccounts.class).propose(given.supplier, account(iban, bic)));
    }

    private void confirm(Db db, String login, Long account) {
        as(db, login, () -> db.get(SupplierAccounts.class).confirm(account, new SupplierAccounts.Confirm(accounts(db).stream().filter(a -> a.id().equals(account)).findFirst()
                .orElseThrow().version(), null)));
    }

    private List<SupplierAccountQueries.View.Account> accounts(Db db) {
        return SchoolGiven.as(db, clerk, () -> db.get(SupplierAccountQueries.class).view(given.supplier)).accounts();
    }

    private List<Long> invoices(Db db) {
        return db.sql("SELECT id FROM invoice WHERE authority_id = ? ORDER BY id", given.authority).stream().map(r -> ((Number) r.get("id")).longValue()).toList();
    }

    private InvoiceQueries.View invoice(Db db, Long id) {
        return SchoolGiven.as(db, given.officer, () -> db.get(InvoiceQueries.class).view(id));
    }

    private Long drawUp(Db db, LocalDate day, List<Long> ids) {
        return SchoolGiven.as(db, given.officer, () -> db.get(Payments.class).drawUp(new Payments.DrawUp(given.authority, day, ids)));
    }

    private void release(Db db, String login, Long id) {
        as(db, login, () -> db.get(Payments.class).release(id, new Payments.Release(view(db, id).version(), null)));
    }

    private byte[] pain(Db db, Long id) {
        return SchoolGiven.as(db, given.receiver, () -> db.get(PaymentFiles.class).pain(id)).bytes();
    }

    private PaymentQueries.View view(Db db, Long id) {
        return SchoolGiven.as(db, given.officer, () -> db.get(PaymentQueries.class).view(id));
    }

    private static String day(LocalDate day) {
        return java.time.format.DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT).format(day);
    }

    private static Imports.Upload file(String text) {
        return new Imports.Upload("zahlungen.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private Long upload(Db db, String text) {
        return SchoolGiven.as(db, given.receiver, () -> db.get(Imports.class).upload(PaymentImportKind.NAME, file(text)));
    }

    private ImportQueries.View importView(Db db, Long id) {
        return SchoolGiven.as(db, given.receiver, () -> db.get(ImportQueries.class).view(id, Locale.GERMAN));
    }

    private void run(Db db, Long id) {
        as(db, given.receiver, () -> {
            db.get(Imports.class).run(id, new Imports.Step(db.get(ImportQueries.class).view(id, Locale.GERMAN).version()));
            db.get(Imports.class).execute(id);
        });
    }

    private List<String> codes(Db db, Long id) {
        return SchoolGiven.as(db, given.receiver, () -> db.get(ImportQueries.class).findings(id, Locale.GERMAN)).stream().map(Finding.Told::code).toList();
    }

    private static void as(Db db, String login, Runnable work) {
        SchoolGiven.as(db, login, () -> {
            work.run();
            return null;
        });
    }

    private static void refused(ThrowingCallable work, String code) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
