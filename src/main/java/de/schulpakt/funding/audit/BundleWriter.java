package de.schulpakt.funding.audit;

import de.schulpakt.exchange.table.CsvOut;
import de.schulpakt.funding.household.FollowCostQueries;
import de.schulpakt.funding.household.OwnShareQueries;
import de.schulpakt.funding.proof.ProofContent;
import de.schulpakt.funding.proof.ProofQueries;
import de.schulpakt.funding.proof.ProofTable;
import de.schulpakt.funding.settlement.DrawdownTable;
import de.schulpakt.identity.Guard;
import de.schulpakt.paper.PaperQueries;
import de.schulpakt.paper.print.PrintQueries;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Writes the bundle of an application: all its papers and tables, file by file, and the index of them. */
@ApplicationScoped
public class BundleWriter {
    /** A proof of it. */
    record Proof(Long id, String no, String content) {
    }

    /** A later version of it. */
    record Version(Long id, String no, String content) {
    }

    /** A question about it. */
    record Question(Long id, String no, Enum<?> side, String subject, String words, LocalDate askedOn, LocalDate dueOn, String answer, LocalDate answeredOn, String answeredBy) {
    }

    /** A drawdown of it. */
    record Drawdown(Long id, String no) {
    }

    /** A follow-up cost of it. */
    record Follow(Long id, String no, Enum<?> kind, Enum<?> state, String title, String modelKind, Integer endsIn, Long yearlyCents, Integer firstYear, Integer lastYear, Integer endedYear, String source) {
    }

    /** A posting of its budgets. */
    record Posting(Instant at, Enum<?> kind, Integer positionNo, String school, Long amountCents, String source, String note, String actor) {
    }

    /** A subject with papers. */
    record Subject(String type, Long id, String no) {
    }

    /** Something that has papers: an annex, a ticket of a device, a visit. */
    record Part(Long id, String no) {
    }

    /** Whose history is in it. */
    private static final Set<String> TOLD = Set.of("Application", "Revision", "Inquiry", "Drawdown", "Proof", "FollowCost");

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;
    @Inject
    ProofQueries proofs;
    @Inject
    ProofTable tables;
    @Inject
    DrawdownTable drawn;
    @Inject
    PrintQueries prints;
    @Inject
    PaperQueries papers;
    @Inject
    OwnShareQueries shares;

    /**
     * Writes the bundle of an application; {@link AuditBundles#fetch} has recorded it.
     *
     * @throws NotFound if there is none or the asker may not see it
     */
    public void write(long applicationId, Locale locale, OutputStream out) throws IOException {
        Head head = Head.of(em, guard, applicationId);
        try (BundleFile file = new BundleFile(out)) {
            List<Subject> subjects = new ArrayList<>();
            subjects.add(new Subject("Application", applicationId, head.no()));
            file.add("application", head.no() + ".pdf", Texts.get(locale, "funding.application"), pdf -> pdf.write(prints.print("application", applicationId, null, locale).bytes()));
            if (head.decidedOn() != null) {
                subjects.add(new Subject("Decision", applicationId, head.no()));
            }
            Ask.of(em, Part.class, """
                    select x.id as id, concat(a.no, ' ', s.name) as no from Annex x join Application a on a.id = x.applicationId
                    join School s on s.id = x.schoolId where x.applicationId = :id order by x.id""").set("id", applicationId).list().forEach(x -> subjects.add(new Subject("Annex", x.id(), x.no())));
            versions(file, applicationId, locale, subjects);
            inquiries(file, applicationId, locale, subjects);
            drawdowns(file, applicationId, locale, subjects);
            proofs(file, applicationId, locale, subjects);
            // before the decision there is no proof, and nothing that one could say
            ProofContent today = proofs.today(applicationId);
            if (today != null) {
                tables(file, today, locale);
                bought(today, subjects);
            }
            postings(file, applicationId, locale);
            household(file, applicationId, locale, subjects);
            history(file, locale, subjects);
            for (Subject subject : subjects) {
                papers(file, subject, locale);
            }
            index(file, locale);
        }
    }

    /** Each later version as paper and, once it was sent, as it was kept. */
    private void versions(BundleFile file, long applicationId, Locale locale, List<Subject> subjects) throws IOException {
        for (Version version : Ask.of(em, Version.class, "select r.id as id, r.no as no, r.json as content from Revision r where r.applicationId = :id order by r.id")
                .set("id", applicationId).list()) {
            String from = Texts.get(locale, "revision.edition") + " " + version.no();
            file.add("versions", version.no() + ".pdf", from, out -> out.write(prints.print("revision", version.id(), null, locale).bytes()));
            if (version.content() != null) {
                file.add("versions", version.no() + ".json", from, out -> out.write(version.content().getBytes(StandardCharsets.UTF_8)));
            }
            subjects.add(new Subject("Revision", version.id(), version.no()));
        }
    }

