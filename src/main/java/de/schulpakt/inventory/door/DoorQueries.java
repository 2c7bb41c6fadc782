package de.schulpakt.inventory.door;

import static de.schulpakt.identity.Permission.LOAN_EDIT;
import static de.schulpakt.identity.Permission.LOAN_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What the school knows of links and replies. */
@Queries
public class DoorQueries {
    private static final int MOST = 100;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    LetterKey keys;

    /**
     * The open link of a sheet and what was written by its links, the newest first.
     *
     * @throws NotFound if there is no such sheet, or the asker may not see the loans of its school
     */
    public View ofSheet(long sheetId) {
        Long school = Ask.of(em, Long.class, "select s.schoolId from LoanSheet s where s.id = :id").set("id", sheetId).one()
                .orElseThrow(() -> new NotFound("LoanSheet", sheetId));
        guard.require(LOAN_VIEW, school);
        Open open = Ask.of(em, Open.class, "select k.expiresOn as expiresOn, k.seed as seed from LoanLink k where k.sheetId = :sheet and k.endedAt is null").set("sheet", sheetId).one()
                .orElse(new Open(null, null));
        LetterKey.Made letter = open.seed() == null || !guard.may(LOAN_EDIT, school) ? null : keys.of(sheetId, open.seed());
        return new View(open.expiresOn(), letter == null ? null : letter.code(), Ask.of(em, Written.class, """
                select r.id as id, r.kind as kind, r.words as words, r.cameAt as cameAt, r.seenAt as seenAt, r.seenBy as seenBy, r.paperId as paperId, l.id as loanId, l.no as loanNo
                from LoanReply r join LoanLink k on k.id = r.linkId join Loan l on l.id = r.loanId where k.sheetId = :sheet order by r.id desc""")
                .set("sheet", sheetId).list(MOST));
    }

    /** The open link of a sheet. */
    record Open(LocalDate expiresOn, String seed) {
    }

    /**
     * What the school knows.
     *
     * @param openUntil  last day of the open link, null if there is none
     * @param letterCode its code if a letter has carried it and the asker may give things out: the school tells it to who asks; else null
     * @param replies    what was written
     */
    public record View(LocalDate openUntil, String letterCode, List<Written> replies) {
    }

    /**
     * What was written by the link of a sheet that is open now, the newest first; what earlier links brought may be of somebody else. Inner door: the page has
     * asked for link and code.
     */
    @Unguarded("Inner door: the link and its code are the permission.")
    public List<Own> written(long sheetId) {
        return Ask.of(em, Own.class, """
                select r.id as id, r.kind as kind, r.words as words, r.cameAt as cameAt, r.seenAt as seenAt, d.inventoryNo as inventoryNo
                from LoanReply r join LoanLink k on k.id = r.linkId join Loan l on l.id = r.loanId join Device d on d.id = l.deviceId
                where k.sheetId = :sheet and k.endedAt is null order by r.id desc""").set("sheet", sheetId).list(MOST);
    }

    /** What who reads it has written; words are null if nothing, seenAt while nobody has seen to it. */
    public record Own(Long id, Doors.ReplyKind kind, String words, Instant cameAt, Instant seenAt, String inventoryNo) {
    }

    /** What somebody has written; words are null if nothing or erased, seenAt while nobody has seen to it, paperId without a photo. */
    public record Written(Long id, Doors.ReplyKind kind, String words, Instant cameAt, Instant seenAt, String seenBy, Long paperId, Long loanId, String loanNo) {
    }
}
