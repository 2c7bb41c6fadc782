package de.schulpakt.inventory.ask;

import static de.schulpakt.identity.Permission.LOAN_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Questions about asks. */
@Queries
public class AskQueries {
    private static final int MOST = 200;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    SchoolQueries schools;
    @Inject
    History history;

    /**
     * One ask.
     *
     * @throws NotFound if there is none, or it belongs to a school whose loans the asker may not see
     */
    public View view(long id) {
        View found = Ask.of(em, View.class, """
                select a.id as id, a.version as version, a.no as no, a.state as state, s.id as schoolId, s.name as school, s.authorityId as authorityId,
                    a.borrowerKind as kind, a.borrower as borrower, a.schoolClass as schoolClass, a.contact as contact, a.guardian as guardian,
                    a.words as words, m.id as modelId, concat(m.maker, ' ', m.name) as model, a.fromOn as fromOn, a.toOn as toOn, a.cameAt as cameAt,
                    a.decidedAt as decidedAt, a.decidedBy as decidedBy, a.answer as answer, b.id as bookingId, b.no as bookingNo, a.erasedOn as erasedOn
                from LoanAsk a join School s on s.id = a.schoolId left join DeviceModel m on m.id = a.modelId left join LoanBooking b on b.id = a.bookingId
                where a.id = :id""").set("id", id).one().orElseThrow(() -> new NotFound("LoanAsk", id));
        guard.require(LOAN_VIEW, found.schoolId(), found.authorityId());
        return found.with(guard.actions(AskFlow.FLOW, found.state(), found.schoolId()), history.of("LoanAsk", id));
    }

    /**
     * Who signs and how to reach who has asked for what is booked, so that it is not typed again when it goes out.
     *
     * @return null if the booking was made for no ask, or it is erased
     * @throws NotFound if there is no such booking, or the asker may not see the loans of its school
     */
    public Reach ofBooking(long bookingId) {
        Owner owner = Ask.of(em, Owner.class, "select s.id as schoolId, s.authorityId as authorityId from LoanBooking b join School s on s.id = b.schoolId where b.id = :id")
                .set("id", bookingId).one().orElseThrow(() -> new NotFound("LoanBooking", bookingId));
        guard.require(LOAN_VIEW, owner.schoolId(), owner.authorityId());
        return Ask.of(em, Reach.class, "select a.id as id, a.no as no, a.guardian as guardian, a.contact as contact from LoanAsk a where a.bookingId = :booking"
                + " and a.erasedOn is null order by a.id").set("booking", bookingId).first().orElse(null);
    }

    /** An ask with who signs, null for nobody, and how to reach who has asked. */
    public record Reach(Long id, String no, String guardian, String contact) {
    }

    /** Whose a booking is. */
    record Owner(Long schoolId, Long authorityId) {
    }

    /**
     * Until when a school may be asked; null if no address is open.
     *
     * @throws NotFound if there is no such school, or the asker may not see its loans
     */
    public LocalDate openUntil(long schoolId) {
        schools.mustBeThere(schoolId);
        guard.require(LOAN_VIEW, schoolId);
        return Ask.of(em, LocalDate.class, "select k.expiresOn from AskInvite k where k.schoolId = :school and k.endedAt is null").set("school", schoolId).one().orElse(null);
    }

    /** What may be asked for at a school, for who stands behind its address. */
    @Unguarded("Inner door: address and code are the permission.")
    public Door door(long schoolId) {
        String name = Ask.of(em, String.class, "select s.name from School s where s.id = :id").set("id", schoolId).one().orElseThrow(() -> new NotFound("School", schoolId));
        return new Door(name, Ask.of(em, Model.class, """
                select distinct m.id as id, concat(m.maker, ' ', m.name) as name from PoolDevice p join Device d on d.id = p.deviceId
                    join DeviceModel m on m.id = d.modelId
                where p.schoolId = :school and p.leftAt is null order by m.maker, m.name, m.id""").set("school", schoolId).list(MOST));
    }

    /** What who has asked sees of it. */
    @Unguarded("Inner door: address and code are the permission.")
    public Own own(long id) {
        return Ask.of(em, Own.class, """
                select a.no as no, s.name as school, a.state as state, a.borrower as borrower, concat(m.maker, ' ', m.name) as model, a.fromOn as fromOn,
                    a.toOn as toOn, a.answer as answer, b.fromOn as offeredFrom, b.toOn as offeredTo, concat(n.maker, ' ', n.name) as offered
                from LoanAsk a join School s on s.id = a.schoolId left join DeviceModel m on m.id = a.modelId left join LoanBooking b on b.id = a.bookingId
                    left join DeviceModel n on n.id = b.modelId
                where a.id = :id""").set("id", id).one().orElseThrow(() -> new NotFound("LoanAsk", id));
    }

    /** A school and what is for lending there. */
    public record Door(String school, List<Model> models) {
    }

    /** A model that is for lending. */
    public record Model(Long id, String name) {
    }

    /** An ask as who has asked sees it; the last three are null until something is offered. */
    public record Own(String no, String school, AskState state, String borrower, String model, LocalDate fromOn, LocalDate toOn, String answer,
            LocalDate offeredFrom, LocalDate offeredTo, String offered) {
    }

    /** An ask; borrower null if erased, model null for any. */
    public record View(Long id, Integer version, String no, AskState state, Long schoolId, String school, Long authorityId, Loans.BorrowerKind kind, String borrower,
            String schoolClass, String contact, String guardian, String words, Long modelId, String model, LocalDate fromOn, LocalDate toOn, Instant cameAt,
            Instant decidedAt, String decidedBy, String answer, Long bookingId, String bookingNo, LocalDate erasedOn, Set<AskAction> actions,
            List<HistoryEntry> timeline) {
        View with(Set<AskAction> may, List<HistoryEntry> lines) {
            return new View(id, version, no, state, schoolId, school, authorityId, kind, borrower, schoolClass, contact, guardian, words, modelId, model, fromOn, toOn,
                    cameAt, decidedAt, decidedBy, answer, bookingId, bookingNo, erasedOn, may, lines);
        }
    }
}