    private void inquiries(BundleFile file, long applicationId, Locale locale, List<Subject> subjects) throws IOException {
        List<Question> rows = Ask.of(em, Question.class, """
                select q.id as id, q.no as no, q.side as side, q.subject as subject, q.words as words, q.askedOn as askedOn, q.dueOn as dueOn, q.answer as answer,
                    q.answeredOn as answeredOn, q.answeredBy as answeredBy
                from Inquiry q where q.applicationId = :id order by q.id""").set("id", applicationId).list();
        rows.forEach(q -> subjects.add(new Subject("Inquiry", q.id(), q.no())));
        table(file, "inquiries.csv", Texts.get(locale, "inquiry.head"), words(locale, "inquiry.no", "inquiry.side", "inquiry.subject", "inquiry.words", "inquiry.asked_on",
                "inquiry.due_on", "inquiry.answer", "inquiry.answered_on", "inquiry.answered_by"), rows.stream().map(q -> CsvOut.row(q.no(), Texts.get(locale, q.side()), q.subject(),
                q.words(), q.askedOn(), q.dueOn(), q.answer(), q.answeredOn(), q.answeredBy())).toList());
    }

    /** Each drawdown as paper and as table. */
    private void drawdowns(BundleFile file, long applicationId, Locale locale, List<Subject> subjects) throws IOException {
        for (Drawdown drawdown : Ask.of(em, Drawdown.class, "select d.id as id, d.no as no from Drawdown d where d.applicationId = :id order by d.id").set("id", applicationId).list()) {
            String from = Texts.get(locale, "drawdown.drawdown") + " " + drawdown.no();
            file.add("drawdowns", drawdown.no() + ".pdf", from, out -> out.write(prints.print("drawdown", drawdown.id(), null, locale).bytes()));
            file.add("drawdowns", drawdown.no() + ".xlsx", from, out -> drawn.xlsx(drawn.book(drawdown.id(), locale), locale, out));
            subjects.add(new Subject("Drawdown", drawdown.id(), drawdown.no()));
        }
    }

    /** Each proof as paper, as table and, once it was handed in, as it was kept. */
    private void proofs(BundleFile file, long applicationId, Locale locale, List<Subject> subjects) throws IOException {
        for (Proof proof : Ask.of(em, Proof.class, "select p.id as id, p.no as no, p.content as content from Proof p where p.applicationId = :id order by p.id")
                .set("id", applicationId).list()) {
            String from = Texts.get(locale, "proof.proof") + " " + proof.no();
            file.add("proofs", proof.no() + ".pdf", from, out -> out.write(prints.print("proof", proof.id(), null, locale).bytes()));
            file.add("proofs", proof.no() + ".xlsx", from, out -> tables.write(tables.book(proof.id(), locale), locale, out));
            if (proof.content() != null) {
                file.add("proofs", proof.no() + ".json", from, out -> out.write(proof.content().getBytes(StandardCharsets.UTF_8)));
            }
            subjects.add(new Subject("Proof", proof.id(), proof.no()));
        }
    }

    private void tables(BundleFile file, ProofContent c, Locale locale) throws IOException {
        String from = Texts.get(locale, "audit.rows");
        table(file, "positions.csv", from, words(locale, "proof.position_no", "funding.school", "funding.category", "funding.approved", "proof.spent", "proof.deviation"),
                c.positions().stream().map(p -> CsvOut.row(p.no(), p.school(), Texts.get(locale, p.category()), euro(p.approvedCents()), euro(p.spentCents()), euro(p.deviationCents()))).toList());
        table(file, "receipts.csv", from, words(locale, "proof.receipt_no", "proof.invoicedOn", "drawdown.invoice", "proof.payee", "proof.reason", "funding.school", "proof.position_no",
                        "proof.net_cents", "proof.vat_cents", "proof.gross", "proof.discount_cents", "proof.eligible", "proof.receivedOn", "proof.paidOn", "proof.file"),
                c.receipts().stream().map(r -> CsvOut.row(r.no(), r.invoicedOn(), r.invoiceNo(), r.payee(), r.item() == null ? r.note() : r.item(), r.school(), r.positionNo(), euro(r.netCents()),
                        euro(r.vatCents()), euro(r.grossCents()), euro(r.discountCents()), euro(r.eligibleCents()), r.receivedOn(), r.paidOn(), r.file())).toList());
        table(file, "devices.csv", from, words(locale, "proof.receipt_no", "drawdown.serial", "proof.inventory_no", "proof.model", "funding.school", "proof.place", "funding.state",
                        "proof.acceptedAt", "drawdown.accepted", "drawdown.bound", "proof.moves"),
                c.devices().stream().map(d -> CsvOut.row(d.receiptNo(), d.serial(), d.inventoryNo(), d.model(), d.school(), d.room(), Texts.get(locale, d.state()), Clock.day(d.acceptedAt()),
                        d.acceptedBy(), d.bindingEndOn(), d.moves())).toList());
    }

