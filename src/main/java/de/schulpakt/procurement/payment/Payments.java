package de.schulpakt.procurement.payment;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Steps;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.history.Numbers;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import de.schulpakt.procurement.bank.Sepa;
import de.schulpakt.procurement.bank.SupplierAccountState;
import de.schulpakt.procurement.invoice.InvoiceState;
import de.schulpakt.procurement.invoice.Invoices;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Payment lists: approved invoices that the treasury is to pay. Amounts gross, in cents. */
@UseCases
public class Payments {
    /** Invoices of one list. */
    public static final int MOST = 500;
    private static final int FAR_DAYS = 365;
    private static final int PURPOSE = 140;
    private static final int HOLDER = 70;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Steps steps;
    @Inject
    Clock clock;
    @Inject
    Numbers numbers;
    @Inject
    History history;
    @Inject
    News news;
    @Inject
    Invoices invoices;

    /** Invoices of an authority to be paid on a day. */
    public record DrawUp(@NotNull Long authorityId, @NotNull LocalDate payOn, @NotEmpty @Size(max = MOST) List<@NotNull Long> invoiceIds) {
    }

    /** The list may go to the treasury; the note may be null. */
    public record Release(@NotNull Integer version, @Size(max = 2000) String note) {
    }

    /** The list is not paid, with the reason. */
    public record Withdraw(@NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
    }

    /** Where a supplier is paid. */
    record Account(Long supplierId, String holder, String iban, String bic) {
    }

    /** That an invoice is in an open list. */
    record Listed(Long invoiceId, String no) {
    }

    /**
     * What is due for an invoice, or what a credit note takes off.
     *
     * @param transferNo line of the first item with which it is set off; null if it is transferred by itself
     */
    record Due(Invoices.ToPay invoice, Account account, Money discount, String purpose, Integer transferNo) {
        /** Below zero for a credit note. */
        Money amount() {
            return invoice.due().minus(discount);
        }
    }

    /** Two invoices of one transfer, of which only one is paid. */
    record Torn(String paid, String open) {
    }

    /** An open item whose account is another one than the supplier's now. */
    private record Moved(String holder) {
    }

    /**
     * Draws a list up. Each invoice is paid less the cash discount that its terms allow on that day. Credit notes are set off against the invoices of the
     * same supplier in the list: all of that supplier is one transfer of their sum.
     *
     * @return its id
     * @throws NotFound for an invoice of another authority
     * @throws Refused  {@code payment.no_account} if nobody has said from which account the authority pays, {@code payment.day} for a day in the past
     *                  or farther away than a year, {@code payment.not_approved}, {@code payment.nothing_due} where nothing is
     *                  payable, {@code payment.credit_waits} if credit notes of a supplier come to as much as its invoices in the list, or more, {@code payment.no_bank} for a supplier without a confirmed account, {@code payment.listed} if an invoice is in
     *                  an open list
     */
    public Long drawUp(@Valid DrawUp cmd) {
        guard.requireAuthority(DELIVERY_RECEIVE, cmd.authorityId());
        PaymentSetting from = PaymentSettings.of(em, cmd.authorityId());
        if (from == null) {
            throw new Refused("payment.no_account");
        }
        if (cmd.payOn().isBefore(clock.today()) || cmd.payOn().isAfter(clock.today().plusDays(FAR_DAYS))) {
            throw new Refused("payment.day", cmd.payOn());
        }
        List<Invoices.ToPay> wanted = invoices.toPay(new TreeSet<>(cmd.invoiceIds()));
        wanted.stream().filter(invoice -> !invoice.authorityId().equals(cmd.authorityId())).findFirst().ifPresent(invoice -> {
            throw new NotFound("Invoice", invoice.id());
        });
        Map<Long, String> listed = Ask.of(em, Listed.class, "select i.openInvoiceId as invoiceId, p.no as no from PaymentItem i join Payment p on p.id = i.listId"
                + " where i.openInvoiceId in :ids").set("ids", wanted.stream().map(Invoices.ToPay::id).toList()).list().stream()
                .collect(Collectors.toMap(Listed::invoiceId, Listed::no));
        Map<Long, Account> accounts = Ask.of(em, Account.class, """
                select a.supplierId as supplierId, a.holder as holder, a.iban as iban, a.bic as bic from SupplierAccount a
                where a.supplierId in :suppliers and a.state = :confirmed""").set("suppliers", wanted.stream().map(Invoices.ToPay::supplierId).distinct().toList())
                .set("confirmed", SupplierAccountState.CONFIRMED).list().stream().collect(Collectors.toMap(Account::supplierId, a -> a));
        List<Due> dues = setOff(wanted.stream().map(invoice -> due(invoice, cmd.payOn(), listed.get(invoice.id()), accounts.get(invoice.supplierId()))).toList());
        Money total = dues.stream().map(Due::amount).reduce(Money.ZERO, Money::plus);
        Payment list = new Payment(numbers.next("Z"), from, cmd.payOn(), total.cents(), clock.now());
        em.persist(list);
        em.flush();
        for (int i = 0; i < dues.size(); i++) {
            em.persist(new PaymentItem(list.id(), i + 1, dues.get(i)));
        }
        em.flush();
        history.record(list.ref(), PaymentAction.DRAW_UP, Said.that("said.payment", dues.size(), total, cmd.payOn()));
        news.tellAuthority(cmd.authorityId(), "message.payment_drawn_up", list.ref());
        return list.id();
    }

