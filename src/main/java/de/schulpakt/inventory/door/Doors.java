package de.schulpakt.inventory.door;

import static de.schulpakt.identity.Permission.LOAN_EDIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.account.SignIn;
import de.schulpakt.inventory.loan.BorrowerSheets;
import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.paper.Papers;
import de.schulpakt.paper.Received;
import de.schulpakt.paper.print.Signing;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Sha256;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Use cases of the door for people without an account. */
@UseCases
public class Doors {
    /** A key is known so long; a form that is older is taken in anew. */
    private static final Duration ONCE_KEPT = Duration.ofDays(30);
    private static final int MOST_DAYS = 366;
    private static final int A_DAY = 10;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Actor actor;
    @Inject
    Clock clock;
    @Inject
    History history;
    @Inject
    News news;
    @Inject
    SignIn signIn;
    @Inject
    Signing signing;
    @Inject
    BorrowerSheets sheets;
    @Inject
    Papers papers;

    /**
     * Makes the link for a sheet on which devices went out; one that was made before opens nothing any longer.
     *
     * @return secret and code, which are known this once
     * @throws NotFound if the asker may not see the sheet
     * @throws Refused  {@code door.days} for a last day that is over or more than a year ahead; {@code door.nothing_out} for a sheet on which nothing
     *                  went out, or whose people are erased
     */
    public Made makeLink(long sheetId, @Valid MakeLink cmd) {
        Found sheet = Ask.of(em, Found.class, """
                select s.id as id, s.no as no, s.schoolId as schoolId, s.erasedOn as erasedOn,
                    (select count(i) from LoanSheetItem i where i.sheetId = s.id and i.out = true) as went
                from LoanSheet s where s.id = :id""").set("id", sheetId).one().orElseThrow(() -> new NotFound("LoanSheet", sheetId));
        guard.require(LOAN_EDIT, sheet.schoolId());
        if (sheet.erasedOn() != null || sheet.went() == 0) {
            throw new Refused("door.nothing_out", sheet.no());
        }
        LocalDate today = clock.today();
        if (cmd.expiresOn().isBefore(today) || cmd.expiresOn().isAfter(today.plusDays(MOST_DAYS))) {
            throw new Refused("door.days", cmd.expiresOn());
        }
        open(sheetId).forEach(link -> link.end(clock.now()));
        em.flush();
        String secret = DoorKey.secret();
        String code = DoorKey.code();
        em.persist(new LoanLink(sheet.schoolId(), sheetId, secret, code, cmd.expiresOn(), clock.now(), actor.name()));
        em.flush();
        history.record(sheet.ref(), DoorAction.MAKE_LINK, Said.that("said.link_until", cmd.expiresOn()));
        return new Made(secret, code, cmd.expiresOn());
    }

    /** The link of a sheet opens nothing any longer. Twice is as once. */
    public void endLink(long sheetId) {
        Ref sheet = Ask.of(em, Found.class, "select s.id as id, s.no as no, s.schoolId as schoolId, s.erasedOn as erasedOn, s.id as went from LoanSheet s where s.id = :id")
                .set("id", sheetId).one().orElseThrow(() -> new NotFound("LoanSheet", sheetId)).ref();
        guard.require(LOAN_EDIT, sheet.schoolId());
        List<LoanLink> open = open(sheetId);
        open.forEach(link -> link.end(clock.now()));
        if (!open.isEmpty()) {
            history.record(sheet, DoorAction.END_LINK);
        }
    }

    /**
     * Says whether link and code open a sheet. A wrong code is counted and stays counted.
     *
     * @return the sheet; null if they do not open one, whatever the reason
     * @throws Refused {@code door.slowly} for who has guessed too often
     */
    @Unguarded("Link and code are the permission.")
    public Long knock(@NotNull @Size(max = 200) String secret, @NotNull @Size(max = 40) String code) {
        LoanLink link = opened(secret, code);
        return link == null ? null : link.sheetId();
    }