    private void postings(BundleFile file, long applicationId, Locale locale) throws IOException {
        List<Posting> rows = Ask.of(em, Posting.class, """
                select p.at as at_, p.kind as kind, nullif(f.no, 0) as positionNo, s.name as school, p.amountCents as amountCents, p.source as source, p.note as note,
                    p.actor as actor
                from Posting p left join Budget b on b.id = p.budgetId left join FundingPosition f on f.id = b.positionId left join School s on s.id = b.schoolId
                where b.applicationId = :id order by p.id""").set("id", applicationId).list();
        table(file, "postings.csv", Texts.get(locale, "audit.rows"), words(locale, "proof.on", "proof.kind", "proof.position_no", "funding.school", "funding.amount", "audit.source",
                "funding.note", "audit.actor"), rows.stream().map(p -> CsvOut.row(Texts.instant(locale, p.at()), Texts.get(locale, p.kind()), p.positionNo(), p.school(), euro(p.amountCents()),
                p.source(), p.note(), p.actor())).toList());
    }

    /** The own share by household year, once something is granted, and what goes on after the fund, also what was ended or taken back. */
    private void household(BundleFile file, long applicationId, Locale locale, List<Subject> subjects) throws IOException {
        OwnShareQueries.OfAward share = shares.ofAward(applicationId);
        if (share.award() != null) {
            table(file, "own-share.csv", Texts.get(locale, "own_share.title"), words(locale, "own_share.year", "own_share.planned", "own_share.paid", "own_share.bound", "own_share.open",
                    "own_share.need"), Stream.concat(share.years().stream().map(y -> ownShare(y.year() == null ? Texts.get(locale, "own_share.no_year") : y.year(), y)),
                            Stream.of(ownShare(Texts.get(locale, "own_share.total"), share.total()))).toList());
        }
        List<Follow> rows = Ask.of(em, Follow.class, """
                select c.id as id, c.no as no, c.kind as kind, c.state as state_, c.title as title, c.modelKind as modelKind, c.endsIn as endsIn, c.yearlyCents as yearlyCents, c.firstYear as firstYear,
                    c.lastYear as lastYear, c.endedYear as endedYear, c.source as source
                from FollowCost c where c.applicationId = :id order by c.firstYear, c.id""").set("id", applicationId).list();
        rows.forEach(c -> subjects.add(new Subject("FollowCost", c.id(), c.no())));
        table(file, "follow-costs.csv", Texts.get(locale, "follow_cost.head"), words(locale, "follow_cost.no", "follow_cost.kind", "follow_cost.state", "follow_cost.title",
                "follow_cost.yearly", "follow_cost.first", "follow_cost.last", "follow_cost.ended", "follow_cost.source"), rows.stream().map(c -> CsvOut.row(c.no(),
                        Texts.get(locale, c.kind()), Texts.get(locale, c.state()), FollowCostQueries.name(c.title(), c.modelKind(), c.endsIn()).told(locale), euro(c.yearlyCents()), c.firstYear(), c.lastYear(), c.endedYear(), c.source())).toList());
    }

    private static List<Object> ownShare(Object year, OwnShareQueries.Year y) {
        return CsvOut.row(year, euro(y.plannedCents()), euro(y.spentCents()), euro(y.boundCents()), euro(y.openCents()), euro(y.needCents()));
    }