    private static Due due(Invoices.ToPay invoice, LocalDate payOn, String listed, Account account) {
        if (listed != null) {
            throw new Refused("payment.listed", invoice.no(), listed);
        }
        if (invoice.state() != InvoiceState.APPROVED) {
            throw new Refused("payment.not_approved", invoice.no());
        }
        Money discount = invoice.discountOn(payOn);
        if (invoice.due().minus(discount).equals(Money.ZERO)) {
            throw new Refused("payment.nothing_due", invoice.no());
        }
        if (account == null) {
            throw new Refused("payment.no_bank", invoice.no(), invoice.supplier());
        }
        String purpose = Sepa.text(invoice.no() + " " + invoice.invoicedOn() + (invoice.customerNo() == null ? "" : " " + invoice.customerNo()), PURPOSE);
        return new Due(invoice, new Account(account.supplierId(), Sepa.text(account.holder(), HOLDER), account.iban(), account.bic()), discount, purpose, null);
    }

    /** What a supplier has credit in is one transfer, whose purpose names all that is set off. */
    private static List<Due> setOff(List<Due> dues) {
        List<Due> all = new ArrayList<>(dues);
        dues.stream().filter(d -> d.amount().compareTo(Money.ZERO) < 0).map(d -> d.invoice().supplierId()).distinct().forEach(supplier -> {
            List<Due> same = dues.stream().filter(d -> d.invoice().supplierId().equals(supplier)).toList();
            Money sum = same.stream().map(Due::amount).reduce(Money.ZERO, Money::plus);
            if (sum.compareTo(Money.ZERO) <= 0) {
                Money credit = same.stream().map(Due::amount).filter(a -> a.compareTo(Money.ZERO) < 0).reduce(Money.ZERO, Money::plus);
                throw new Refused("payment.credit_waits", same.get(0).invoice().supplier(), Money.ZERO.minus(credit), sum.minus(credit));
            }
            Integer first = dues.indexOf(same.get(0)) + 1;
            String customer = same.get(0).invoice().customerNo();
            String purpose = Sepa.text(same.stream().map(d -> (d.amount().compareTo(Money.ZERO) < 0 ? "-" : "") + d.invoice().no()).collect(Collectors.joining(", "))
                    + (customer == null ? "" : " " + customer), PURPOSE);
            for (int i = 0; i < all.size(); i++) {
                Due d = all.get(i);
                if (d.invoice().supplierId().equals(supplier)) {
                    all.set(i, new Due(d.invoice(), d.account(), d.discount(), purpose, first));
                }
            }
        });
        return all;
    }