    /**
     * Signs the contract.
     *
     * @param once key of the form that was sent: what is sent again under it is stored once; null to store in any case
     * @throws NotFound if link and code open nothing
     * @throws Refused  {@code sign.changed} if the paper says something else by now; as {@link Signing#sign}
     */
    @Unguarded("Link and code are the permission.")
    public void sign(@NotNull @Size(max = 200) String secret, @NotNull @Size(max = 40) String code, @NotNull @Valid Signing.Sign cmd,
            @Size(max = 80) String once) {
        LoanLink link = must(secret, code);
        if (!first(link, once)) {
            return;
        }
        signing.signed("loan-sheet", sheets.ref(link.sheetId()), sheets.said(link.sheetId()), cmd);
    }

    /**
     * Somebody writes that something is broken or lost, wants to give it back, or asks.
     *
     * @param photo a picture of it, kept at the sheet; null for none
     * @throws NotFound if link and code open nothing, or the loan is not of their sheet
     * @throws Refused  {@code door.too_many} for more than ten a day; {@code door.is_back} for what is not lent any more, unless it is but a word
     */
    @Unguarded("Link and code are the permission; all that comes of it is a reply that the school reads.")
    public void reply(@NotNull @Size(max = 200) String secret, @NotNull @Size(max = 40) String code, @NotNull @Valid Reply cmd, Received photo) {
        LoanLink link = must(secret, code);
        if (!first(link, cmd.once())) {
            return;
        }
        long lately = Ask.of(em, Long.class, "select count(r) from LoanReply r where r.linkId = :link and r.cameAt > :since").set("link", link.id())
                .set("since", clock.now().minus(Duration.ofDays(1))).one().orElse(0L);
        if (lately >= A_DAY) {
            throw new Refused("door.too_many");
        }
        Lent lent = Ask.of(em, Lent.class, "select l.id as id, l.no as no, l.endedAt as endedAt from LoanSheetItem i join Loan l on l.id = i.loanId"
                + " where i.sheetId = :sheet and i.loanId = :loan and i.out = true and l.erasedOn is null")
                .set("sheet", link.sheetId()).set("loan", cmd.loanId()).first().orElseThrow(() -> new NotFound("Loan", cmd.loanId()));
        if (lent.endedAt() != null && cmd.kind() != ReplyKind.OTHER) {
            throw new Refused("door.is_back", lent.no());
        }
        Ref sheet = sheets.ref(link.sheetId());
        Long paper = photo == null ? null : papers.attached(sheet, new Papers.Attach("PHOTO", null, null), photo);
        em.persist(new LoanReply(link, cmd, paper, clock.now()));
        history.record(sheet, DoorAction.REPLY, Said.that("said.reply", cmd.kind()));
        news.tell(link.schoolId(), "message.loan_reply", sheet);
    }

    /** The school has seen to a reply. Twice is as once. */
    public void see(long replyId) {
        LoanReply reply = Find.locked(em, LoanReply.class, replyId);
        guard.require(LOAN_EDIT, reply.schoolId());
        if (reply.seen(clock.now(), actor.name())) {
            Ref sheet = sheets.ref(Find.one(em, LoanLink.class, reply.linkId()).sheetId());
            history.record(sheet, DoorAction.SEE, Said.that("said.reply", reply.kind()));
            news.goneOn(sheet);
        }
    }

    /** What was written and shown is erased with what is known of the people; a link of theirs opens nothing any longer. */
    void loansErased(@Observes Loans.Erased gone) {
        Ask.of(em, Photo.class, """
                select distinct r.paperId as paperId, s.id as id, s.no as no, s.schoolId as schoolId from LoanReply r join LoanLink k on k.id = r.linkId
                    join LoanSheet s on s.id = k.sheetId
                where r.loanId in :loans and r.paperId is not null
                and not exists (select o.id from LoanReply o where o.paperId = r.paperId and o.loanId not in :loans)
                order by r.paperId""").set("loans", gone.loanIds()).list().forEach(photo -> papers.removed(photo.sheet(), photo.paperId()));
        em.createQuery("update LoanReply r set r.words = null, r.paperId = null where r.loanId in :loans").setParameter("loans", gone.loanIds()).executeUpdate();
        em.createQuery("""
                update LoanLink k set k.endedAt = :now where k.endedAt is null
                and k.sheetId in (select i.sheetId from LoanSheetItem i where i.loanId in :loans)""").setParameter("now", clock.now())
                .setParameter("loans", gone.loanIds()).executeUpdate();
    }

