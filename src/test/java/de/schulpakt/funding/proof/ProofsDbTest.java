package de.schulpakt.funding.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.funding.settlement.DrawdownQueries;
import de.schulpakt.funding.settlement.Drawdowns;
import de.schulpakt.funding.transfer.Transfers;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.PdfCheck;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.paper.print.PrintQueries;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.text.Money;
import de.schulpakt.procurement.invoice.InvoiceKind;
import de.schulpakt.procurement.invoice.InvoiceList;
import de.schulpakt.procurement.invoice.Invoices;
import de.schulpakt.procurement.invoice.LineKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A proof of use says what the rows say, keeps what was handed in, and what follows from it can be put right. */
@DbTest
class ProofsDbTest {
    private static final LocalDate TODAY = ProcurementGiven.today();

    @Test
    void after_a_random_road_the_proof_is_what_plain_sql_finds(Db db) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        ProcurementGiven b = ProcurementGiven.school(db, "Görres");
        Long programme = FundingGiven.programme(db, "P");
        FundingGiven.ceiling(db, programme, b.authority, 90_000_000);
        Long application = FundingGiven.application(db, programme, b.authority);
        Long annex = FundingGiven.annex(db, application, b.school);
        FundingGiven.position(db, application, annex, Category.MOBILE_DEVICE, 3_000_000 + random.nextInt(99));
        FundingGiven.position(db, application, annex, Category.WLAN, 2_000_000);
        FundingGiven.submit(db, application);
        FundingGiven.approve(db, application);
        List<Long> budgets = db.sql("select id from budget order by id").stream().map(r -> ((Number) r.get("id")).longValue()).toList();
        int serial = 0;
        for (int i = 0; i < 4; i++) {
            int pieces = 1 + random.nextInt(3);
            long price = 10_001L + random.nextInt(50_000);
            Long order = b.order(b.approved(random.nextBoolean() ? b.tablet(price) : b.accessPoint(price), pieces));
            List<String> serials = new ArrayList<>();
            for (int p = 0; p < 1 + random.nextInt(pieces); p++) {
                serials.add("S-" + serial++);
            }
            b.receive(order, "n" + i, random.nextBoolean() ? price - random.nextInt(50) : null, serials.toArray(String[]::new));
        }
        as(b, b.officer, () -> db.get(Transfers.class).move(new Transfers.Move(budgets.get(1), budgets.get(0), 12_345L, null, "Preise gestiegen")));
        if (db.number("select spent_cents from budget where id = ?", budgets.get(0)) > 500) {
            FundingGiven.correct(db, budgets.get(0), -500L, "Gutschrift");
        }
        ProofContent c = view(b, prepare(b, application)).content();
        for (ProofContent.Position p : c.positions()) {
            assertThat(p.spentCents()).as("seed %s, position %s", seed, p.no()).isEqualTo(db.number("select spent_cents from budget where id = ?", p.budgetId()));
            assertThat(p.movedCents()).isEqualTo(p.budgetId().equals(budgets.get(0)) ? 12_345 : -12_345);
            assertThat(p.deviationCents()).isEqualTo(p.spentCents() - p.approvedCents());
            assertThat(c.receipts().stream().filter(r -> r.budgetId().equals(p.budgetId())).mapToLong(ProofContent.Receipt::eligibleCents).sum())
                    .as("seed %s", seed).isEqualTo(p.spentCents());
        }
        long spent = db.number("select sum(spent_cents) from budget");
        long own = (spent * 1000 + 9_999) / 10_000;
        assertThat(c.financing().eligibleCents()).as("seed %s", seed).isEqualTo(spent);
        assertThat(c.financing().ownShareCents()).isEqualTo(own);
        assertThat(c.financing().grantCents()).isEqualTo(spent - own);
        assertThat(c.financing().othersCents()).as("seed %s, all is paid from here", seed).isZero();
        assertThat(c.receipts()).hasSize((int) db.number("select count(*) from posting where kind in ('SPEND', 'CORRECT')"));
        assertThat(c.devices()).hasSize((int) db.number("select count(*) from device"));
        assertThat(c.receipts().stream().filter(r -> r.grossCents() != null).mapToLong(ProofContent.Receipt::grossCents).sum())
                .as("seed %s", seed).isEqualTo(db.number("select sum(total_cents) from invoice"));
        assertThat(c.receipts()).filteredOn(r -> r.grossCents() != null).allSatisfy(r -> {
            assertThat(r.netCents() + r.vatCents()).isEqualTo(r.grossCents());
            assertThat(r.netCents()).isEqualTo(Money.of(r.grossCents()).net(1900).cents());
        });
        assertThat(c.moved()).extracting(ProofContent.Moved::reason).containsOnly("Preise gestiegen");
        db.checks();
    }

    @Test
    void the_published_figures_come_out_to_the_cent(Db db) {
        ProcurementGiven b = ProcurementGiven.school(db, "Kerzenheim");
        Long programme = FundingGiven.programme(db, "DP1");
        FundingGiven.rule(db, programme, RuleKind.ROUNDING, null, "HALF_UP");
        FundingGiven.rule(db, programme, RuleKind.DIRECT_AWARD_LIMIT, null, "9000000", FundingGiven.START.plusDays(1));
        FundingGiven.ceiling(db, programme, b.authority, 90_000_000);
        Long application = FundingGiven.application(db, programme, b.authority);
        FundingGiven.position(db, application, FundingGiven.annex(db, application, b.school), Category.MOBILE_DEVICE, 4_002_547);
        FundingGiven.submit(db, application);
        FundingGiven.approve(db, application);
        b.receive(b.order(b.approved(b.tablet(3_975_055), 1)), "1", null, "S-1");
        ProofContent.Financing f = view(b, prepare(b, application)).content().financing();
        assertThat(f.eligibleCents()).isEqualTo(3_975_055);
        assertThat(f.ownShareCents()).isEqualTo(397_506);
        assertThat(f.grantCents()).isEqualTo(3_577_549);
    }

    @Test
    void what_was_handed_in_stays_whatever_happens_to_the_rows(Db db) {
        ProcurementGiven b = spent(db);
        Long id = submitted(b);
        ProofQueries.View then = view(b, id);
        assertThat(then.frozen()).isTrue();
        assertThat(then.differences()).isEmpty();
        assertThat(then.sha256()).isEqualTo(db.sql("select sha2(content, 256) as s from proof where id = ?", id).get(0).get("s"));
        Long device = db.number("select min(id) from device");
        InventoryGiven.place(db, b.admin, device, b.room);
        run(b, b.receiver, () -> db.get(Invoices.class).pay(db.number("select min(id) from invoice"), new Invoices.Pay((int) db.number(
                "select version from invoice order by id limit 1"), TODAY)));
        Long budget = db.number("select min(id) from budget");
        FundingGiven.correct(db, budget, -1_000L, "Gutschrift");
        ProofQueries.View now = view(b, id);
        assertThat(now.content()).isEqualTo(then.content());
        assertThat(now.sha256()).isEqualTo(then.sha256());
        assertThat(now.whole()).isTrue();
        assertThat(now.differences()).extracting(d -> d.key()).contains("proof.diff.spent", "proof.diff.receipt_new", "proof.diff.paid", "proof.diff.place");
        db.checks();
        db.sql("update proof set content = replace(content, 'Görres', 'Gorres') where id = ?", id);
        assertThat(view(b, id).whole()).as("a change behind the program's back is seen").isFalse();
    }

    @Test
    void gaps_are_found_told_and_go_away_when_they_are_closed(Db db) {
        ProcurementGiven b = spent(db);
        Long application = application(db);
        Long programme = db.number("select min(programme_id) from application");
        FundingGiven.rule(db, programme, RuleKind.DOCUMENTS, null, "Investitionsplan; Fortbildungsplan");
        Long id = prepare(b, application);
        assertThat(gaps(b, id)).contains(ProofGap.NO_PLACE, ProofGap.NO_ACCEPTANCE, ProofGap.NOT_PAID, ProofGap.NO_FILE, ProofGap.NOT_DRAWN, ProofGap.NO_CONCEPT,
                ProofGap.NO_DOCUMENT, ProofGap.PERIOD_RUNS).doesNotContain(ProofGap.MONEY_OPEN, ProofGap.OVERDRAWN, ProofGap.INVOICE_WAITS, ProofGap.LOST);
        assertThat(view(b, id).content().gaps()).filteredOn(g -> g.kind() == ProofGap.NO_DOCUMENT).extracting(ProofContent.Gap::example)
                .containsExactly("Investitionsplan", "Fortbildungsplan");
        List<ProofContent.Receipt> receipts = view(b, id).content().receipts();
        assertThat(invoices(b, ListView.all().with("application", application).with("booked", true).with("paid", false))).as("the list to which the gap leads").isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(receipts.stream().filter(r -> r.invoiceId() != null && r.paidOn() == null).map(ProofContent.Receipt::invoiceId).distinct().toList());
        assertThat(invoices(b, ListView.all().with("application", application).with("booked", true).with("file", false))).isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(receipts.stream().filter(r -> r.invoiceId() != null && r.file() == null).map(ProofContent.Receipt::invoiceId).distinct().toList());
        run(b, b.officer, () -> db.get(Proofs.class).tell(id, new Proofs.Tell(version(db, id), ProofGap.NO_PLACE, b.school)));
        assertThat(db.number("select count(*) from notice n join app_user u on u.id = n.user_id where n.kind = 'message.proof_place' and u.login = ?", b.admin)).isEqualTo(1);
        run(b, b.officer, () -> db.get(Proofs.class).tell(id, new Proofs.Tell(version(db, id), ProofGap.NOT_PAID, null)));
        assertThat(db.number("select count(*) from notice n join app_user u on u.id = n.user_id where n.kind = 'message.proof_gap' and u.login = ?", b.receiver)).isEqualTo(1);
        refused("proof.no_gap", () -> run(b, b.officer, () -> db.get(Proofs.class).tell(id, new Proofs.Tell(version(db, id), ProofGap.LOST, b.school))));
        db.sql("select id from device").forEach(d -> InventoryGiven.place(db, b.admin, ((Number) d.get("id")).longValue(), b.room));
        db.sql("insert into history (subject_type, subject_id, action, to_state, actor_name, at) select 'Device', id, 'DeviceAction.SERVE', 'DeviceState.IN_SERVICE', 'x', now(6) from device");
        db.sql("update device set in_service_on = ?, binding_end_on = ?, state = 'IN_SERVICE'", TODAY, TODAY.plusYears(5));
        db.sql("update invoice set state = 'PAID', paid_on = ?", TODAY);
        db.sql("insert into paper (subject_type, subject_id, kind_id, name, media_type, size, sha256, actor_name, made_at) select 'Invoice', v.id, (select min(id) from paper_kind),"
                + " 'r.pdf', 'application/pdf', 1, repeat('0', 64), 'x', now(6) from invoice v");
        db.sql("insert into paper (subject_type, subject_id, kind_id, name, note, media_type, size, sha256, actor_name, made_at) values ('Application', ?, (select min(id) from paper_kind),"
                + " 'investitionsplan.pdf', 'und Fortbildungsplan', 'application/pdf', 1, repeat('0', 64), 'x', now(6))", application);
        db.sql("update annex set concept_received_on = ?", TODAY);
        as(b, b.officer, () -> db.get(Drawdowns.class).propose(new Drawdowns.Propose(application, null)));
        db.sql("update application set period_to = ?", TODAY.minusDays(1));
        assertThat(gaps(b, id)).containsExactly(ProofGap.AFTER_PERIOD);
        FundingGiven.rule(db, programme, RuleKind.PROOF_MONTHS, null, "1");
        db.sql("update application set period_to = ?", TODAY.minusMonths(2));
        assertThat(gaps(b, id)).containsExactly(ProofGap.AFTER_PERIOD, ProofGap.PROOF_LATE);
    }

    @Test
    void invoices_that_wait_money_that_is_open_and_what_is_lost_are_gaps_too(Db db) {
        ProcurementGiven b = ProcurementGiven.school(db, "Görres");
        b.budget(Category.MOBILE_DEVICE, 900_000);
        Long order = b.order(b.approved(b.tablet(40_000), 3));
        b.receive(order, "1", null, "S-1");
        Long id = prepare(b, application(db));
        assertThat(gaps(b, id)).contains(ProofGap.MONEY_OPEN);
        db.sql("insert into invoice (supplier_id, authority_id, kind, state, no, invoiced_on, net_cents, total_cents, payable_cents, created_at) values (?, ?, 'INVOICE', 'CAPTURED',"
                + " 'W-1', ?, 1, 1, 1, now(6))", b.supplier, b.authority, TODAY);
        db.sql("insert into invoice_line (invoice_id, line_no, kind, text, pieces, net_cents, vat_bp, order_line_id) select max(v.id), 1, 'GOODS', 'x', 1, 1, 1900, (select min(id) from order_line)"
                + " from invoice v");
        db.sql("update device set state = 'LOST'");
        assertThat(gaps(b, id)).contains(ProofGap.INVOICE_WAITS, ProofGap.LOST).doesNotContain(ProofGap.NO_PLACE);
    }

    @Test
    void a_final_proof_says_the_day_until_which_it_counts_and_keeps_it_when_it_is_handed_in(Db db) {
        ProcurementGiven b = spent(db);
        Long id = prepare(b, application(db));
        db.sql("update proof set to_on = ? where id = ?", TODAY.minusDays(3), id);
        assertThat(view(b, id).toOn()).as("prepared days ago, it counts what was booked since").isEqualTo(TODAY).isEqualTo(view(b, id).content().head().toOn());
        assertThat(view(b, id).content().receipts()).isNotEmpty();
        run(b, b.receiver, () -> db.get(Proofs.class).submit(id, new Proofs.Submit(version(db, id), "Rest folgt")));
        assertThat(view(b, id).toOn()).isEqualTo(TODAY).isEqualTo(view(b, id).content().head().toOn());
        assertThat(db.sql("select to_on as day from proof where id = ?", id).get(0).get("day")).hasToString(TODAY.toString());
        Long interim = as(b, b.officer, () -> db.get(Proofs.class).prepare(new Proofs.Prepare(application(db), ProofKind.INTERIM, TODAY.minusDays(3))));
        assertThat(view(b, interim).toOn()).isEqualTo(TODAY.minusDays(3)).isEqualTo(view(b, interim).content().head().toOn());
    }

    @Test
    void an_interim_proof_asks_for_no_invoice_of_a_later_day(Db db) {
        ProcurementGiven b = spent(db);
        Long invoice = db.number("select max(id) from invoice");
        db.sql("update invoice set state = 'CAPTURED', invoiced_on = ?", TODAY.minusDays(2));
        Long later = as(b, b.officer, () -> db.get(Proofs.class).prepare(new Proofs.Prepare(application(db), ProofKind.INTERIM, TODAY.minusDays(2))));
        assertThat(gaps(b, later)).contains(ProofGap.INVOICE_WAITS);
        assertThat(view(b, later).content().head().invoicesTo()).isEqualTo(TODAY.minusDays(2));
        assertThat(invoices(b, ListView.all().with("invoicedOnTo", TODAY.minusDays(2)))).containsExactly(invoice);
        db.sql("update proof set to_on = ?", TODAY.minusDays(3));
        assertThat(gaps(b, later)).doesNotContain(ProofGap.INVOICE_WAITS);
        assertThat(invoices(b, ListView.all().with("invoicedOnTo", TODAY.minusDays(3)))).as("the list behind the gap").isEmpty();
        db.sql("delete from proof");
        Long all = prepare(b, application(db));
        db.sql("update invoice set invoiced_on = ?", TODAY.plusDays(1));
        assertThat(gaps(b, all)).as("a final proof asks for all").contains(ProofGap.INVOICE_WAITS);
        assertThat(view(b, all).content().head().invoicesTo()).isNull();
        db.clean();
    }

    private static List<Long> invoices(ProcurementGiven b, ListView view) {
        return as(b, b.officer, () -> b.db.get(InvoiceList.class).page(view)).rows().stream().map(InvoiceList.Row::id).toList();
    }

    @Test
    void who_prepared_it_does_not_hand_it_in_and_open_gaps_need_a_word(Db db) {
        ProcurementGiven b = spent(db);
        Long id = prepare(b, application(db));
        run(b, b.officer, () -> db.get(Proofs.class).write(id, new Proofs.Write(version(db, id), null, "Alles geliefert.")));
        refused("duty.apart", () -> run(b, b.officer, () -> db.get(Proofs.class).submit(id, new Proofs.Submit(version(db, id), "x"))));
        refused("proof.gaps_unexplained", () -> run(b, b.receiver, () -> db.get(Proofs.class).submit(id, new Proofs.Submit(version(db, id), " "))));
        assertThatThrownBy(() -> prepare(b, application(db))).hasStackTraceContaining("proof_draft_once");
        run(b, b.receiver, () -> db.get(Proofs.class).submit(id, new Proofs.Submit(version(db, id), "Zahlungen folgen")));
        assertThat(view(b, id).content().report()).isEqualTo("Alles geliefert.");
        refused("proof.handed_in", () -> prepare(b, application(db)));
        refused("duty.apart", () -> accept(b, b.receiver, id, 0));
    }

    @Test
    void a_question_is_answered_or_leads_to_a_new_version_that_replaces_the_old_one(Db db) {
        ProcurementGiven b = spent(db);
        Long id = submitted(b);
        run(b, b.officer, () -> db.get(Proofs.class).query(id, new Proofs.Query(version(db, id), "Wo steht Gerät 1?", TODAY.plusDays(14))));
        assertThat(view(b, id).question()).isEqualTo("Wo steht Gerät 1?");
        run(b, b.officer, () -> db.get(Proofs.class).answer(id, new Proofs.Reason(version(db, id), "Raum 204")));
        assertThat(view(b, id).state()).isEqualTo(ProofState.SUBMITTED);
        Long next = as(b, b.officer, () -> db.get(Proofs.class).correct(id, new Proofs.Reason(version(db, id), "Zahlungen nachgetragen")));
        assertThat(view(b, next).edition()).isEqualTo(2);
        assertThat(view(b, next).correctsNo()).isEqualTo(view(b, id).no());
        assertThat(view(b, id).state()).isEqualTo(ProofState.SUBMITTED);
        run(b, b.receiver, () -> db.get(Proofs.class).submit(next, new Proofs.Submit(version(db, next), "x")));
        assertThat(view(b, id).state()).isEqualTo(ProofState.REPLACED);
        assertThat(view(b, id).content()).as("still readable").isNotNull();
        db.checks();
        Long interim = as(b, b.officer, () -> db.get(Proofs.class).prepare(new Proofs.Prepare(application(db), ProofKind.INTERIM, TODAY.minusDays(1))));
        assertThat(view(b, interim).content().financing().eligibleCents()).as("spent today").isZero();
        run(b, b.officer, () -> db.get(Proofs.class).write(interim, new Proofs.Write(version(db, interim), TODAY, null)));
        assertThat(view(b, interim).content().financing().eligibleCents()).isEqualTo(80_000);
        refused("proof.in_future", () -> run(b, b.officer, () -> db.get(Proofs.class).write(interim, new Proofs.Write(version(db, interim), TODAY.plusDays(1), null))));
        run(b, b.officer, () -> db.get(Proofs.class).discard(interim, new Proofs.Reason(version(db, interim), "zu früh")));
        assertThat(view(b, interim).actions()).isEmpty();
        db.checks();
    }

    @Test
    void the_accepted_proof_releases_what_waits_for_it(Db db) {
        ProcurementGiven b = spent(db);
        Long application = application(db);
        Long programme = db.number("select min(programme_id) from application");
        FundingGiven.rule(db, programme, RuleKind.PAYOUT_MODE, null, "REIMBURSEMENT");
        FundingGiven.rule(db, programme, RuleKind.RETAINED_BP, null, "1000");
        as(b, b.officer, () -> db.get(Drawdowns.class).propose(new Drawdowns.Propose(application, null)));
        refused("drawdown.nothing", () -> as(b, b.officer, () -> db.get(Drawdowns.class).propose(new Drawdowns.Propose(application, null))));
        Long id = submitted(b);
        refused("proof.in_future", () -> run(b, b.officer, () -> db.get(Proofs.class).accept(id, new Proofs.Accept(version(db, id), TODAY.plusDays(1), 1L, null))));
        refused("proof.before_submission", () -> run(b, b.officer, () -> db.get(Proofs.class).accept(id, new Proofs.Accept(version(db, id), TODAY.minusDays(1), 1L, null))));
        refused("proof.recognised_too_much", () -> accept(b, b.officer, id, 80_001));
        accept(b, b.officer, id, 80_000);
        assertThat(as(b, b.officer, () -> db.get(DrawdownQueries.class).offer(application, false)).grantCents()).isEqualTo(7_200);
        run(b, b.officer, () -> db.get(Proofs.class).reopen(id, new Proofs.Reason(version(db, id), "vertan")));
        assertThat(as(b, b.officer, () -> db.get(DrawdownQueries.class).offer(application, false)).grantCents()).isZero();
        accept(b, b.officer, id, 80_000);
        Long last = as(b, b.officer, () -> db.get(Drawdowns.class).propose(new Drawdowns.Propose(application, null)));
        assertThat(as(b, b.officer, () -> db.get(DrawdownQueries.class).view(last)).proofAcceptedOn()).isEqualTo(TODAY);
        refused("proof.drawn_upon", () -> run(b, b.officer, () -> db.get(Proofs.class).reopen(id, new Proofs.Reason(version(db, id), "vertan"))));
        db.checks();
    }

    @Test
    void what_is_claimed_back_goes_out_of_the_drawdowns_with_interest_and_can_be_put_right(Db db) {
        ProcurementGiven b = spent(db);
        Long application = application(db);
        FundingGiven.rule(db, db.number("select min(programme_id) from application"), RuleKind.INTEREST_BP, null, "500");
        Long drawdown = received(b, application);
        Long id = submitted(b);
        accept(b, b.officer, id, 60_000);
        assertThat(view(b, id).toGiveBackCents()).isEqualTo(18_000);
        refused("proof.reclaim_too_much", () -> reclaim(b, id, 72_001, TODAY));
        refused("proof.due_before_notice", () -> reclaim(b, id, 1, TODAY.minusDays(1)));
        Long claim = reclaim(b, id, 18_000, TODAY.plusDays(30));
        refused("proof.claimed_back", () -> run(b, b.officer, () -> db.get(Proofs.class).reopen(id, new Proofs.Reason(version(db, id), "x"))));
        assertThat(view(b, id).claims()).singleElement().satisfies(c -> assertThat(c.reckonedCents()).as("180.00 EUR, 73 days, 5 %").isEqualTo(180));
        refused("proof.paid_before_notice", () -> payBack(b, id, claim, TODAY.minusDays(1)));
        refused("proof.in_future", () -> payBack(b, id, claim, TODAY.plusDays(1)));
        payBack(b, id, claim, TODAY);
        refused("proof.paid_already", () -> payBack(b, id, claim, TODAY));
        assertThat(db.number("select repaid_cents from drawdown where id = ?", drawdown)).isEqualTo(18_000);
        assertThat(view(b, id).toGiveBackCents()).isZero();
        assertThat(as(b, b.officer, () -> db.get(DrawdownQueries.class).offer(application, false)).grantCents()).as("not drawn again").isZero();
        db.checks();
        drop(b, id, claim);
        assertThat(db.number("select repaid_cents from drawdown where id = ?", drawdown)).isZero();
        assertThat(view(b, id).claims()).singleElement().satisfies(c -> assertThat(c.paidOn()).isNull());
        db.sql("update drawdown set received_cents = 10000 where id = ?", drawdown);
        refused("drawdown.reclaim_too_much", () -> payBack(b, id, claim, TODAY));
        db.sql("update drawdown set received_cents = 72000 where id = ?", drawdown);
        drop(b, id, claim);
        assertThat(view(b, id).claims()).isEmpty();
        assertThatThrownBy(() -> payBack(b, id, claim, TODAY)).isInstanceOf(NotFound.class);
        db.checks();
    }

    @Test
    void what_was_claimed_back_is_not_drawn_again_when_the_rest_is_repaid_too(Db db) {
        ProcurementGiven b = spent(db);
        Long application = application(db);
        Long drawdown = received(b, application);
        Long id = submitted(b);
        accept(b, b.officer, id, 60_000);
        Long claim = reclaim(b, id, 18_000, TODAY);
        payBack(b, id, claim, TODAY);
        run(b, b.officer, () -> db.get(Drawdowns.class).repay(drawdown, new Drawdowns.Repay((int) db.number("select version from drawdown where id = ?", drawdown), TODAY,
                54_000L, "noch nicht verwendet")));
        refused("drawdown.repaid_since", () -> drop(b, id, claim));
        db.checks();
        assertThat(as(b, b.officer, () -> db.get(DrawdownQueries.class).offer(application, false)).grantCents()).isEqualTo(54_000);
        as(b, b.officer, () -> db.get(Drawdowns.class).propose(new Drawdowns.Propose(application, null)));
        assertThat(as(b, b.officer, () -> db.get(DrawdownQueries.class).offer(application, false)).grantCents()).isZero();
        db.checks();
    }

    @Test
    void two_proofs_of_an_application_claim_the_same_money_once(Db db) {
        ProcurementGiven b = spent(db);
        received(b, application(db));
        Queue<Long> proofs = new ConcurrentLinkedQueue<>();
        for (ProofKind kind : ProofKind.values()) {
            Long id = as(b, b.officer, () -> db.get(Proofs.class).prepare(new Proofs.Prepare(application(db), kind, TODAY)));
            run(b, b.receiver, () -> db.get(Proofs.class).submit(id, new Proofs.Submit(version(db, id), "Rest folgt")));
            accept(b, b.officer, id, 20_000);
            proofs.add(id);
        }
        List<Throwable> thrown = db.race(2, 2, () -> as(b, b.officer, () -> db.tx(() -> {
            reclaim(b, proofs.remove(), 40_000, TODAY);
            Thread.sleep(500);
            return null;
        })));
        assertThat(thrown).singleElement().satisfies(t -> assertThat(t).hasStackTraceContaining("proof.reclaim_too_much"));
        assertThat(db.number("select sum(grant_cents) from proof_recovery")).isEqualTo(40_000);
    }

    @Test
    void a_credit_note_that_was_cancelled_leaves_what_was_bought(Db db) {
        ProcurementGiven b = spent(db);
        Long credit = as(b, b.officer, () -> db.get(Invoices.class).capture(new Invoices.Capture(b.supplier, b.authority, InvoiceKind.CREDIT_NOTE, "G-1", TODAY, TODAY,
                null, 16_81L, 20_00L, null, null, null, List.of(new Invoices.Line(LineKind.GOODS, "Tablet", 1, 16_81L, 1900, db.number("select min(id) from order_line"), null)),
                List.of(new Invoices.Vat(1900, 16_81L, 3_19L)))));
        run(b, b.officer, () -> db.get(Invoices.class).check(credit, new Invoices.Check(seen(db, credit), "Nachlass")));
        run(b, b.receiver, () -> db.get(Invoices.class).approve(credit, new Invoices.Approve(seen(db, credit), null)));
        assertThat(bills(b)).containsExactly(80_000L, -20_00L);
        run(b, b.officer, () -> db.get(Invoices.class).cancel(credit, new Invoices.Reason(seen(db, credit), "falsch")));
        assertThat(bills(b)).containsExactly(80_000L, -20_00L, 20_00L);
        assertThat(view(b, db.number("select max(id) from proof")).content().financing().othersCents()).isZero();
    }

    private static Integer seen(Db db, Long invoice) {
        return (int) db.number("select version from invoice where id = ?", invoice);
    }

    private static List<Long> bills(ProcurementGiven b) {
        Long proof = b.db.number("select count(*) from proof") == 0 ? prepare(b, application(b.db)) : Long.valueOf(b.db.number("select max(id) from proof"));
        return view(b, proof).content().receipts().stream().map(ProofContent.Receipt::grossCents).toList();
    }

    @Test
    void nothing_is_proven_before_the_decision(Db db) {
        ProcurementGiven b = ProcurementGiven.school(db, "Görres");
        Long draft = FundingGiven.application(db, FundingGiven.programme(db, "P"), b.authority);
        refused("proof.not_decided", () -> prepare(b, draft));
        assertThat(as(b, b.officer, () -> db.get(ProofQueries.class).begin(draft)).may()).isFalse();
    }

    @Test
    void a_position_that_is_exceeded_is_answered_by_the_rule(Db db) {
        ProcurementGiven b = spent(db);
        Long programme = db.number("select min(programme_id) from application");
        Long id = prepare(b, application(db));
        db.sql("update funding_position set approved_cents = 70000");
        assertThat(answer(b, id)).isEqualTo(ProofContent.Answer.OPEN);
        FundingGiven.rule(db, programme, RuleKind.TOLERANCE_BP, null, "1000");
        assertThat(answer(b, id)).as("77,000 tolerated, 80,000 spent").isEqualTo(ProofContent.Answer.BROKEN);
        assertThat(gaps(b, id)).contains(ProofGap.TOLERANCE);
        db.sql("update programme_rule set verified = false where kind = 'TOLERANCE_BP'");
        assertThat(answer(b, id)).isEqualTo(ProofContent.Answer.UNVERIFIED);
        db.sql("update funding_position set approved_cents = 75000");
        assertThat(answer(b, id)).isEqualTo(ProofContent.Answer.HOLDS);
    }

    @Test
    void paper_and_table_say_what_was_handed_in(Db db) throws IOException {
        ProcurementGiven b = spent(db);
        Long id = submitted(b);
        ProofQueries.View view = view(b, id);
        for (Locale locale : List.of(Locale.GERMANY, Locale.UK)) {
            byte[] pdf = as(b, b.officer, () -> db.get(PrintQueries.class).print("proof", id, null, locale)).bytes();
            PdfCheck.conforms(pdf);
            assertThat(PdfCheck.text(pdf).replaceAll("\\s+", " ")).contains(view.no()).contains(Money.of(72_000).amount(locale)).contains("S-1").contains("R-1");
            ByteArrayOutputStream table = new ByteArrayOutputStream();
            as(b, b.officer, () -> {
                ProofTable tables = db.get(ProofTable.class);
                tables.write(tables.book(id, locale), locale, table);
                return null;
            });
            String sheets = unzipped(table.toByteArray());
            assertThat(sheets).contains("S-1").contains("S-2").contains("R-1").contains("<v>800.00</v>").contains("<v>720.00</v>").contains("<v>672.27</v>");
        }
    }

    private static String unzipped(byte[] zip) throws IOException {
        StringBuilder all = new StringBuilder();
        Path file = Files.write(Files.createTempFile("proof", ".xlsx"), zip);
        try (ZipFile read = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(read.entries())) {
                all.append(new String(read.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        Files.delete(file);
        return all.toString();
    }

    /** Two tablets for 400.00 each, with their invoice. */
    private static ProcurementGiven spent(Db db) {
        ProcurementGiven b = ProcurementGiven.school(db, "Görres");
        b.budget(Category.MOBILE_DEVICE, 200_000);
        b.receive(b.order(b.approved(b.tablet(40_000), 2)), "1", null, "S-1", "S-2");
        return b;
    }

    private static Long application(Db db) {
        return db.number("select max(application_id) from budget");
    }

    private static Long prepare(ProcurementGiven b, Long application) {
        return as(b, b.officer, () -> b.db.get(Proofs.class).prepare(new Proofs.Prepare(application, ProofKind.FINAL, null)));
    }

    private static Long submitted(ProcurementGiven b) {
        Long id = prepare(b, application(b.db));
        run(b, b.receiver, () -> b.db.get(Proofs.class).submit(id, new Proofs.Submit(version(b.db, id), "Rest folgt")));
        return id;
    }

    private static void accept(ProcurementGiven b, String who, Long id, long cents) {
        run(b, who, () -> b.db.get(Proofs.class).accept(id, new Proofs.Accept(version(b.db, id), TODAY, cents, "ISB-9")));
    }

    private static Long reclaim(ProcurementGiven b, Long id, long cents, LocalDate due) {
        return as(b, b.officer, () -> b.db.get(Proofs.class).reclaim(id, new Proofs.Reclaim(version(b.db, id), cents, 180L, TODAY.minusDays(73), TODAY, due, "R-1",
                "nicht förderfähig")));
    }

    private static void payBack(ProcurementGiven b, Long id, Long claim, LocalDate on) {
        run(b, b.officer, () -> b.db.get(Proofs.class).payBack(id, new Proofs.PayBack(version(b.db, id), claim, on)));
    }

    private static void drop(ProcurementGiven b, Long id, Long claim) {
        run(b, b.officer, () -> b.db.get(Proofs.class).drop(id, new Proofs.Drop(version(b.db, id), claim, "vertan")));
    }

    private static Long received(ProcurementGiven b, Long application) {
        Db db = b.db;
        Long id = as(b, b.officer, () -> db.get(Drawdowns.class).propose(new Drawdowns.Propose(application, null)));
        run(b, b.officer, () -> db.get(Drawdowns.class).request(id, new Drawdowns.Request((int) db.number("select version from drawdown where id = ?", id), TODAY, null)));
        run(b, b.officer, () -> db.get(Drawdowns.class).receive(id, new Drawdowns.Receive((int) db.number("select version from drawdown where id = ?", id), TODAY, 72_000L)));
        return id;
    }

    private static ProofContent.Answer answer(ProcurementGiven b, Long id) {
        return view(b, id).content().positions().get(0).answer();
    }

    private static List<ProofGap> gaps(ProcurementGiven b, Long id) {
        return view(b, id).content().gaps().stream().map(ProofContent.Gap::kind).distinct().toList();
    }

    private static ProofQueries.View view(ProcurementGiven b, Long id) {
        return as(b, b.officer, () -> b.db.get(ProofQueries.class).view(id));
    }

    private static Integer version(Db db, Long id) {
        return (int) db.number("select version from proof where id = ?", id);
    }

    private static <T> T as(ProcurementGiven b, String who, Callable<T> work) {
        return SchoolGiven.as(b.db, who, work);
    }

    private static void run(ProcurementGiven b, String who, Runnable work) {
        as(b, who, () -> {
            work.run();
            return null;
        });
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