    /**
     * Somebody else releases a list: from now on there is its file.
     *
     * @throws Refused {@code duty.apart} for who has drawn it up, {@code payment.day_over} if its day has passed, {@code payment.item_settled} if an
     *                 invoice of it was paid meanwhile, {@code payment.bank_changed} if a supplier has another account now
     */
    public void release(long id, @Valid Release cmd) {
        var step = steps.begin(Payment.class, id, PaymentAction.RELEASE, cmd.version());
        Payment list = step.subject();
        if (list.payOn().isBefore(clock.today())) {
            throw new Refused("payment.day_over", list.no(), list.payOn());
        }
        list.released(clock.now());
        // its file names every item: what was paid meanwhile would be paid again
        Ask.of(em, String.class, "select v.no from PaymentItem i join Invoice v on v.id = i.invoiceId where i.listId = :id and i.state <> :open order by i.lineNo")
                .set("id", id).set("open", PaymentItemState.OPEN).first().ifPresent(no -> {
                    throw new Refused("payment.item_settled", list.no(), no);
                });
        Ask.of(em, Moved.class, """
                select i.holder as holder from PaymentItem i join Invoice v on v.id = i.invoiceId where i.listId = :id and i.state = :open
                and not exists (select 1 from SupplierAccount a where a.supplierId = v.supplierId and a.state = :confirmed and a.iban = i.iban) order by i.id""")
                .set("id", id).set("open", PaymentItemState.OPEN).set("confirmed", SupplierAccountState.CONFIRMED).first().ifPresent(moved -> {
                    throw new Refused("payment.bank_changed", moved.holder());
                });
        step.record(Said.words(cmd.note()));
        news.goneOn(list.ref());
    }

    /**
     * A list is not paid: what is open of it may stand in another one. What is paid stays paid.
     *
     * @throws Refused {@code payment.part_paid} while a transfer of a released list, in which credit notes are set off, is paid in part
     */
    public void withdraw(long id, @Valid Withdraw cmd) {
        var step = steps.begin(Payment.class, id, PaymentAction.WITHDRAW, cmd.version());
        if (step.change().from() == PaymentState.RELEASED) {
            // what is left of it would be set off a second time
            Ask.of(em, Torn.class, """
                    select v.no as paid, w.no as open_ from PaymentItem i, PaymentItem o, Invoice v, Invoice w
                    where i.listId = :id and o.listId = i.listId and o.transferNo = i.transferNo and i.state = :paid and o.state = :open
                        and v.id = i.invoiceId and w.id = o.invoiceId order by i.lineNo, o.lineNo""").set("id", id).set("paid", PaymentItemState.PAID)
                    .set("open", PaymentItemState.OPEN).first().ifPresent(torn -> {
                        throw new Refused("payment.part_paid", torn.paid(), torn.open());
                    });
        }
        step.record(Said.words(cmd.reason()));
        em.createQuery("select i from PaymentItem i where i.listId = :id and i.state = :open", PaymentItem.class).setParameter("id", id)
                .setParameter("open", PaymentItemState.OPEN).getResultList().forEach(PaymentItem::dropped);
        news.goneOn(step.subject().ref());
    }

    /** Invoices were paid, whoever says so, or are paid no longer: their items follow, and a list of which nothing is open has ended. */
    void settled(@Observes Invoices.Settled news) {
        // after the budgets, and the smallest id first: two files may name the same lists
        em.createQuery("select distinct i.listId from PaymentItem i where i.invoiceId in :invoices order by i.listId", Long.class)
                .setParameter("invoices", Stream.concat(news.paidOn().keySet().stream(), news.bounced().stream()).collect(Collectors.toSet())).getResultList()
                .forEach(id -> Find.locked(em, Payment.class, id));
        news.paidOn().forEach(this::settled);
        news.bounced().forEach(this::bounced);
    }

    /** The money is back: nobody is about to pay the item or what is open of the same transfer, and its list waits for it no longer. */
    private void bounced(Long invoice) {
        last(invoice, PaymentItemState.PAID).ifPresent(item -> {
            item.bounced();
            em.createQuery("select i from PaymentItem i where i.listId = :list and i.transferNo = :transfer and i.state = :open", PaymentItem.class)
                    .setParameter("list", item.listId()).setParameter("transfer", item.transferNo()).setParameter("open", PaymentItemState.OPEN).getResultList()
                    .forEach(PaymentItem::bounced);
            completeIfOver(Find.one(em, Payment.class, item.listId()));
        });
    }

    private void completeIfOver(Payment list) {
        if (list.state() == PaymentState.RELEASED && em.createQuery("select count(i) from PaymentItem i where i.listId = :id and i.state = :open", Long.class)
                .setParameter("id", list.id()).setParameter("open", PaymentItemState.OPEN).getSingleResult() == 0) {
            history.record(list.ref(), PaymentAction.COMPLETE, list.follow(PaymentAction.COMPLETE), Said.NOTHING);
        }
    }