    /** The borrower was put down wrongly: whoever has the link is not to read of the right one. */
    void loanCorrected(@Observes Loans.Corrected news) {
        em.createQuery("""
                update LoanLink k set k.endedAt = :now where k.endedAt is null
                and k.sheetId in (select i.sheetId from LoanSheetItem i where i.loanId = :loan)""").setParameter("now", clock.now())
                .setParameter("loan", news.loanId()).executeUpdate();
    }

    /** True unless the same form was taken in already: its key counts once for a link, whose row is locked. */
    private boolean first(LoanLink link, String once) {
        if (once == null || once.isBlank()) {
            return true;
        }
        em.createQuery("delete from DoorOnce o where o.cameAt < :before").setParameter("before", clock.now().minus(ONCE_KEPT)).executeUpdate();
        String hash = Sha256.hex("door-once:" + link.id() + ":" + once);
        if (em.find(DoorOnce.class, hash, LockModeType.PESSIMISTIC_WRITE) != null) {
            return false;
        }
        em.persist(new DoorOnce(hash, clock.now()));
        em.flush();
        return true;
    }

    private LoanLink must(String secret, String code) {
        LoanLink link = opened(secret, code);
        if (link == null) {
            throw new NotFound("LoanLink", "");
        }
        return link;
    }

    private LoanLink opened(String secret, String code) {
        String hash = LoanLink.found(secret);
        if (signIn.guess("loan-link " + hash) > 0) {
            throw new Refused("door.slowly");
        }
        LoanLink link = em.createQuery("select k from LoanLink k where k.secretHash = :hash", LoanLink.class).setParameter("hash", hash)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst().orElse(null);
        if (link == null || !link.opens(secret, code, clock.today(), clock.now())) {
            return null;
        }
        signIn.guessed("loan-link " + hash);
        return link;
    }

    private List<LoanLink> open(long sheetId) {
        return em.createQuery("select k from LoanLink k where k.sheetId = :sheet and k.endedAt is null", LoanLink.class).setParameter("sheet", sheetId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    /** A sheet. */
    record Found(Long id, String no, Long schoolId, LocalDate erasedOn, Long went) {
        Ref ref() {
            return new Ref("LoanSheet", id, no).ofSchool(schoolId);
        }
    }

    /** A loan, and when it ended; null while it runs. */
    record Lent(Long id, String no, Instant endedAt) {
    }

    /** A photo among the papers of a sheet. */
    record Photo(Long paperId, Long id, String no, Long schoolId) {
        Ref sheet() {
            return new Ref("LoanSheet", id, no).ofSchool(schoolId);
        }
    }

    /** What somebody writes. */
    public enum ReplyKind {
        /** Something is broken. */
        DAMAGE,
        /** It is gone. */
        LOSS,
        /** It is to be given back. */
        RETURN,
        /** Something else. */
        OTHER
    }

    /** A link until its last day. */
    public record MakeLink(@NotNull LocalDate expiresOn) {
    }

    /** Secret and code of a link: shown once. */
    public record Made(String secret, String code, LocalDate expiresOn) {
    }

    /**
     * What somebody writes about one device.
     *
     * @param words may be null
     * @param once  key of the form that was sent: what is sent again under it is stored once; null to store in any case
     */
    public record Reply(@NotNull Long loanId, @NotNull ReplyKind kind, @Size(max = 1000) String words, @Size(max = 80) String once) {
        /** Stored in any case. */
        public Reply(Long loanId, ReplyKind kind, String words) {
            this(loanId, kind, words, null);
        }
    }
}