    private void history(BundleFile file, Locale locale, List<Subject> subjects) throws IOException {
        List<Subject> told = subjects.stream().filter(s -> TOLD.contains(s.type())).toList();
        List<List<Object>> rows = new ArrayList<>();
        for (Subject subject : told) {
            for (HistoryEntry e : history.of(subject.type(), subject.id())) {
                rows.add(CsvOut.row(subject.no(), Texts.instant(locale, e.at()), e.actor(), Texts.get(locale, e.action()),
                        String.join(" ", e.facts().stream().map(f -> f.told(locale)).toList()), e.note()));
            }
        }
        table(file, "history.csv", Texts.get(locale, "funding.timeline"), words(locale, "proof.no", "proof.on", "audit.actor", "audit.did", "audit.said", "funding.note"), rows);
    }

    /** Orders, invoices, devices and their tickets may have papers, too. */
    private void bought(ProofContent content, List<Subject> subjects) {
        content.receipts().stream().filter(r -> r.orderId() != null).map(r -> new Subject("PurchaseOrder", r.orderId(), r.orderNo())).distinct().forEach(subjects::add);
        content.receipts().stream().filter(r -> r.invoiceId() != null).map(r -> new Subject("Invoice", r.invoiceId(), r.invoiceNo())).distinct().forEach(subjects::add);
        content.devices().forEach(d -> subjects.add(new Subject("Device", d.id(), d.inventoryNo())));
        TreeSet<Long> devices = new TreeSet<>(content.devices().stream().map(ProofContent.Device::id).toList());
        if (!devices.isEmpty()) {
            Ask.of(em, Part.class, "select distinct t.id as id, t.no as no from TicketDevice x join Ticket t on t.id = x.ticketId where x.deviceId in :ids order by t.id")
                    .set("ids", devices).list().forEach(t -> subjects.add(new Subject("Ticket", t.id(), t.no())));
            Ask.of(em, Part.class, "select distinct v.id as id, t.no as no from TicketDevice x join Ticket t on t.id = x.ticketId join Visit v on v.ticketId = t.id"
                    + " where x.deviceId in :ids order by v.id").set("ids", devices).list().forEach(v -> subjects.add(new Subject("Visit", v.id(), v.no())));
        }
    }

    private void papers(BundleFile file, Subject subject, Locale locale) throws IOException {
        List<PaperQueries.Row> rows;
        String folder = "papers/" + subject.type() + " " + BundleFile.plain(subject.no());
        try {
            rows = papers.all(subject.type(), subject.id());
        } catch (NotFound | Forbidden hidden) {
            long there = Ask.of(em, Long.class, "select count(p) from Paper p where p.subjectType = :type and p.subjectId = :id and p.removedAt is null")
                    .set("type", subject.type()).set("id", subject.id()).one().orElse(0L);
            if (there > 0) {
                file.missing(folder, "–", Texts.get(locale, "audit.hidden", there));
            }
            return;
        }
        for (PaperQueries.Row paper : rows) {
            if (paper.contentId() == null) {
                file.missing(folder, paper.name(), Objects.requireNonNullElse(paper.removedWhy(), "–"));
                continue;
            }
            try {
                PaperQueries.Content content = papers.content(paper.id());
                file.add(folder, paper.name(), paper.kindDe() + ", " + paper.actor(), out -> papers.copy(content, out));
            } catch (Refused notYet) {
                file.missing(folder, paper.name(), notYet.code());
            }
        }
    }

    private void index(BundleFile file, Locale locale) throws IOException {
        List<BundleFile.Entry> entries = file.entries();
        file.add("index", "index.csv", "", out -> CsvOut.write(out, words(locale, "audit.path", "audit.size", "proof.sha256", "audit.from"),
                entries.stream().map(e -> CsvOut.row(e.path(), e.size(), e.sha256(), e.from())).toList()));
        // as sha256sum -c reads it, in the folder in which the bundle was opened
        file.add("index", "SHA256SUMS", "", out -> out.write(String.join("", Stream.of(entries, file.entries().subList(entries.size(), file.entries().size())).flatMap(List::stream)
                .filter(e -> !e.sha256().isEmpty()).map(e -> e.sha256() + "  " + e.path() + "\n").toList()).getBytes(StandardCharsets.UTF_8)));
    }

    private static void table(BundleFile file, String name, String from, List<String> columns, List<List<Object>> rows) throws IOException {
        file.add("tables", name, from, out -> CsvOut.write(out, columns, rows));
    }

    private static List<String> words(Locale locale, String... keys) {
        return Stream.of(keys).map(key -> Texts.get(locale, key)).toList();
    }

    private static BigDecimal euro(Long cents) {
        return cents == null ? null : BigDecimal.valueOf(cents, 2);
    }
}
