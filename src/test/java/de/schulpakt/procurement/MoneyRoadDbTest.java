package de.schulpakt.procurement;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.ledger.OwnMoney;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.transfer.TransferQueries;
import de.schulpakt.funding.transfer.TransferState;
import de.schulpakt.funding.transfer.Transfers;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.PropertyDb;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Refused;
import de.schulpakt.procurement.invoice.InvoiceKind;
import de.schulpakt.procurement.invoice.InvoiceQueries;
import de.schulpakt.procurement.invoice.InvoiceState;
import de.schulpakt.procurement.invoice.Invoices;
import de.schulpakt.procurement.invoice.LineKind;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.order.Orders;
import de.schulpakt.procurement.receipt.BackKind;
import de.schulpakt.procurement.receipt.Receipts;
import de.schulpakt.procurement.receipt.Returns;
import de.schulpakt.procurement.request.RequestQueries;
import de.schulpakt.procurement.request.RequestState;
import de.schulpakt.procurement.request.Requests;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Whatever is done in whatever order, no cent is lost or double: long random roads of requests, decisions, transfers, orders and
 * receipts beside a naive model that only adds up. After each step all invariants of the database hold, and what is reserved,
 * committed and spent over all budgets is what the model says. A step may be refused; then nothing has changed.
 */
class MoneyRoadDbTest {
    /** What is tried: each with two numbers that choose among what is there. */
    enum Try {
        ASK, APPROVE, APPROVE_OWN, APPROVE_PART, PAYERS, SHIFT, LEND, BACK, REVERSE, ORDER, ORDER_AGAIN, RECEIVE, RECEIVE_MORE, GIVE_UP, CANCEL,
        REJECT, HOUSEHOLD, RECEIVE_ALONE, SEND_BACK, SEND_BACK_MORE, EXCHANGE, CREDIT, CREDIT_MORE, UNDO_INVOICE, PAY, UNPAY, REPAY
    }

    /** A step of the road. */
    record Step(Try what, int a, int b) {
    }