    private void settled(Long invoice, LocalDate paidOn) {
        if (paidOn == null) {
            last(invoice, PaymentItemState.PAID).ifPresent(item -> {
                // the treasury has the file of a list that has not ended: the item is still to be paid by it
                if (Find.one(em, Payment.class, item.listId()).state() == PaymentState.RELEASED) {
                    item.reopened();
                } else {
                    item.returned();
                }
            });
            return;
        }
        Optional<PaymentItem> listing = listing(invoice);
        if (listing.isEmpty()) {
            again(invoice).ifPresent(item -> item.paid(paidOn));
            return;
        }
        Payment list = Find.one(em, Payment.class, listing.get().listId());
        listing.get().paid(paidOn);
        if (em.createQuery("select count(i) from PaymentItem i where i.listId = :id and i.state = :open", Long.class).setParameter("id", list.id())
                .setParameter("open", PaymentItemState.OPEN).getSingleResult() == 0) {
            history.record(list.ref(), PaymentAction.COMPLETE, list.follow(PaymentAction.COMPLETE), Said.NOTHING);
        }
    }

    /** What a released list says is what the treasury transfers, whatever day it books; also where only the day was wrong. */
    void paying(@Observes Invoices.Paying news) {
        listing(news.invoiceId()).filter(item -> Find.one(em, Payment.class, item.listId()).state() == PaymentState.RELEASED).or(() -> again(news.invoiceId()))
                .ifPresent(item -> news.with(item.discountCents()));
    }

    /** What was one transfer comes back as one, and is paid again as one: with an invoice what was set off in it. */
    void returning(@Observes Invoices.Returning news) {
        if (news.again()) {
            // what stands in another list by now is paid by that one
            again(news.invoiceId()).filter(item -> item.transferNo() != null).ifPresent(item -> Ask.of(em, Long.class, """
                    select o.invoiceId from PaymentItem o join Invoice v on v.id = o.invoiceId where o.listId = :list and o.transferNo = :transfer and o.state = :returned
                    and o.bounced = false and v.state = :approved and not exists (select 1 from PaymentItem x where x.openInvoiceId = o.invoiceId)
                    and not exists (select 1 from PaymentItem y where y.invoiceId = o.invoiceId and y.id > o.id)""")
                    .set("list", item.listId()).set("transfer", item.transferNo()).set("returned", PaymentItemState.RETURNED).set("approved", InvoiceState.APPROVED).list()
                    .forEach(news::with));
            return;
        }
        Ask.of(em, Long.class, """
                select o.invoiceId from PaymentItem i, PaymentItem o
                where i.invoiceId = :invoice and o.listId = i.listId and o.transferNo = i.transferNo and i.state = :paid and o.state = :paid""")
                .set("invoice", news.invoiceId()).set("paid", PaymentItemState.PAID).list().forEach(news::with);
    }

    /** Refuses {@code payment.listed}: an invoice is not cancelled while the treasury may pay it. */
    void ending(@Observes Invoices.Ending news) {
        listing(news.invoice().id()).ifPresent(item -> {
            throw new Refused("payment.listed", news.invoice().no(), Find.one(em, Payment.class, item.listId()).no());
        });
    }

    /** The item by which an invoice is paid again, because only the day was wrong; what the bank has returned is paid by something else. */
    private Optional<PaymentItem> again(Long invoice) {
        return listing(invoice).isPresent() ? Optional.empty() : last(invoice, PaymentItemState.RETURNED)
                .filter(item -> !item.wasBounced() && Find.one(em, Payment.class, item.listId()).state() == PaymentState.DONE);
    }

    /** The open item of an invoice. */
    private Optional<PaymentItem> listing(Long invoice) {
        return em.createQuery("select i from PaymentItem i where i.openInvoiceId = :invoice", PaymentItem.class).setParameter("invoice", invoice)
                .getResultList().stream().findFirst();
    }

    /** The item by which an invoice was paid last. */
    private Optional<PaymentItem> last(Long invoice, PaymentItemState state) {
        return em.createQuery("select i from PaymentItem i where i.invoiceId = :invoice and i.state = :state order by i.id desc", PaymentItem.class)
                .setParameter("invoice", invoice).setParameter("state", state).setMaxResults(1).getResultList().stream().findFirst();
    }
}
