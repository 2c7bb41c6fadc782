package de.schulpakt.procurement.order;

import de.schulpakt.identity.Steps;
import de.schulpakt.paper.print.PrintKeeping;
import de.schulpakt.paper.print.PrintQueries;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.mail.Letter;
import de.schulpakt.platform.mail.MailSettings;
import de.schulpakt.platform.mail.Mails;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Texts;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sends the sheet of an order to its supplier by mail, in German, and keeps it among the papers of the order. */
@UseCases
public class OrderMails {
    @PersistenceContext
    EntityManager em;
    @Inject
    Steps steps;
    @Inject
    Clock clock;
    @Inject
    Actor actor;
    @Inject
    Mails mails;
    @Inject
    PrintQueries prints;
    @Inject
    PrintKeeping keeping;

    /**
     * The sheet goes to the supplier.
     *
     * @param again true: although it was sent before
     * @param note  words for the supplier, may be null
     */
    public record Send(@NotNull Integer version, Boolean again, @Size(max = 2000) String note) {
    }

    /** Whom the supplier has named. */
    private record Contact(String name, String email, String contact) {
    }

    /** When it was sent last. */
    private record Before(String recipient, Instant sentAt) {
    }

    /**
     * Sends it.
     *
     * @throws Refused {@code order.no_mail_server}, {@code order.no_address} for a supplier without a mail address, {@code order.sent_before} if it was
     *                 sent already and nobody says that it is to be sent again
     */
    public void send(long id, @Valid Send cmd) {
        var step = steps.begin(PurchaseOrder.class, id, OrderAction.SEND, cmd.version());
        PurchaseOrder order = step.subject();
        // nothing else changes: who saw the order before, or sends this twice, must notice
        em.lock(order, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        if (!MailSettings.read().on()) {
            throw new Refused("order.no_mail_server");
        }
        Contact to = Ask.of(em, Contact.class, "select s.name as name, s.email as email, s.contact as contact from Supplier s where s.id = :id")
                .set("id", order.supplierId()).one().orElseThrow();
        if (to.email() == null) {
            throw new Refused("order.no_address", to.name());
        }
        Optional<Before> before = Ask.of(em, Before.class, "select m.recipient as recipient, m.sentAt as sentAt from OrderMail m where m.orderId = :order order by m.id desc")
                .set("order", id).first();
        if (before.isPresent() && !Boolean.TRUE.equals(cmd.again())) {
            throw new Refused("order.sent_before", order.no(), Clock.day(before.get().sentAt()), before.get().recipient());
        }
        long number = Ask.of(em, Long.class, "select count(m) from OrderMail m where m.orderId = :order").set("order", id).one().orElse(0L) + 1;
        String name = "order-" + id + "-" + number;
        keeping.keep("order-sheet", id, Locale.GERMAN);
        PrintQueries.Printed sheet = prints.print("order-sheet", id, null, Locale.GERMAN);
        mails.write(letter(name, order, to, sheet, before.isPresent(), cmd.note()));
        em.persist(new OrderMail(id, to.email(), name, actor.name(), clock.now()));
        step.record(Said.that(before.isPresent() ? "said.sent_again" : "said.sent_to", to.email()).andWords(cmd.note()));
    }

    private Letter letter(String name, PurchaseOrder order, Contact to, PrintQueries.Printed sheet, boolean again, String note) {
        List<String> words = new ArrayList<>();
        words.add(text("order.mail.hello"));
        words.add(text(again ? "order.mail.again" : "order.mail.text", order.no(), order.orderedOn()));
        if (note != null && !note.isBlank()) {
            words.add(note.strip());
        }
        words.add(text("order.mail.end", actor.name()));
        return new Letter(name, to.email(), to.contact() == null ? to.name() : to.contact(), text("order.mail.subject", order.no()), words, null, null,
                text("order.mail.foot"), null, null, List.of(new Letter.File(sheet.filename(), PrintQueries.PDF, sheet.bytes())));
    }

    private static String text(String key, Object... values) {
        return Texts.get(Locale.GERMAN, key, values);
    }
}