    @Provide
    Arbitrary<List<Step>> roads() {
        return Combinators.combine(Arbitraries.of(Try.class), Arbitraries.integers().between(0, 999), Arbitraries.integers().between(0, 999))
                .as(Step::new).list().ofMinSize(15).ofMaxSize(40);
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void no_cent_is_lost(@ForAll("roads") List<Step> road) {
        PropertyDb.clean(db -> {
            World world = new World(db);
            world.step(new Step(Try.ASK, 1, 2));
            for (Step step : road) {
                world.step(step);
                world.holds(step);
            }
        });
    }

    /** A line as the model knows it: pieces at a price, reserved, then ordered. */
    private static final class Line {
        private long reserved;
        private long committed;
        private long spent;
    }

    /** The system under test and the model beside it. */
    private static final class World {
        private static final long PRICE = 333_33;
        private final Db db;
        private final ProcurementGiven given;
        private final List<Long> positions;
        private final Long own;
        private final Long item;
        private final List<Long> requests = new ArrayList<>();
        private final List<Long> orders = new ArrayList<>();
        private final List<Long> transfers = new ArrayList<>();
        private final Map<Long, Line> lines = new HashMap<>();
        private long household = 3_000_00;
        private int serial;

        World(Db db) {
            this.db = db;
            given = ProcurementGiven.school(db, "Görres-Gymnasium");
            Long programme = FundingGiven.programme(db, "DP");
            FundingGiven.ceiling(db, programme, given.authority, 100_000_00);
            Long application = FundingGiven.application(db, programme, given.authority);
            Long annex = FundingGiven.annex(db, application, given.school);
            FundingGiven.position(db, application, annex, Category.WLAN, 2_000_01);
            FundingGiven.position(db, application, annex, Category.MOBILE_DEVICE, 1_500_00);
            FundingGiven.submit(db, application);
            FundingGiven.approve(db, application);
            positions = new ArrayList<>(FundingGiven.view(db, application).annexes().get(0).positions().stream().map(p -> p.budgetId()).toList());
            positions.add(given.budget(Category.WLAN, 999_99));
            own = as(given.officer, () -> db.get(OwnMoney.class).open(new OwnMoney.Open(given.authority, ProcurementGiven.today().getYear(), "1", "X", household, "x")));
            item = given.accessPoint(PRICE);
        }

        void step(Step s) {
            long before = db.number("SELECT COUNT(*) FROM posting");
            try {
                take(s);
            } catch (Refused refused) {
                assertThat(db.number("SELECT COUNT(*) FROM posting")).as("%s is refused with %s and posts nothing", s, refused.code()).isEqualTo(before);
            }
        }

        private void take(Step s) {
            switch (s.what()) {
                case ASK -> requests.add(given.submit(given.draft(List.of(new Requests.Line(item, given.room, 1 + s.a() % 4),
                        new Requests.Line(item, given.room, 1 + s.b() % 3)))));
                case APPROVE, APPROVE_OWN -> one(requests(RequestState.SUBMITTED), s.a(), id -> {
                    officer(() -> db.get(Requests.class).approve(id, new Requests.Approve(given.version(id), null, null, s.what() == Try.APPROVE ? null : own)));
                    approved(id);
                });
                case APPROVE_PART -> one(requests(RequestState.SUBMITTED), s.a(), id -> {
                    List<Requests.Pieces> pieces = given.request(id).lines().stream().map(l -> new Requests.Pieces(l.id(), (s.b() + l.lineNo()) % (l.quantity() + 1))).toList();
                    requests.add(as(given.officer, () -> db.get(Requests.class).approvePart(id, new Requests.ApprovePart(given.version(id), pieces, s.b() % 2 == 0,
                            "nicht alles", null, own))));
                    approved(id);
                });
                case PAYERS -> one(requests(s.b() % 2 == 0 ? RequestState.APPROVED : RequestState.SUBMITTED), s.a(), id -> {
                    List<Requests.PayFrom> from = new ArrayList<>();
                    given.request(id).lines().stream().filter(l -> l.orderId() == null).forEach(l -> {
                        int first = 1 + s.b() % 9_998;
                        from.add(new Requests.PayFrom(l.id(), own, null, first));
                        from.add(new Requests.PayFrom(l.id(), positions.get(2), null, (10_000 - first) / 2 + 1));
                        from.add(new Requests.PayFrom(l.id(), positions.get(0)));
                    });
                    if (!from.isEmpty()) {
                        officer(() -> db.get(Requests.class).changePayers(id, new Requests.ChangePayers(given.version(id), from, "anders")));
                    }
                });
                case SHIFT, LEND -> transfers.add(as(given.officer, () -> db.get(Transfers.class).move(new Transfers.Move(positions.get(s.a() % 2),
                        positions.get((s.a() + 1) % 2), 1L + s.b() * 77L, s.what() == Try.LEND ? ProcurementGiven.today() : null, "dort fehlt es"))));
                case BACK -> one(transfers, s.a(), id -> {
                    TransferQueries.View t = as(given.officer, () -> db.get(TransferQueries.class).view(id));
                    officer(() -> db.get(Transfers.class).giveBack(id, new Transfers.GiveBack(t.version(), Math.max(1, (t.amountCents() - t.returnedCents()) / (1 + s.b() % 2)), null)));
                });
                case REVERSE -> one(transfers, s.a(), id -> {
                    TransferQueries.View t = as(given.officer, () -> db.get(TransferQueries.class).view(id));
                    if (t.state() == TransferState.BOOKED) {
                        officer(() -> db.get(Transfers.class).reverse(id, new Transfers.Reverse(t.version(), "falsch")));
                    }
                });
                case ORDER, ORDER_AGAIN -> one(requests(RequestState.APPROVED), s.a(), id -> {
                    List<Long> open = given.request(id).lines().stream().filter(l -> l.orderId() == null).map(RequestQueries.View.Line::id).toList();
                    List<Long> some = s.b() % 3 == 0 ? open.subList(0, 1) : open;
                    orders.add(as(given.officer, () -> db.get(Orders.class).place(new Orders.Place(given.supplier, some, null, null))));
                    some.forEach(line -> {
                        lines.get(line).committed = lines.get(line).reserved;
                        lines.get(line).reserved = 0;
                    });
                });
                case RECEIVE, RECEIVE_MORE -> one(orders, s.a(), id -> receive(id, s));
                case RECEIVE_ALONE -> one(orders, s.a(), id -> alone(id));
                case SEND_BACK, SEND_BACK_MORE, EXCHANGE -> one(orders, s.a(), id -> back(id, s));
                case CREDIT, CREDIT_MORE -> one(orders, s.a(), id -> credit(id, s));
                case PAY, UNPAY -> one(orders, s.a(), id -> pay(id, s));
                case REPAY -> one(orders, s.a(), id -> {
                    OrderQueries.View seen = given.orderView(id);
                    int first = 1 + s.b() % 9_998;
                    officer(() -> db.get(Orders.class).repay(id, new Orders.Repay(seen.version(), seen.lines().get(s.b() % seen.lines().size()).id(),
                            List.of(new Orders.PayFrom(own, null, first), new Orders.PayFrom(positions.get(s.a() % 2 * 2), null, null)), "falsch")));
                });
                case UNDO_INVOICE -> one(orders, s.a(), id -> undo(id, s));
                case GIVE_UP -> one(orders, s.a(), id -> {
                    OrderQueries.View seen = given.orderView(id);
                    officer(() -> db.get(Orders.class).cancelRest(id, new Orders.CancelRest(seen.version(), "kommt nicht")));
                    seen.lines().forEach(l -> lines.get(asked(l.id())).committed -= l.awaited() * PRICE);
                });
                case CANCEL -> one(requests(RequestState.APPROVED), s.a(), id -> {
                    officer(() -> db.get(Requests.class).cancel(id, new Requests.Cancel(given.version(id), "doch nicht")));
                    given.request(id).lines().forEach(l -> lines.get(l.id()).reserved = 0);
                });
                case REJECT -> one(requests(RequestState.SUBMITTED), s.a(), id -> officer(() -> db.get(Requests.class).reject(id,
                        new Requests.Reject(given.version(id), "nein"))));
                case HOUSEHOLD -> {
                    long amount = 1_000_00 + s.a() * 1_000L;
                    officer(() -> db.get(OwnMoney.class).change(own, new OwnMoney.Change(db.get(BudgetQueries.class).view(own).version(), amount, "Nachtrag")));
                    household = amount;
                }
            }
        }

        private void receive(Long id, Step s) {
            OrderQueries.View seen = given.orderView(id);
            List<Invoices.Received> come = new ArrayList<>();
            long price = PRICE + (s.b() % 5 == 0 ? s.a() % 100 - 50 : 0);
            Map<Long, Integer> pieces = new HashMap<>();
            seen.lines().stream().filter(l -> l.awaited() > 0).forEach(l -> {
                int some = 1 + s.b() % l.awaited();
                List<String> serials = new ArrayList<>();
                for (int i = 0; i < some; i++) {
                    serials.add("S" + ++serial);
                }
                come.add(new Invoices.Received(l.id(), price, serials));
                pieces.put(l.id(), some);
            });
            if (come.isEmpty()) {
                return;
            }
            given.receive(seen, "N" + serial, come.toArray(Invoices.Received[]::new));
            pieces.forEach((line, some) -> {
                Line of = lines.get(asked(line));
                of.committed -= some * PRICE;
                of.spent += some * price;
            });
        }

        /** Goods alone: no money moves. */
        private void alone(Long id) {
            OrderQueries.View seen = given.orderView(id);
            List<Receipts.Came> come = seen.lines().stream().filter(l -> l.awaited() > 0)
                    .map(l -> new Receipts.Came(l.id(), List.of("S" + ++serial), null)).toList();
            if (!come.isEmpty()) {
                as(given.receiver, () -> db.get(Receipts.class).receive(id, new Receipts.Receive(seen.version(), "A" + ++serial, ProcurementGiven.today(), come)));
            }
        }

        /** What had come goes back, paid or not: no money moves. */
        private void back(Long id, Step s) {
            OrderQueries.View seen = given.orderView(id);
            seen.devices().stream().filter(d -> d.state() != DeviceState.RETIRED).skip(s.b() % 3).findFirst().ifPresent(d -> as(given.receiver, () -> {
                boolean exchange = s.what() == Try.EXCHANGE;
                db.get(Returns.class).back(id, new Returns.Back(seen.version(), exchange ? BackKind.EXCHANGED : s.b() % 2 == 0 ? BackKind.SENT_BACK
                        : BackKind.NEVER_CAME, d.orderLineId(), List.of(d.serial()), null, ProcurementGiven.today(),
                        exchange ? List.of("S" + ++serial) : null, exchange ? "T" + ++serial : null, "x"));
                return null;
            }));
        }

        /** What is paid and went back is credited, or a price is lowered afterwards. */
        private void credit(Long id, Step s) {
            OrderQueries.View seen = given.orderView(id);
            seen.lines().stream().filter(l -> l.spentCents() >= PRICE).findFirst().ifPresent(l -> {
                long gross = s.b() % 2 == 0 ? PRICE : 100 + s.b();
                Long credit = paper(InvoiceKind.CREDIT_NOTE, l.id(), 1, gross);
                as(given.receiver, () -> {
                    db.get(Invoices.class).approve(credit, new Invoices.Approve(db.get(InvoiceQueries.class).view(credit).version(), null));
                    return null;
                });
                lines.get(asked(l.id())).spent -= gross;
            });
        }

        private Long paper(InvoiceKind kind, Long line, int pieces, long gross) {
            long tax = gross * 19 / 119;
            return as(given.officer, () -> {
                Long invoice = db.get(Invoices.class).capture(new Invoices.Capture(given.supplier, given.authority, kind, "P" + ++serial,
                        ProcurementGiven.today(), ProcurementGiven.today(), null, gross - tax, gross, null, null, null,
                        List.of(new Invoices.Line(LineKind.GOODS, "x", pieces, gross - tax, 1900, line, null)), List.of(new Invoices.Vat(1900, gross - tax, tax))));
                db.get(Invoices.class).check(invoice, new Invoices.Check(db.get(InvoiceQueries.class).view(invoice).version(), "so ist es"));
                return invoice;
            });
        }

        /** Paid with a cash discount, or not paid after all: what was saved is free again, or spent again. */
        private void pay(Long id, Step s) {
            List<InvoiceQueries.OfOrder> of = as(given.officer, () -> db.get(InvoiceQueries.class).ofOrder(id)).stream()
                    .filter(v -> v.state() == (s.what() == Try.PAY ? InvoiceState.APPROVED : InvoiceState.PAID)).toList();
            if (of.isEmpty()) {
                return;
            }
            InvoiceQueries.View v = as(given.officer, () -> db.get(InvoiceQueries.class).view(of.get(s.b() % of.size()).id()));
            officer(() -> {
                if (s.what() == Try.PAY) {
                    db.get(Invoices.class).pay(v.id(), new Invoices.Pay(v.version(), ProcurementGiven.today(), (long) s.b() % 7 * 333));
                } else {
                    db.get(Invoices.class).unpay(v.id(), new Invoices.Reason(v.version(), "nicht bezahlt"));
                }
            });
            List<InvoiceQueries.View.Part> after = as(given.officer, () -> db.get(InvoiceQueries.class).view(v.id())).parts();
            for (int i = 0; i < after.size(); i++) {
                lines.get(asked(after.get(i).orderLineId())).spent -= after.get(i).discountCents() - v.parts().get(i).discountCents();
            }
            assertThat(after.stream().mapToLong(InvoiceQueries.View.Part::discountCents).sum()).isEqualTo(s.what() == Try.PAY ? s.b() % 7 * 333L : 0);
        }

        /** An approved invoice or credit note was wrong: what it spent or took back is the other way round, its pieces are committed again. */
        private void undo(Long id, Step s) {
            List<InvoiceQueries.OfOrder> of = as(given.officer, () -> db.get(InvoiceQueries.class).ofOrder(id)).stream()
                    .filter(v -> v.state() == InvoiceState.APPROVED).toList();
            if (of.isEmpty()) {
                return;
            }
            InvoiceQueries.View v = as(given.officer, () -> db.get(InvoiceQueries.class).view(of.get(s.b() % of.size()).id()));
            officer(() -> db.get(Invoices.class).cancel(v.id(), new Invoices.Reason(v.version(), "falsch")));
            v.parts().forEach(p -> {
                Line line = lines.get(asked(p.orderLineId()));
                line.spent -= p.grossCents();
                line.committed += Math.max(0, p.pieces()) * PRICE;
            });
        }

        /** What the lines of a request cost is reserved, wholly. */
        private void approved(Long id) {
            given.request(id).lines().forEach(l -> lines.computeIfAbsent(l.id(), x -> new Line()).reserved = l.quantity() * PRICE);
        }

        private long asked(Long orderLine) {
            return db.number("SELECT request_item_id FROM order_line WHERE id = ?", orderLine);
        }

        void holds(Step step) {
            db.checks();
            List<Long> all = new ArrayList<>(positions);
            all.add(own);
            long[] sums = new long[3];
            all.forEach(b -> {
                for (int i = 0; i < 3; i++) {
                    sums[i] += given.money(b).get(i);
                }
            });
            assertThat(sums).as("reserved, committed and spent after %s", step).containsExactly(lines.values().stream().mapToLong(l -> l.reserved).sum(),
                    lines.values().stream().mapToLong(l -> l.committed).sum(), lines.values().stream().mapToLong(l -> l.spent).sum());
            assertThat(db.number("SELECT SUM(allotted_cents) FROM budget")).as("allotted after %s", step).isEqualTo(2_000_01 + 1_500_00 + 999_99 + household);
        }

        private List<Long> requests(RequestState state) {
            return requests.stream().filter(id -> given.request(id).state() == state).toList();
        }

        private static void one(List<Long> of, int a, java.util.function.Consumer<Long> work) {
            if (!of.isEmpty()) {
                work.accept(of.get(a % of.size()));
            }
        }

        private void officer(Runnable work) {
            as(given.officer, () -> {
                work.run();
                return null;
            });
        }

        private <T> T as(String login, Callable<T> work) {
            return SchoolGiven.as(db, login, work);
        }
    }
}
