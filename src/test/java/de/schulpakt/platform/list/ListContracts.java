package de.schulpakt.platform.list;

import de.schulpakt.exchange.ImportState;
import de.schulpakt.funding.application.ApplicationState;
import de.schulpakt.funding.correction.BudgetCorrectionState;
import de.schulpakt.funding.household.FollowCostKind;
import de.schulpakt.funding.household.FollowCostState;
import de.schulpakt.funding.inquiry.InquirySide;
import de.schulpakt.funding.inquiry.InquiryState;
import de.schulpakt.funding.ledger.PostingKind;
import de.schulpakt.funding.pack.PackState;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.proof.ProofKind;
import de.schulpakt.funding.proof.ProofState;
import de.schulpakt.funding.revision.RevisionKind;
import de.schulpakt.funding.revision.RevisionState;
import de.schulpakt.funding.settlement.DrawdownState;
import de.schulpakt.funding.transfer.TransferKind;
import de.schulpakt.funding.transfer.TransferState;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.account.SecurityLog;
import de.schulpakt.install.defect.DefectList;
import de.schulpakt.install.effort.UseList;
import de.schulpakt.install.kind.Priority;
import de.schulpakt.install.level.LevelClock;
import de.schulpakt.install.network.UnitKind;
import de.schulpakt.install.ready.ReadyPlace;
import de.schulpakt.install.ticket.TicketList;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.install.wave.WaveState;
import de.schulpakt.install.wave.WaveTicketList;
import de.schulpakt.inventory.ask.AskState;
import de.schulpakt.inventory.booking.BookingState;
import de.schulpakt.inventory.claim.ClaimState;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.inventory.incident.IncidentKind;
import de.schulpakt.inventory.incident.IncidentPayer;
import de.schulpakt.inventory.incident.IncidentState;
import de.schulpakt.inventory.loan.LoanState;
import de.schulpakt.inventory.pool.OfferState;
import de.schulpakt.inventory.stocktake.StocktakeState;
import de.schulpakt.inventory.swap.Swaps;
import de.schulpakt.inventory.tag.TagState;
import de.schulpakt.notice.answer.ArrivedReason;
import de.schulpakt.notice.answer.ArrivedState;
import de.schulpakt.overview.money.Balance;
import de.schulpakt.overview.readiness.RoomTrade;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.job.JobOutcome;
import de.schulpakt.platform.mail.MailState;
import de.schulpakt.platform.text.Fold;
import de.schulpakt.procurement.award.AwardKind;
import de.schulpakt.procurement.award.AwardState;
import de.schulpakt.procurement.depreciation.AssetBookingState;
import de.schulpakt.procurement.difference.DifferenceKind;
import de.schulpakt.procurement.difference.DifferenceState;
import de.schulpakt.procurement.finance.FinanceState;
import de.schulpakt.procurement.invoice.InvoiceKind;
import de.schulpakt.procurement.invoice.InvoiceState;
import de.schulpakt.procurement.invoice.LineKind;
import de.schulpakt.procurement.order.OrderState;
import de.schulpakt.procurement.payment.PaymentState;
import de.schulpakt.procurement.receipt.GoodsCheckState;
import de.schulpakt.procurement.request.RequestState;
import de.schulpakt.school.building.Fibre;
import de.schulpakt.school.building.Listed;
import de.schulpakt.school.building.Power;
import de.schulpakt.school.concept.ConceptKind;
import de.schulpakt.school.contact.ContactTask;
import de.schulpakt.school.place.PlaceKind;
import de.schulpakt.school.place.RoomKind;
import de.schulpakt.school.place.SchoolType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the contract of all lists must know of each of them: who asks, how rows come about, what its own filters mean. */
final class ListContracts {
    /** Makes so many rows of one of the two authorities and answers their ids. */
    @FunctionalInterface
    interface Fill {
        List<?> rows(ListWorld world, int of, int rows);
    }

    /** Whether a row passes a filter of the list's own, told without the code of the filter. */
    @FunctionalInterface
    interface Passes {
        boolean test(ListWorld world, Object id, Object value);
    }

    /**
     * @param role   who asks
     * @param shared true if everybody sees the same rows: then there is no foreign one
     * @param more   statements of a page that complete its rows
     */
    record Contract(Role role, boolean shared, Fill fill, Map<String, Passes> own, int more) {
        Contract(Role role, boolean shared, Fill fill, Map<String, Passes> own) {
            this(role, shared, fill, own, 0);
        }
    }

    private ListContracts() {
    }

    /** By the name of the list. */
    static Map<String, Contract> all() {
        Map<String, Contract> all = new LinkedHashMap<>();
        all.put("requests", new Contract(Role.FUNDING_OFFICER, false, ListContracts::requests, Map.of("category",
                (world, id, value) -> world.db.number("SELECT count(*) FROM request_item WHERE request_id = ? AND category = ?", id,
                        value.toString()) > 0)));
        all.put("devices", new Contract(Role.FUNDING_OFFICER, false, ListContracts::devices, Map.of("text",
                (w, id, value) -> Fold.number(value.toString()) != null && w.db.number("SELECT count(*) FROM device_identifier WHERE device_id = ?"
                        + " AND locate(?, value_key) = 1", id, Fold.number(value.toString())) > 0, "own", (w, id, value) -> w.db.number(
                                "SELECT count(*) FROM own_value WHERE device_id = ? AND ended_at IS NULL AND locate(?, value_key) = 1", id,
                                Fold.key(value.toString()) == null ? "" : Fold.key(value.toString())) > 0, "warrantyDays", (w, id, value) -> w.db.number(
                                        "SELECT count(*) FROM device WHERE id = ? AND warranty_end_on BETWEEN ? AND ?", id, w.db.get(Clock.class).today(),
                                        w.db.get(Clock.class).today().plusDays(Math.max(0, Math.min(36_500, Long.parseLong(value.toString()))))) > 0,
                "endAsked", (w, id, value) -> w.db.number("SELECT count(*) FROM device WHERE id = ? AND (end_asked_on IS NOT NULL) = ?", id, value) == 1)));
        all.put("tickets", new Contract(Role.FUNDING_OFFICER, false, ListContracts::tickets, Map.of(
                "day", (w, id, value) -> w.db.number("SELECT count(*) FROM ticket WHERE id = ? AND due_on = ?", id, value) == 1,
                "assignee", (w, id, value) -> w.db.number("SELECT count(*) FROM ticket t WHERE t.id = ? AND " + (value == TicketList.Assignee.ME
                        ? "t.assignee_id = (SELECT id FROM app_user WHERE login = 'asks')"
                        : "t.assignee_id IS NULL AND t.state <> 'CANCELLED'"), id) == 1,
                "level", (w, id, value) -> w.db.number("SELECT count(*) FROM ticket WHERE id = ? AND solution_due_at < ? AND stopped_at IS NULL"
                        + " AND state IN ('OPEN', 'PLANNED', 'SCHEDULED', 'WAITING', 'IN_WORK')", id, w.db.get(Clock.class).now()
                                .plus(java.time.Duration.ofDays(value == TicketList.Level.BROKEN ? 0 : 1)).atOffset(java.time.ZoneOffset.UTC).toLocalDateTime()) == 1,
                "acceptance", (w, id, value) -> w.db.number("SELECT count(*) FROM ticket WHERE id = ? AND state = 'MEASURED' AND handed_at < ?", id,
                        (value == TicketList.Acceptance.SILENT ? w.db.get(LevelClock.class).silentBefore(w.db.get(Clock.class).today())
                                : w.db.get(Clock.class).now().plus(java.time.Duration.ofDays(1))).atOffset(java.time.ZoneOffset.UTC).toLocalDateTime()) == 1,
                "due", (w, id, value) -> w.db.number("SELECT count(*) FROM ticket WHERE id = ? AND due_on " + (value == TicketList.Due.OVERDUE
                        ? "< ?" : value == TicketList.Due.TODAY ? "<= ?" : "<= ? + INTERVAL 7 DAY")
                        + " AND state NOT IN ('ACCEPTED', 'CLOSED', 'CANCELLED')", id, w.db.get(Clock.class).today()) == 1)));
        all.put("defects", new Contract(Role.TECHNICIAN, false, ListContracts::defects, Map.of("standing",
                (w, id, value) -> w.db.number("SELECT count(*) FROM defect d JOIN ticket f ON f.id = d.follow_id WHERE d.id = ? AND f.state "
                        + (value == DefectList.Standing.ENDED ? "IN" : "NOT IN") + " ('ACCEPTED', 'CLOSED', 'CANCELLED')"
                        + (value == DefectList.Standing.OVERDUE ? " AND d.due_on < '" + w.db.get(Clock.class).today() + "'" : ""), id) == 1)));
        all.put("stores", new Contract(Role.TECHNICIAN, false, ListContracts::stores, Map.of()));
        all.put("material", new Contract(Role.TECHNICIAN, false, ListContracts::uses, Map.of("paid",
                (w, id, value) -> w.db.number("SELECT count(*) FROM store_move m JOIN store_lot l ON l.id = m.lot_id JOIN material_use u ON u.id = m.use_id"
                        + " JOIN ticket t ON t.id = u.ticket_id LEFT JOIN budget b ON b.id = l.budget_id WHERE m.id = ? AND " + switch (UseList.Paid.valueOf(value.toString())) {
                            case OWN_POSITION -> "b.school_id = t.school_id";
                            case OTHER_POSITION -> "b.school_id <> t.school_id";
                            case OWN_MONEY -> "b.kind = 'OWN_MONEY'";
                            case UNKNOWN -> "l.budget_id IS NULL";
                        }, id) == 1)));
        all.put("ticket-figures", new Contract(Role.TECHNICIAN, false, ListContracts::ticketFigures, Map.of(
                "openedFrom", (w, id, value) -> at(w, "opened_at >= ?", id, ((LocalDate) value)),
                "openedTo", (w, id, value) -> at(w, "opened_at < ?", id, ((LocalDate) value).plusDays(1)),
                "closedFrom", (w, id, value) -> at(w, "closed_at >= ?", id, ((LocalDate) value)),
                "closedTo", (w, id, value) -> at(w, "closed_at < ?", id, ((LocalDate) value).plusDays(1)))));
        all.put("ready-texts", new Contract(Role.TECHNICIAN, false, ListContracts::readyTexts, Map.of()));
        all.put("teams", new Contract(Role.TECHNICIAN, false, ListContracts::teams, Map.of()));
        all.put("waves", new Contract(Role.TECHNICIAN, false, ListContracts::waves, Map.of()));
        all.put("wave-tickets", new Contract(Role.TECHNICIAN, false, ListContracts::waveTickets, Map.of("pace",
                (w, id, value) -> w.db.number("SELECT count(*) FROM wave_ticket x JOIN ticket t ON t.id = x.ticket_id WHERE x.id = ? AND t.state "
                        + (value == WaveTicketList.Pace.ENDED ? "IN" : "NOT IN") + " ('ACCEPTED', 'ACCEPTED_WITH_DEFECTS', 'CLOSED', 'CANCELLED')"
                        + (value == WaveTicketList.Pace.LATE ? " AND x.planned_on < '" + w.db.get(Clock.class).today() + "'" : ""), id) == 1)));
        all.put("network-ports", new Contract(Role.TECHNICIAN, false, ListContracts::ports, Map.of("text",
                (w, id, value) -> Fold.number(value.toString()) != null && w.db.number("SELECT count(*) FROM device_identifier i JOIN network_unit u"
                        + " ON u.device_id = i.device_id JOIN network_port p ON p.unit_id = u.id WHERE p.id = ? AND locate(?, i.value_key) = 1", id,
                        Fold.number(value.toString())) > 0)));
        all.put("room-readiness", new Contract(Role.TECHNICIAN, false, ListContracts::rooms, Map.of("missing", (w, id, value) -> {
            List<Long> counts = List.of(w.db.number("SELECT count(*) FROM ticket t JOIN ticket_kind k ON k.id = t.kind_id JOIN room r ON r.id = ? WHERE k.code = 'SURVEY'"
                    + " AND t.state = 'CLOSED' AND t.school_id = r.school_id AND (t.room_id IS NULL OR t.room_id = r.id)", id),
                    1 - w.db.number("SELECT count(*) FROM room_survey WHERE room_id = ? AND live AND NOT power", id),
                    w.db.number("SELECT count(*) FROM network_unit u JOIN network_port p ON p.unit_id = u.id JOIN network_end e ON e.port_id = p.id AND e.face = 'REAR'"
                            + " JOIN network_cable c ON c.id = e.cable_id WHERE u.kind = 'SOCKET' AND c.passed AND u.room_id = ?", id), 0L);
            for (RoomTrade trade : RoomTrade.values()) {
                if (trade == value) {
                    return counts.get(Math.min(3, trade.ordinal())) == 0;
                }
                if (counts.get(Math.min(3, trade.ordinal())) == 0) {
                    return false;
                }
            }
            return false;
        })));
        all.put("orders", new Contract(Role.FUNDING_OFFICER, false, ListContracts::orders, Map.of(
                "q", (w, id, value) -> w.db.number("""
                        SELECT count(*) FROM purchase_order o JOIN supplier s ON s.id = o.supplier_id WHERE o.id = ?
                        AND (locate(?, o.no) = 1 OR locate(?, s.name) > 0 OR EXISTS (SELECT 1 FROM order_line l
                            JOIN request_item i ON i.id = l.request_item_id JOIN request r ON r.id = i.request_id
                            WHERE l.order_id = o.id AND locate(?, r.no) = 1))""", id, value, value, value) == 1,
                "open", (w, id, value) -> value.equals(false) || w.db.number("SELECT count(*) FROM purchase_order WHERE id = ?"
                        + " AND state IN ('PLACED', 'PARTLY_DELIVERED')", id) == 1,
                "school", (w, id, value) -> w.db.number("SELECT count(*) FROM order_line WHERE order_id = ? AND school_id = ?", id, value) > 0)));
        all.put("invoices", new Contract(Role.FUNDING_OFFICER, false, ListContracts::invoices, Map.of(
                "open", (w, id, value) -> value.equals(false) || w.db.number("SELECT count(*) FROM invoice WHERE id = ?"
                        + " AND state IN ('CAPTURED', 'CHECKED', 'APPROVED')", id) == 1,
                "order", (w, id, value) -> w.db.number("SELECT count(*) FROM invoice_line n JOIN order_line l ON l.id = n.order_line_id"
                        + " WHERE n.invoice_id = ? AND l.order_id = ?", id, value) > 0,
                "application", (w, id, value) -> w.db.number("SELECT count(*) FROM invoice_line n JOIN order_payer p ON p.order_line_id = n.order_line_id"
                        + " JOIN budget b ON b.id = p.budget_id WHERE n.invoice_id = ? AND b.application_id = ?", id, value) > 0,
                "booked", (w, id, value) -> value.equals(w.db.number("SELECT count(*) FROM invoice WHERE id = ? AND state IN ('APPROVED', 'PAID')", id) == 1),
                "paid", (w, id, value) -> value.equals(w.db.number("SELECT count(*) FROM invoice WHERE id = ? AND paid_on IS NOT NULL", id) == 1),
                "file", (w, id, value) -> value.equals(w.db.number("SELECT count(*) FROM paper WHERE subject_type = 'Invoice' AND subject_id = ?"
                        + " AND removed_at IS NULL", id) > 0))));
        all.put("schools", new Contract(Role.FUNDING_OFFICER, false, ListContracts::schools, Map.of("application", (w, id, value) -> w.db.number(
                "SELECT count(*) FROM annex WHERE school_id = ? AND application_id = ?", id, value) > 0)));
        all.put("places", new Contract(Role.FUNDING_OFFICER, false, ListContracts::places, Map.of()));
        all.put("budgets", new Contract(Role.FUNDING_OFFICER, false, ListContracts::budgets, Map.of()));
        all.put("positions", new Contract(Role.FUNDING_OFFICER, false, ListContracts::positions, Map.of()));
        all.put("own-money", new Contract(Role.FUNDING_OFFICER, false, ListContracts::ownMoney, Map.of()));
        all.put("budget-corrections", new Contract(Role.FUNDING_OFFICER, false, ListContracts::corrections, Map.of()));
        all.put("transfers", new Contract(Role.FUNDING_OFFICER, false, ListContracts::transfers, Map.of("budget", (w, id, value) -> w.db.number(
                "SELECT count(*) FROM transfer WHERE id = ? AND ? IN (from_budget_id, to_budget_id)", id, value) == 1)));
        all.put("applications", new Contract(Role.FUNDING_OFFICER, false, ListContracts::applications, Map.of()));
        all.put("inquiries", new Contract(Role.FUNDING_OFFICER, false, ListContracts::inquiries, Map.of()));
        all.put("follow-costs", new Contract(Role.FUNDING_OFFICER, false, ListContracts::followCosts, Map.of("year", (w, id, value) -> w.db.number(
                "SELECT count(*) FROM follow_cost WHERE id = ? AND state <> 'TAKEN_BACK' AND ? BETWEEN first_year AND COALESCE(ended_year, last_year)", id, value) == 1)));
        all.put("revisions", new Contract(Role.FUNDING_OFFICER, false, ListContracts::revisions, Map.of()));
        all.put("programmes", new Contract(Role.FUNDING_OFFICER, true, ListContracts::programmes, Map.of()));
        all.put("drawdowns", new Contract(Role.FUNDING_OFFICER, false, ListContracts::drawdowns, Map.of()));
        all.put("proofs", new Contract(Role.FUNDING_OFFICER, false, ListContracts::proofs, Map.of()));
        all.put("snapshots", new Contract(Role.FUNDING_OFFICER, false, ListContracts::snapshots, Map.of()));
        all.put("grant-devices", new Contract(Role.FUNDING_OFFICER, false, ListContracts::grantDevices, Map.of(
                "q", (w, id, value) -> Fold.number(value.toString()) != null && w.db.number("SELECT count(*) FROM device_identifier WHERE device_id = ?"
                        + " AND locate(?, value_key) = 1", id, Fold.number(value.toString())) > 0,
                "application", (w, id, value) -> w.db.number("SELECT count(*) FROM device_payer p JOIN budget b ON b.id = p.budget_id WHERE p.device_id = ?"
                        + " AND b.application_id = ?", id, value) > 0,
                "budget", (w, id, value) -> w.db.number("SELECT count(*) FROM device_payer WHERE device_id = ? AND budget_id = ?", id, value) > 0,
                "drawdown", (w, id, value) -> drawn(w, "drawdown_id", id, value), "line", (w, id, value) -> drawn(w, "id", id, value),
                "invoice", (w, id, value) -> w.db.number("SELECT count(*) FROM invoiced_device y JOIN invoice_part x ON x.id = y.invoice_part_id WHERE y.device_id = ?"
                        + " AND x.invoice_id = ?", id, value) > 0), 2));
        all.put("samples", new Contract(Role.FUNDING_OFFICER, false, ListContracts::samples, Map.of()));
        all.put("rule-packs", new Contract(Role.FUNDING_OFFICER, true, ListContracts::packs, Map.of()));
        all.put("catalogue", new Contract(Role.FUNDING_OFFICER, true, ListContracts::catalogue, Map.of(
                "offered", (w, id, value) -> value.equals(false) || w.db.number("SELECT count(*) FROM catalogue_item WHERE id = ?"
                        + " AND active AND coalesce(valid_to, '2999-01-01') >= ?", id, w.db.get(Clock.class).today()) == 1,
                "ending", (w, id, value) -> value.equals(false) || w.db.number("SELECT count(*) FROM catalogue_item WHERE id = ? AND active"
                        + " AND valid_to BETWEEN ? AND ?", id, w.db.get(Clock.class).today(), w.db.get(Clock.class).today().plusDays(30)) == 1)));
        all.put("arrivals", new Contract(Role.FUNDING_OFFICER, false, ListContracts::arrivals, Map.of("silent", (w, id, value) -> value.equals(false)
                || w.db.number("SELECT count(*) FROM goods_check WHERE id = ? AND state = 'ASKED' AND due_on < ?", id, w.db.get(Clock.class).today()) == 1)));
        all.put("differences", new Contract(Role.FUNDING_OFFICER, false, ListContracts::differences, Map.of()));
        all.put("finance-runs", new Contract(Role.FUNDING_OFFICER, false, ListContracts::financeRuns, Map.of()));
        all.put("awards", new Contract(Role.FUNDING_OFFICER, false, ListContracts::awards, Map.of()));
        all.put("payments", new Contract(Role.FUNDING_OFFICER, false, ListContracts::payments, Map.of()));
        all.put("stocktakes", new Contract(Role.FUNDING_OFFICER, false, ListContracts::stocktakes, Map.of()));
        all.put("loan-bookings", new Contract(Role.SCHOOL_ADMIN, false, ListContracts::bookings, Map.of()));
        all.put("loan-asks", new Contract(Role.SCHOOL_ADMIN, false, ListContracts::asks, Map.of()));
        all.put("sights", new Contract(Role.AUDITOR, false, ListContracts::sights, Map.of(
                "never", (w, id, value) -> w.db.number("SELECT last_seen_on IS NULL FROM device_sight WHERE id = ?", id) == 1 == (Boolean) value,
                "elsewhere", (w, id, value) -> w.db.number("SELECT coalesce(f.seen_school_id <> d.school_id, 0) FROM device_sight f JOIN device d ON d.id = f.device_id"
                        + " WHERE f.id = ?", id) == 1 == (Boolean) value,
                "there", (w, id, value) -> w.db.number("SELECT d.state NOT IN ('LOST', 'RETIRED') FROM device_sight f JOIN device d ON d.id = f.device_id WHERE f.id = ?",
                        id) == 1 == (Boolean) value)));
        all.put("loan-claims", new Contract(Role.SCHOOL_ADMIN, false, ListContracts::claims, Map.of()));
        all.put("loans", new Contract(Role.SCHOOL_ADMIN, false, ListContracts::loans, Map.of()));
        all.put("offers", new Contract(Role.SCHOOL_ADMIN, false, ListContracts::offers, Map.of()));
        all.put("own-values", new Contract(Role.FUNDING_OFFICER, false, ListContracts::ownValues, Map.of()));
        all.put("asset-runs", new Contract(Role.FUNDING_OFFICER, false, ListContracts::assetRuns, Map.of()));
        all.put("asset-bookings", new Contract(Role.FUNDING_OFFICER, false, ListContracts::assetBookings, Map.of()));
        all.put("asset-booking-lines", new Contract(Role.FUNDING_OFFICER, false, ListContracts::assetBookingLines, Map.of()));
        all.put("device-incidents", new Contract(Role.FUNDING_OFFICER, false, ListContracts::incidents, Map.of()));
        all.put("device-swaps", new Contract(Role.FUNDING_OFFICER, false, ListContracts::swaps, Map.of("undone",
                (w, id, value) -> value.equals(w.db.number("SELECT count(*) FROM device_swap WHERE id = ? AND undone_at IS NOT NULL", id) == 1))));
        all.put("tag-rolls", new Contract(Role.FUNDING_OFFICER, false, ListContracts::tagRolls, Map.of()));
        all.put("asset-lines", new Contract(Role.FUNDING_OFFICER, false, ListContracts::assetLines, Map.of()));
        all.put("device-models", new Contract(Role.FUNDING_OFFICER, true, ListContracts::models, Map.of("offered", (w, id, value) ->
                w.db.number("select count(*) from device_model where id = ? and ended_on is null", id) > 0 == "YES".equals(String.valueOf(value)),
                "becomesDevice", (w, id, value) -> w.db.number("select count(*) from device_model where id = ? and kind <> 'SERVICE'", id) > 0 == value.equals(true))));
        all.put("mails", new Contract(Role.ADMIN, true, ListContracts::mails, Map.of()));
        all.put("arrived-mails", new Contract(Role.ADMIN, true, ListContracts::arrived, Map.of()));
        all.put("job-runs", new Contract(Role.ADMIN, true, ListContracts::runs, Map.of()));
        all.put("usage", new Contract(Role.FUNDING_OFFICER, false, ListContracts::usage, Map.of()));
        all.put("postings", new Contract(Role.FUNDING_OFFICER, false, ListContracts::postings, Map.of("kind", ListContracts::makesUp)));
        all.put("users", new Contract(Role.ADMIN, true, ListContracts::users, Map.of("role", (w, id, value) -> w.db.number(
                "SELECT count(*) FROM role_assignment WHERE user_id = ? AND role = ?", id, value.toString()) > 0, "state", (w, id, value) -> w.db.number("""
                SELECT count(*) FROM app_user u WHERE u.id = ? AND ? = CASE WHEN NOT u.active THEN 'OFF' WHEN u.password_hash IS NULL
                    AND NOT EXISTS (SELECT 1 FROM provider_account p WHERE p.user_id = u.id) THEN 'INVITED' ELSE 'ACTIVE' END""", id, value.toString()) > 0), 3));
        all.put("security-events", new Contract(Role.ADMIN, true, ListContracts::securityEvents, Map.of()));
        all.put("buildings", new Contract(Role.FUNDING_OFFICER, false, ListContracts::buildings, Map.of()));
        all.put("school-contacts", new Contract(Role.FUNDING_OFFICER, false, ListContracts::contacts, Map.of()));
        all.put("school-concepts", new Contract(Role.FUNDING_OFFICER, false, ListContracts::concepts, Map.of()));
        all.put("school-years", new Contract(Role.FUNDING_OFFICER, false, ListContracts::schoolYears, Map.of("application", (w, id, value) -> w.db.number(
                "SELECT count(*) FROM annex x JOIN school_year y ON y.school_id = x.school_id WHERE y.id = ? AND x.application_id = ?", id, value) > 0)));
        all.put("inspections", new Contract(Role.ADMIN, true, ListContracts::inspections, Map.of()));
        all.put("imports", new Contract(Role.FUNDING_OFFICER, false, ListContracts::imports, Map.of(), 1));
        return all;
    }

    private static List<Long> mails(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            ids.add(w.insert("mail", "name, recipient, subject, state, tries, created_at, due_at, sent_at, problem", "m" + of + "-" + w.number(1_000_000_000),
                    w.text(), w.text(), w.one(MailState.class), w.number(9), w.day().atStartOfDay(), w.day().atStartOfDay(),
                    w.maybe() ? null : w.day().atTime(12, 0), w.maybe() ? null : w.text()));
        }
        return ids;
    }

    private static List<Long> arrived(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            ids.add(w.insert("arrived_mail", "message_hash, state, reason, arrived_at, sender, subject, left_there", "m" + of + "-" + w.number(1_000_000_000),
                    w.one(ArrivedState.class), w.maybe() ? null : w.one(ArrivedReason.class), w.day().atStartOfDay(), w.maybe() ? null : w.text(),
                    w.maybe() ? null : w.text(), w.maybe()));
        }
        return ids;
    }

    private static List<Long> runs(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            ids.add(w.insert("job_run", "kind, node, started_at, ended_at, outcome, message", w.maybe() ? "checks" : "imports", w.text(),
                    w.day().atStartOfDay(), w.maybe() ? null : w.day().atTime(12, 0), w.one(JobOutcome.class),
                    w.maybe() ? null : "job.kind.history_done\n" + w.number(9)));
        }
        return ids;
    }

    private static boolean makesUp(ListWorld w, Object id, Object value) {
        String open = " AND NOT EXISTS (SELECT 1 FROM posting q WHERE q.resolves_id = p.id)";
        return w.db.number("SELECT count(*) FROM posting p WHERE id = ? AND " + switch ((Balance) value) {
            case ALLOTTED -> "kind IN ('ALLOT', 'TRANSFER')";
            case RESERVED -> "kind = 'RESERVE'" + open;
            case COMMITTED -> "kind = 'COMMIT'" + open;
            case SPENT -> "kind IN ('SPEND', 'CORRECT')";
        }, id) == 1;
    }

    /** Each row a school of its own. */
    private static List<Long> usage(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        for (Long school : schools(w, of, rows)) {
            ids.add(w.insert("school_use", "programme_id, school_id, category, allotted_cents, reserved_cents, committed_cents, spent_cents",
                    programme(w), school, w.one(Category.class), 100 * w.number(9), 100 * w.number(4), 100 * w.number(4), 100 * w.number(4)));
        }
        return ids;
    }

    private static List<Long> postings(ListWorld w, int of, int rows) {
        List<Long> budgets = List.of(budget(w, of), budget(w, of));
        Map<Long, Long> open = new HashMap<>();
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            Long budget = w.one(budgets);
            PostingKind kind = PostingKind.valueOf(w.one(PostingKind.class));
            Long ends = kind == PostingKind.RELEASE || kind == PostingKind.SPEND ? open.remove(budget) : null;
            Long id = w.insert("posting", "budget_id, kind, amount_cents, resolves_id, source, actor, at, note", budget, kind.name(),
                    100 * (1 + w.number(4)), ends, w.once("test:"), w.text(), w.day().atStartOfDay(), w.maybe() ? null : w.text());
            if (kind == PostingKind.RESERVE || kind == PostingKind.COMMIT) {
                open.put(budget, id);
            }
            ids.add(id);
        }
        return ids;
    }

    private static List<Long> users(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            Long id = w.insert("app_user", "login, name, email, password_hash, active, created_at", w.once("u"), w.text(),
                    w.maybe() ? null : w.once("m") + "@example.org", "x", w.maybe(), w.day().atStartOfDay());
            int first = i == 0 ? Role.SCHOOL_ADMIN.ordinal() : w.number(Role.values().length);
            for (int role = 0; role < (i == 0 ? 2 : w.number(3)); role++) {
                Role held = Role.values()[(first + role) % Role.values().length];
                w.insert("role_assignment", "user_id, role, authority_id, school_id", id, held.name(),
                        held == Role.SCHOOL_ADMIN ? null : w.authorities.get(of), held == Role.SCHOOL_ADMIN ? w.schools.get(of) : null);
            }
            ids.add(id);
        }
        return ids;
    }

    private static List<Long> buildings(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        while (ids.size() < rows) {
            Long id = w.insert("building", "school_id, name", w.schools.get(of), w.once("B"));
            if (ids.isEmpty() || w.maybe()) {
                w.db.sql("INSERT INTO building_fact (building_id, built_year, listed, fibre, mbit, supply, source, recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, 'x', ?)",
                        id, 1900 + w.number(90), w.maybe() ? null : w.one(Listed.class), w.maybe() ? null : w.one(Fibre.class), w.maybe() ? null : w.number(900),
                        w.maybe() ? null : w.one(Power.class), w.text(), w.day().atStartOfDay());
            }
            ids.add(id);
        }
        return ids;
    }

    private static List<Long> contacts(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        while (ids.size() < rows) {
            ids.add(w.insert("school_contact", "school_id, task, name, phone, mail, ended_on", w.schools.get(of), w.one(ContactTask.class), w.text(), w.text(),
                    w.maybe() ? null : w.once("m") + "@example.org", w.maybe() ? null : w.day()));
        }
        return ids;
    }

    private static List<Long> concepts(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        long edition = w.db.number("SELECT coalesce(max(edition), 0) + 1 FROM school_concept WHERE school_id = ?", w.schools.get(of));
        while (ids.size() < rows) {
            ConceptKind kind = ConceptKind.valueOf(w.one(ConceptKind.class));
            boolean approved = w.maybe();
            ids.add(w.insert("school_concept", "school_id, kind, edition, title, resolved_on, valid_from, approver, approved_on, school_signed_on, authority_signed_on, withdrawn_on,"
                    + " recorded_by, recorded_at", w.schools.get(of), kind.name(), edition++, w.text(), w.day(), w.day(), approved ? w.text() : null, approved ? w.day() : null,
                    kind == ConceptKind.MEDIA || w.maybe() ? null : w.day(), kind == ConceptKind.MEDIA || w.maybe() ? null : w.day(), w.maybe() ? null : w.day(), w.text(),
                    w.day().atStartOfDay()));
        }
        return ids;
    }

    private static List<Long> schoolYears(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        long begins = w.db.number("SELECT coalesce(max(begins), 1999) + 1 FROM school_year WHERE school_id = ?", w.schools.get(of));
        while (ids.size() < rows) {
            ids.add(w.insert("school_year", "school_id, begins, pupils, teachers, classes, source, recorded_by, recorded_at", w.schools.get(of), begins++,
                    w.number(900), w.maybe() ? null : w.number(90), w.maybe() ? null : w.number(30), w.text(), w.text(), w.day().atStartOfDay()));
        }
        return ids;
    }

    private static List<Long> inspections(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            ids.add(w.insert("inspection", "user_id, user_name, seen_at, path", 1 + w.number(3), w.text(), w.day().atStartOfDay(), "/" + w.text()));
        }
        return ids;
    }

    private static List<Long> securityEvents(ListWorld w, int of, int rows) {
        List<Long> people = users(w, of, 2);
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            ids.add(w.insert("security_event", "at, kind, user_id, login, address, actor_name, detail", w.day().atStartOfDay(),
                    w.one(SecurityLog.SecurityKind.class), w.maybe() ? null : w.one(people), w.text(), w.maybe() ? null : "10.0.0." + w.number(3),
                    w.maybe() ? null : w.text(), w.maybe() ? null : "[{\"key\":\"users.no_role\"}]"));
        }
        return ids;
    }

    /** Foreign ones are of somebody else: an officer of one authority sees the own imports only. */
    private static List<Long> imports(ListWorld w, int of, int rows) {
        Long who = of == 0 ? w.db.number("SELECT id FROM app_user WHERE login = 'asks'") : users(w, of, 1).get(0);
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            ids.add(w.insert("import_job", "kind, file_name, settings, state, rows_total, rows_new, actor_id, actor_name, created_at", "school",
                    w.text(), "", i == 0 ? "RUNNING" : w.one(ImportState.class), 10, w.number(4), who, w.text(), w.day().atStartOfDay()));
        }
        return ids;
    }

    private static List<Long> catalogue(ListWorld w, int of, int rows) {
        List<Long> suppliers = List.of(supplier(w), supplier(w));
        List<Long> ids = new ArrayList<>();
        for (Long model : models(w, of, rows)) {
            ids.add(w.insert("catalogue_item", "model_id, supplier_id, name, category, price_cents, vat_bp, contract, valid_to, active", model,
                    w.one(suppliers), w.text(), w.one(Category.class), 100 + w.number(5), 1900, w.maybe() ? null : w.text(),
                    w.maybe() ? null : w.db.get(Clock.class).today().plusDays(w.number(9) - 4), w.maybe()));
        }
        return ids;
    }

    private static List<Long> models(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            ids.add(w.insert("device_model", "maker, name, part_no, kind, needs_network", w.text(), w.once("b"), w.maybe() ? null : w.text(),
                    w.one(ModelKind.class), w.maybe()));
        }
        return ids;
    }

    private static List<Long> budgets(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        while (ids.size() < rows) {
            Long programme = programme(w);
            Long application = application(w, of, programme, 1);
            for (int no = 1; no <= 3 && ids.size() < rows; no++) {
                ids.add(budget(w, of, application, programme, no, Category.values()[no + w.number(2) * 3].name()));
            }
        }
        return ids;
    }

    private static List<Long> positions(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        while (ids.size() < rows) {
            Long programme = programme(w);
            Long application = application(w, of, programme, 1);
            Long annex = w.insert("annex", "application_id, school_id", application, w.schools.get(of));
            for (int no = 1; no <= 3 && ids.size() < rows; no++) {
                Integer pieces = w.maybe() ? null : 1 + w.number(5);
                String category = w.one(Category.class);
                boolean granted = !w.maybe();
                Long position = w.insert("funding_position", "annex_id, no, category, description, applied_cents, approved_cents, quantity, unit_cents, measure_from_on, measure_to_on", annex, no,
                        category, w.text(), 1000 * (1 + w.number(3)), granted ? 500 + 100 * w.number(3) : null, pieces, pieces == null ? null : 100, w.maybe() ? null : w.day(), null);
                if (granted) {
                    Long budget = w.insert("budget", "position_id, application_id, programme_id, school_id, category, allotted_cents, reserved_cents", position, application, programme,
                            w.schools.get(of), category, 500, 100 * w.number(4));
                    w.db.sql("UPDATE funding_position SET budget_id = ? WHERE id = ?", budget, position);
                }
                ids.add(position);
            }
        }
        return ids;
    }

    private static List<Long> corrections(ListWorld w, int of, int rows) {
        List<Long> budgets = List.of(budget(w, of), budget(w, of));
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            ids.add(w.insert("budget_correction", "no, state, authority_id, budget_id, amount_cents, reason, created_at", w.once("ab"),
                    w.one(BudgetCorrectionState.class), w.authorities.get(of), budgets.get(w.number(2)), 100 * (1 + w.number(4)) * (w.number(2) == 0 ? -1 : 1), w.text(),
                    w.day().atStartOfDay()));
        }
        return ids;
    }

    private static List<Long> transfers(ListWorld w, int of, int rows) {
        List<Long> budgets = List.of(budget(w, of), budget(w, of), budget(w, of));
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            int from = w.number(3);
            int cents = 100 * (1 + w.number(4));
            TransferKind kind = TransferKind.valueOf(w.one(TransferKind.class));
            ids.add(w.insert("transfer", "no, kind, state, authority_id, from_budget_id, to_budget_id, amount_cents, returned_cents, back_on, reason, created_at",
                    w.once("ab"), kind.name(), w.one(TransferState.class), w.authorities.get(of), budgets.get(from), budgets.get((from + 1) % 3), cents,
                    kind == TransferKind.SHIFT ? 0 : w.number(100), kind == TransferKind.SHIFT ? null : w.day(), w.text(), w.day().atStartOfDay()));
        }
        return ids;
    }

    private static List<Long> inquiries(ListWorld w, int of, int rows) {
        Long application = application(w, of, programme(w), 1);
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            LocalDate asked = w.day();
            boolean answered = w.maybe();
            ids.add(w.insert("inquiry", "no, application_id, authority_id, side, state, subject, words, asked_on, due_on, answer, answered_on, answered_by, recorded_by, recorded_at",
                    w.once("ab"), application, w.authorities.get(of), w.one(InquirySide.class), w.one(InquiryState.class), w.text(), w.text(), asked,
                    w.maybe() ? null : asked.plusDays(w.number(9)), answered ? w.text() : null, answered ? asked.plusDays(w.number(9)) : null, answered ? w.text() : null,
                    w.text(), asked.atStartOfDay()));
        }
        return ids;
    }

    private static List<Long> followCosts(ListWorld w, int of, int rows) {
        Long application = application(w, of, programme(w), 1);
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            int first = 2026 + w.number(3);
            FollowCostState state = FollowCostState.valueOf(w.one(FollowCostState.class));
            boolean ended = state == FollowCostState.ENDED;
            ids.add(w.insert("follow_cost", "no, application_id, authority_id, kind, state, title, yearly_cents, first_year, last_year, ended_year, source, recorded_by, recorded_at",
                    w.once("ab"), application, w.authorities.get(of), w.one(FollowCostKind.class), state.name(), w.text(), 1 + w.number(9), first, first + 2,
                    ended ? first + w.number(2) : null, w.text(), w.text(), w.day().atStartOfDay()));
        }
        return ids;
    }

    private static List<Long> revisions(ListWorld w, int of, int rows) {
        Long application = application(w, of, programme(w), 1);
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            ids.add(w.insert("revision", "no, application_id, authority_id, kind, state, edition, reason, created_at, submitted_on, decided_on, reference", w.once("ab"), application,
                    w.authorities.get(of), w.one(RevisionKind.class), w.one(RevisionState.class), w.maybe() ? null : i + 2, w.text(), w.day().atStartOfDay(),
                    w.maybe() ? null : w.day(), w.maybe() ? null : w.day(), w.maybe() ? null : w.text()));
        }
        return ids;
    }

    private static List<Long> ownMoney(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            int year = 2024 + w.number(4);
            ids.add(w.insert("budget", "kind, authority_id, household_year, account, title, ends_on, allotted_cents, reserved_cents, committed_cents,"
                    + " spent_cents", "OWN_MONEY", w.authorities.get(of), year, w.once("a"), w.text(), LocalDate.of(year + w.number(2), 12, 31), 1000,
                    w.number(300), w.number(300), w.number(300)));
        }
        return ids;
    }

    private static List<Long> applications(ListWorld w, int of, int rows) {
        List<Long> programmes = List.of(programme(w), programme(w));
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            Long id = application(w, of, w.one(programmes), w.number(2));
            if (w.maybe()) {
                Long annex = w.insert("annex", "application_id, school_id", id, w.schools.get(of));
                for (int no = 1 + w.number(2); no > 0; no--) {
                    w.insert("funding_position", "annex_id, no, category, description, applied_cents, approved_cents", annex, no,
                            Category.values()[no].name(), w.text(), 1000 * (1 + w.number(3)), w.maybe() ? null : 500);
                }
            }
            ids.add(id);
        }
        return ids;
    }

    private static List<Long> programmes(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            Long id = programme(w);
            for (int rule = w.number(3); rule > 0; rule--) {
                w.insert("programme_rule", "programme_id, kind, category, value, valid_from, source, verified", id, "OWN_SHARE_BP", "ALL", "1000",
                        LocalDate.of(2026, rule, 1), "x", w.maybe());
            }
            ids.add(id);
        }
        return ids;
    }

    private static List<Long> drawdowns(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            Long application = application(w, of, programme(w), 1);
            long asked = 100L * (3 + w.number(4));
            ids.add(w.insert("drawdown", "no, application_id, authority_id, state, planned, eligible_cents, grant_cents, requested_on, received_on,"
                            + " received_cents, repaid_cents, spend_by_on, created_at", w.once("M-"), application,
                    w.db.number("SELECT authority_id FROM application WHERE id = ?", application), w.one(DrawdownState.class), w.maybe(), 1000L, asked,
                    w.maybe() ? null : w.day(), w.maybe() ? null : w.day(), 100L * (1 + w.number(2)), 100L * w.number(1), w.maybe() ? null : w.day(),
                    w.day().atStartOfDay()));
        }
        return ids;
    }

    private static List<Long> proofs(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            Long application = application(w, of, programme(w), 1);
            ids.add(w.insert("proof", "no, application_id, authority_id, kind, state, edition, to_on, submitted_on, spent_cents, accepted_on, recognised_cents, created_at",
                    w.once("N-"), application, w.db.number("SELECT authority_id FROM application WHERE id = ?", application), w.one(ProofKind.class), w.one(ProofState.class),
                    1 + w.number(3), w.day(), w.maybe() ? null : w.day(), 100L * (3 + w.number(4)), w.maybe() ? null : w.day(), w.maybe() ? null : 100L * w.number(3),
                    w.day().atStartOfDay()));
        }
        return ids;
    }

    private static List<Long> snapshots(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            Long application = application(w, of, programme(w), 1);
            ids.add(w.insert("snapshot", "programme_id, authority_id, key_on, allotted_cents, reserved_cents, committed_cents, spent_cents, drawn_cents, taken_by, taken_at",
                    w.db.number("SELECT programme_id FROM application WHERE id = ?", application), w.db.number("SELECT authority_id FROM application WHERE id = ?", application),
                    w.day(), 100L * w.number(5), 100L * w.number(5), 100L * w.number(5), 100L * w.number(5), 100L * w.number(5), "x", w.day().atStartOfDay()));
        }
        return ids;
    }

    private static boolean drawn(ListWorld w, String column, Object device, Object value) {
        return w.db.number("SELECT count(*) FROM invoiced_device y JOIN posting p ON p.source = concat('invoice_part:', y.invoice_part_id, ':x')"
                + " JOIN drawdown_line l ON l.posting_id = p.id WHERE y.device_id = ? AND l." + column + " = ?", device, value) > 0;
    }

    /** What pays some of them has the number of one: numbers of devices are tried as those of what they are narrowed down to. */
    private static List<Long> grantDevices(ListWorld w, int of, int rows) {
        List<Long> ids = devices(w, of, rows);
        Long line = null;
        while (line == null) {
            orders(w, of, 3);
            List<Map<String, Object>> found = w.db.sql("SELECT max(id) AS id FROM order_line WHERE school_id = ?", w.schools.get(of));
            line = found.get(0).get("id") == null ? null : ((Number) found.get(0).get("id")).longValue();
        }
        Long programme = programme(w);
        for (int from = 0; from < ids.size(); from += 3) {
            Long as = ids.get(from);
            Long application = numbered(w, "application", application(w, of, programme, 1), as);
            Long budget = numbered(w, "budget", budget(w, of, application, programme, 1, Category.WLAN.name()), as);
            Long invoice = numbered(w, "invoice", invoices(w, of, 1).get(0), as);
            Long drawdown = numbered(w, "drawdown", drawdowns(w, of, 1).get(0), as);
            Long part = w.insert("invoice_part", "invoice_id, order_line_id, pieces, gross_cents", invoice, line, 1, 100);
            Long posting = w.insert("posting", "budget_id, kind, amount_cents, source, actor, at", budget, "SPEND", 100, "invoice_part:" + part + ":x", "x",
                    w.day().atStartOfDay());
            numbered(w, "drawdown_line", w.insert("drawdown_line", "drawdown_id, budget_id, posting_id, eligible_cents, grant_cents", drawdown, budget, posting,
                    100, 90), as);
            for (Long device : ids.subList(from, Math.min(ids.size(), from + 3))) {
                w.db.sql("UPDATE device SET budget_id = ? WHERE id = ?", budget, device);
                w.db.sql("INSERT INTO device_payer (device_id, budget_id, amount_cents, label) VALUES (?, ?, 100, 'x')", device, budget);
                if (w.maybe()) {
                    w.db.sql("INSERT INTO invoiced_device (device_id, invoice_part_id) VALUES (?, ?)", device, part);
                }
            }
        }
        return ids;
    }

    /** Gives a row that nothing names yet this number, unless another one has it. */
    private static Long numbered(ListWorld w, String table, Long id, Long as) {
        if (w.db.number("SELECT count(*) FROM " + table + " WHERE id = ?", as) > 0 || table.equals("invoice") && w.db.number(
                "SELECT count(*) FROM invoice_line WHERE invoice_id = ?", id) > 0) {
            return id;
        }
        w.db.sql("UPDATE " + table + " SET id = ? WHERE id = ?", as, id);
        return as;
    }

    private static List<Long> samples(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            Long application = application(w, of, programme(w), 1);
            ids.add(w.insert("audit_sample", "no, application_id, authority_id, seed, drawn, out_of, drawn_by, drawn_at", w.once("S-"), application,
                    w.db.number("SELECT authority_id FROM application WHERE id = ?", application), w.number(9), 1 + w.number(3), 9, w.text(), w.day().atStartOfDay()));
        }
        return ids;
    }

    private static List<Long> packs(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            ids.add(w.insert("rule_pack", "code, name, edition, state, file_name, checksum, content, created_at", w.text(), w.text(), w.text(),
                    w.one(PackState.class), w.text(), "x", "x", w.day().atStartOfDay()));
        }
        return ids;
    }

    private static List<Long> schools(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            long id = 1_000_000L + w.number();
            w.db.sql("INSERT INTO school (id, authority_id, state_code, official_no, name, type, street, postcode, city, phone, pupils)"
                    + " VALUES (?, ?, 'RP', ?, ?, ?, ?, ?, ?, ?, ?)", id, w.authorities.get(of), w.once("a"), w.text(), w.one(SchoolType.class),
                    w.maybe() ? null : w.text(), w.maybe() ? null : "0" + (1000 + w.number(30)), w.maybe() ? null : w.text(),
                    w.maybe() ? null : "+49 2", w.maybe() ? null : w.number(2000));
            ids.add(id);
        }
        return ids;
    }

    private static List<Long> places(ListWorld w, int of, int rows) {
        List<Long> ids = schools(w, of, rows);
        for (int i = 0; i < ids.size(); i++) {
            w.db.sql("UPDATE school SET place = ?, pupils = NULL, ended_on = ? WHERE id = ?", PlaceKind.values()[1 + i % (PlaceKind.values().length - 1)].name(),
                    w.maybe() ? null : LocalDate.of(2026, 3, 1 + w.number(20)), ids.get(i));
        }
        return ids;
    }

    private static List<Long> orders(ListWorld w, int of, int rows) {
        List<Long> suppliers = List.of(supplier(w), supplier(w), supplier(w));
        Long item = item(w);
        Long budget = budget(w, of);
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            Long id = w.insert("purchase_order", "no, supplier_id, authority_id, state, ordered_on, expected_on, created_at", w.once("ab"),
                    w.one(suppliers), w.authorities.get(of), w.one(OrderState.class), w.day(), w.maybe() ? null : w.day(), w.day().atStartOfDay());
            Long request = w.insert("request", "no, school_id, title, state, created_at", w.once("bc"), w.schools.get(of), w.text(),
                    w.one(RequestState.class), w.day().atStartOfDay());
            for (int line = w.number(3); line > 0; line--) {
                int pieces = 2 + w.number(3);
                Long wanted = w.insert("request_item", "request_id, line_no, item_id, room_id, quantity, price_cents, category", request, line,
                        item, w.someRoom(of), pieces, 100, w.one(Category.class));
                w.insert("order_line", "order_id, line_no, request_item_id, item_id, school_id, room_id, quantity, delivered, cancelled,"
                        + " price_cents, vat_bp, budget_id", id, line, wanted, item, w.schools.get(of), w.someRoom(of), pieces, w.number(2),
                        w.number(2), 100 * (1 + w.number(3)), 1900, budget);
            }
            ids.add(id);
        }
        return ids;
    }

    private static List<Long> invoices(ListWorld w, int of, int rows) {
        List<Long> suppliers = List.of(supplier(w), supplier(w), supplier(w));
        orders(w, of, 3);
        List<Long> lines = w.db.sql("SELECT l.id AS id FROM order_line l WHERE l.school_id = ?", w.schools.get(of)).stream()
                .map(row -> ((Number) row.get("id")).longValue()).toList();
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            long cents = w.number(5);
            Long id = w.insert("invoice", "supplier_id, authority_id, no, kind, state, invoiced_on, due_on, paid_on, net_cents, total_cents, payable_cents,"
                    + " created_at", w.one(suppliers), w.authorities.get(of), w.once("ab"), w.one(InvoiceKind.class), w.one(InvoiceState.class),
                    w.day(), w.maybe() ? null : w.day(), w.maybe() ? null : w.day(), cents, cents, cents, w.day().atStartOfDay());
            for (int line = lines.isEmpty() ? 0 : w.number(3); line > 0; line--) {
                w.insert("invoice_line", "invoice_id, line_no, kind, text, pieces, net_cents, vat_bp, order_line_id", id, line,
                        w.one(LineKind.class), w.text(), 1, 100, 1900, w.one(lines));
            }
            ids.add(id);
        }
        return ids;
    }

    private static List<Long> arrivals(ListWorld w, int of, int rows) {
        List<Long> orders = orders(w, of, 3);
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            Long delivery = w.insert("delivery", "order_id, delivery_note_no, received_on, created_at", w.one(orders), w.once("L-a"), w.day(), w.day().atStartOfDay());
            String state = w.one(GoodsCheckState.class);
            boolean asked = state.equals("ASKED");
            ids.add(w.insert("goods_check", "delivery_id, school_id, no, state, asked_on, due_on, answered_at, answered_by", delivery, w.schools.get(of), w.once("ab"),
                    state, w.day(), w.day(), asked ? null : w.day().atStartOfDay(), asked ? null : w.text()));
        }
        return ids;
    }

    private static List<Long> differences(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            ids.add(w.insert("finance_difference", "authority_id, kind, state, label, account, day_on, here_cents, there_cents, found_at", w.authorities.get(of),
                    w.one(DifferenceKind.class), w.one(DifferenceState.class), w.text(), w.text(), w.day(), w.maybe() ? null : 100 * (1 + w.number(4)),
                    w.maybe() ? 7 : 100 * (6 + w.number(4)), w.day().atStartOfDay()));
        }
        return ids;
    }

    private static List<Long> financeRuns(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            ids.add(w.insert("finance_run", "no, authority_id, state, until_on, items, total_cents, csv_columns, csv_separator, csv_decimal, csv_days, csv_head, sha256, created_at",
                    w.once("ab"), w.authorities.get(of), w.one(FinanceState.class), w.day(), 1 + w.number(4), 100 * w.number(4), "REFERENCE", "COMMA", "COMMA", "ISO", true,
                    "0".repeat(64), w.day().atStartOfDay()));
        }
        return ids;
    }

    private static List<Long> awards(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            Long id = w.insert("award_file", "no, authority_id, state, kind, category, title, estimate_cents, basis, started_on, chosen_cents, choice_reason, created_at",
                    w.once("ab"), w.authorities.get(of), w.one(AwardState.class), w.one(AwardKind.class), w.one(Category.class), w.text(), 100 * (1 + w.number(4)),
                    w.text(), w.day(), 100 * (1 + w.number(4)), w.text(), w.day().atStartOfDay());
            for (int asked = w.number(3); asked > 0; asked--) {
                w.insert("award_bid", "award_id, company, state, asked_on", id, w.once("co"), "ASKED", w.day());
            }
            ids.add(id);
        }
        return ids;
    }

    private static List<Long> payments(ListWorld w, int of, int rows) {
        List<Long> invoices = invoices(w, of, rows);
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            Long id = w.insert("payment_list", "no, authority_id, state, pay_on, total_cents, holder, iban, created_at", w.once("ab"), w.authorities.get(of),
                    w.one(PaymentState.class), w.day(), 100 * (1 + w.number(4)), w.text(), "DE89370400440532013000", w.day().atStartOfDay());
            boolean open = w.maybe();
            w.insert("payment_item", "list_id, line_no, invoice_id, open_invoice_id, state, holder, iban, amount_cents, discount_cents, purpose", id, 1, invoices.get(i),
                    open ? invoices.get(i) : null, open ? "OPEN" : "DROPPED", w.text(), "DE89370400440532013000", 100, 0, w.text());
            ids.add(id);
        }
        return ids;
    }

    private static Long supplier(ListWorld w) {
        return w.insert("supplier", "name", w.once(w.text()));
    }

    private static Long budget(ListWorld w, int of) {
        Long programme = programme(w);
        return budget(w, of, application(w, of, programme, 1), programme, 1, Category.WLAN.name());
    }

    private static Long programme(ListWorld w) {
        return w.insert("programme", "code, name, starts_on, ends_on", w.once("a"), w.text(), w.day(), w.day().plusYears(1));
    }

    private static Long application(ListWorld w, int of, Long programme, int decided) {
        return w.insert("application", "no, programme_id, authority_id, title, state, submitted_on, decided_on, period_to, created_at",
                w.once("A-b"), programme, w.authorities.get(of), w.text(), w.one(ApplicationState.class), w.maybe() ? null : w.day(),
                decided == 0 ? null : w.day(), w.maybe() ? null : w.day(), w.day().atStartOfDay());
    }

    private static Long budget(ListWorld w, int of, Long application, Long programme, int no, String category) {
        return budget(w, w.schools.get(of), application, programme, no, category);
    }

    private static Long budget(ListWorld w, Long school, Long application, Long programme, int no, String category) {
        List<Map<String, Object>> found = w.db.sql("SELECT id FROM annex WHERE application_id = ?", application);
        Long annex = found.isEmpty() ? w.insert("annex", "application_id, school_id", application, school)
                : ((Number) found.get(0).get("id")).longValue();
        Long position = w.insert("funding_position", "annex_id, no, category, description, applied_cents, approved_cents", annex, no, category,
                w.text(), 1000, 1000);
        return w.insert("budget", "position_id, application_id, programme_id, school_id, category, allotted_cents, reserved_cents,"
                + " committed_cents, spent_cents", position, application, programme, school, category, 1000, w.number(300),
                w.number(300), w.number(300));
    }

    private static List<Long> devices(ListWorld w, int of, int rows) {
        List<Long> models = List.of(model(w), model(w), model(w));
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            String number = w.once("G-a");
            String serial = w.once(w.text().replace(" ", ""));
            Long device = w.insert("device", "inventory_no, serial, model_id, school_id, room_id, state, order_no, price_cents, delivered_on,"
                    + " in_service_on, binding_end_on, warranty_end_on, origin", number, serial, w.one(models), w.schools.get(of),
                    w.room(of), w.one(DeviceState.class), w.maybe() ? null : "ab", 100 * w.number(4), w.day(), w.maybe() ? null : w.day(),
                    w.maybe() ? null : w.day(), w.maybe() ? null : w.db.get(Clock.class).today().plusDays(w.number(3) - 1), w.one(Devices.DeviceOrigin.class));
            if (w.maybe()) {
                ownValue(w, device, w.insert("own_field", "label, type, revision", w.once("F"), "TEXT", 1));
            }
            identifier(w, device, "INVENTORY_NO", number);
            identifier(w, device, "SERIAL", serial);
            if (w.maybe()) {
                identifier(w, device, "TAG", w.once("x-b:"));
            }
            ids.add(device);
        }
        return ids;
    }

    private static List<Long> stocktakes(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            ids.add(w.insert("stocktake", "no, school_id, title, state, room_id, expected, opened_at, opened_by, closed_at", w.once("I-a"), w.schools.get(of),
                    w.text(), w.one(StocktakeState.class), w.room(of), w.number(9), w.day().atStartOfDay(), w.text(), w.maybe() ? null : w.day().atTime(12, 0)));
        }
        return ids;
    }

    private static List<Long> loans(ListWorld w, int of, int rows) {
        List<Long> devices = devices(w, of, rows);
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            ids.add(w.insert("loan", "no, school_id, device_id, state, borrower_kind, borrower, school_class, signed, condition_out, lent_at, lent_by, due_on",
                    w.once("L-a"), w.schools.get(of), devices.get(i), w.one(LoanState.class), "PUPIL", w.maybe() ? null : w.text(), w.text(), true, "SOUND",
                    w.day().atStartOfDay(), w.text(), w.day()));
        }
        return ids;
    }

    private static List<Long> bookings(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            java.time.LocalDate from = w.day();
            ids.add(w.insert("loan_booking", "no, school_id, model_id, quantity, from_on, to_on, state, borrower_kind, borrower, booked_at, booked_by", w.once("R-a"),
                    w.schools.get(of), w.insert("device_model", "maker, name, kind, needs_network", w.text(), w.once("M"), "TABLET", false), 1 + w.number(4), from, from.plusDays(w.number(9)), w.one(BookingState.class),
                    "CLASS", w.maybe() ? null : w.text(), w.day().atStartOfDay(), w.text()));
        }
        return ids;
    }

    private static List<Long> asks(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            java.time.LocalDate from = w.day();
            Long invite = w.insert("loan_invite", "school_id, secret_hash, code_hash, made_at, made_by, expires_on, ended_at", w.schools.get(of), w.once("S"), w.text(),
                    w.day().atStartOfDay(), w.text(), w.day(), w.day().atStartOfDay());
            ids.add(w.insert("loan_ask", "no, school_id, invite_id, state, borrower_kind, borrower, school_class, model_id, from_on, to_on, secret_hash, code_hash, came_at",
                    w.once("F-a"), w.schools.get(of), invite, w.one(AskState.class), "PUPIL", w.maybe() ? null : w.text(), w.maybe() ? null : w.text(), w.maybe() ? null
                            : w.insert("device_model", "maker, name, kind, needs_network", w.text(), w.once("M"), "TABLET", false),
                    from, from.plusDays(w.number(9)), w.once("K"), w.text(), w.day().atStartOfDay()));
        }
        return ids;
    }

    private static List<Long> sights(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        for (Long device : devices(w, of, rows)) {
            ids.add(w.insert("device_sight", "device_id, first_seen_on, last_seen_on, os, managed, seen_school_id, told_at, told_by", device, w.maybe() ? null : w.day(),
                    w.maybe() ? null : w.day(), w.text(), w.maybe(), w.maybe() ? null : w.schools.get(w.maybe() ? 0 : of), w.day().atStartOfDay(), w.text()));
        }
        return ids;
    }

    private static List<Long> claims(ListWorld w, int of, int rows) {
        List<Long> loans = loans(w, of, rows);
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            String state = w.one(ClaimState.class);
            java.time.LocalDate due = w.day();
            ids.add(w.insert("loan_claim", "no, school_id, loan_id, kind, state, label, amount_cents, due_on, opened_at, opened_by, paid_on, open_on", w.once("F-a"),
                    w.schools.get(of), loans.get(i), "DAMAGE", state, w.text(), 100 * w.number(4) + 1, due, w.day().atStartOfDay(), w.text(),
                    state.equals("PAID") ? w.day() : null, state.equals("OPEN") ? due : null));
        }
        return ids;
    }

    private static List<Long> offers(ListWorld w, int of, int rows) {
        List<Long> devices = devices(w, of, rows);
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            String state = w.one(OfferState.class);
            ids.add(w.insert("device_offer", "no, authority_id, school_id, to_school_id, state, reason, offered_at, offered_by", w.once("W-a"), w.authorities.get(of),
                    w.schools.get(of), state.equals("GIVEN") ? w.schools.get(of) : null, state, w.text(), w.day().atStartOfDay(), w.text()));
            w.insert("device_offer_item", "offer_id, device_id", ids.get(i), devices.get(i));
        }
        return ids;
    }

    private static List<Long> ownValues(ListWorld w, int of, int rows) {
        List<Long> devices = devices(w, of, rows);
        List<Long> ids = new ArrayList<>();
        w.db.sql("DELETE v FROM own_value v WHERE v.device_id IN (" + devices.stream().map(String::valueOf).collect(java.util.stream.Collectors.joining(", ")) + ")");
        for (Long device : devices) {
            // of each type some
            Long id = ownValue(w, device, w.insert("own_field", "label, type, revision", w.once("F"), "TEXT", 1));
            switch (w.number(4)) {
                case 0 -> w.db.sql("UPDATE own_value SET text = NULL, number = ? WHERE id = ?", w.number(9), id);
                case 1 -> w.db.sql("UPDATE own_value SET text = NULL, day_on = ? WHERE id = ?", w.day(), id);
                case 2 -> w.db.sql("UPDATE own_value SET text = NULL, flag = ? WHERE id = ?", w.number(2) == 1, id);
                default -> { }
            }
            ids.add(id);
        }
        return ids;
    }

    private static List<Long> assetRuns(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            ids.add(w.insert("asset_run", "no, authority_id, year, limit_cents, devices, unvalued, made_at, made_by", w.once("N-a"), w.authorities.get(of),
                    2020 + w.number(5), 100_000, w.number(9), w.number(3), w.day().atStartOfDay(), w.text()));
        }
        return ids;
    }

    private static List<Long> incidents(ListWorld w, int of, int rows) {
        List<Long> devices = devices(w, of, rows);
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            ids.add(w.insert("device_incident", "no, school_id, device_id, kind, state, happened_on, words, police_no, claim_no, payer, cost_cents, opened_at, opened_by",
                    w.once("D-a"), w.schools.get(of), devices.get(i), w.one(IncidentKind.class), w.one(IncidentState.class), w.day(), w.text(), w.maybe() ? null : w.text(),
                    w.maybe() ? null : w.text(), w.maybe() ? null : w.one(IncidentPayer.class), w.maybe() ? null : 100 * w.number(4), w.day().atStartOfDay(), w.text()));
        }
        return ids;
    }

    private static List<Long> swaps(ListWorld w, int of, int rows) {
        List<Long> devices = devices(w, of, rows + 1);
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            ids.add(w.insert("device_swap", "school_id, kind, old_id, new_id, old_state, new_state, new_served, reason, swapped_at, swapped_by, undone_at", w.schools.get(of),
                    w.one(Swaps.SwapKind.class), devices.get(i), devices.get(i + 1), "IN_SERVICE", "IN_STOCK", w.maybe(), w.text(), w.day().atStartOfDay(), w.text(),
                    w.maybe() ? null : w.day().atTime(12, 0)));
        }
        return ids;
    }

    private static List<Long> tagRolls(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            ids.add(w.insert("tag_roll", "no, authority_id, tags, first_key, last_key, words, state, made_at, made_by", w.once("N-t"), w.authorities.get(of), 1 + w.number(9),
                    "A", "B", w.maybe() ? null : w.text(), w.one(TagState.class), w.day().atStartOfDay(), w.text()));
        }
        return ids;
    }

    private static List<Long> assetBookings(ListWorld w, int of, int rows) {
        List<Long> statements = assetRuns(w, of, 2);
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            ids.add(w.insert("asset_booking", "no, authority_id, year, statement_id, state, takes_over, devices, opening_cents, addition_cents, correction_cents,"
                    + " depreciation_cents, disposal_cents, closing_cents, item_opening_cents, item_addition_cents, item_correction_cents, item_release_cents,"
                    + " item_disposal_cents, item_closing_cents, booked_at", w.once("N-b"), w.authorities.get(of), 2020 + w.number(5), w.one(statements),
                    w.one(AssetBookingState.class), w.maybe(), w.number(9), 500, 0, 0, 100 * w.number(4), 0, 100 * w.number(4), 0, 0, 0, w.number(3), 0, 0,
                    w.day().atStartOfDay()));
        }
        return ids;
    }

    private static List<Long> assetBookingLines(ListWorld w, int of, int rows) {
        List<Long> devices = devices(w, of, rows);
        List<Long> bookings = assetBookings(w, of, 2);
        List<Long> ids = new ArrayList<>();
        for (Long device : devices) {
            long cost = 100L * (1 + w.number(4));
            ids.add(w.insert("asset_booking_line", "booking_id, device_id, school_id, inventory_no, kind, cost_cents, grant_cents, opening_cents, addition_cents,"
                    + " correction_cents, depreciation_cents, disposal_cents, closing_cents, item_opening_cents, item_addition_cents, item_correction_cents,"
                    + " item_release_cents, item_disposal_cents, item_closing_cents", w.one(bookings), device, w.schools.get(of), w.once("G-b"), w.one(ModelKind.class), cost, 0,
                    cost, 0, 0, 100, 0, cost - 100, 0, 0, 0, 0, 0, 0));
        }
        return ids;
    }

    private static List<Long> assetLines(ListWorld w, int of, int rows) {
        List<Long> devices = devices(w, of, rows);
        List<Long> runs = assetRuns(w, of, 2);
        List<Long> ids = new ArrayList<>();
        for (Long device : devices) {
            long cost = 100L * (1 + w.number(4));
            ids.add(w.insert("asset_line", "run_id, device_id, school_id, inventory_no, model, acquired_on, years, cost_cents, fixed_asset, opening_cents,"
                    + " addition_cents, depreciation_cents, disposal_cents, closing_cents, grant_cents, item_opening_cents, item_release_cents,"
                    + " item_disposal_cents, item_closing_cents", w.one(runs), device, w.schools.get(of), w.once("G-a"), w.text(), w.day().minusYears(9), 5, cost,
                    w.maybe() ? null : w.maybe(), cost, 0, 100, 0, cost - 100, 0, 0, 0, 0, 0));
        }
        return ids;
    }

    private static Long ownValue(ListWorld w, Long device, Long field) {
        String text = w.text();
        return w.insert("own_value", "device_id, field_id, revision, label, text, value_key, set_at, set_by", device, field, 1, w.text(), text, Fold.key(text),
                w.day().atStartOfDay(), w.text());
    }

    private static void identifier(ListWorld w, Long device, String kind, String number) {
        w.insert("device_identifier", "device_id, kind, value, value_key, added_at, added_by", device, kind, number, Fold.number(number),
                w.day().atStartOfDay(), w.text());
    }

    private static Long model(ListWorld w) {
        return w.insert("device_model", "maker, name, kind, needs_network", w.text(), w.once("b"), w.one(ModelKind.class), w.maybe());
    }

    private static List<Long> tickets(ListWorld w, int of, int rows) {
        List<Long> devices = devices(w, of, rows);
        Long me = w.db.number("SELECT id FROM app_user WHERE login = 'asks'");
        List<Object> kinds = w.db.sql("SELECT id FROM ticket_kind").stream().map(row -> row.get("id")).toList();
        LocalDate today = w.db.get(Clock.class).today();
        List<Long> teams = teams(w, of, 2);
        w.db.sql("UPDATE work_team SET ended = FALSE");
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            boolean taken = w.maybe();
            String state = w.maybe() ? String.valueOf(w.one(TicketState.class)) : TicketState.MEASURED.name();
            ids.add(w.insert("ticket", "no, kind_id, priority, school_id, room_id, device_id, title, state, handed_at, assignee_id, assignee, due_on, opened_at,"
                    + " solution_due_at, stopped_at, team_id",
                    w.once("T-a"), kinds.get(w.number(kinds.size())), w.one(Priority.class), w.schools.get(of), w.room(of), w.maybe() ? null : devices.get(i), w.text(), state,
                    state.equals("MEASURED") && w.maybe() ? today.minusDays(w.number(30)).atStartOfDay() : null,
                    taken ? me : null, taken ? "asks" : null, w.maybe() ? null : today.plusDays(w.number(20) - 10), w.day().atStartOfDay(),
                    w.maybe() ? null : today.plusDays(w.number(6) - 3).atTime(w.number(24), 0), w.number(4) == 0 ? w.day().atStartOfDay() : null, w.maybe() ? teams.get(w.number(2)) : null));
        }
        return ids;
    }

    private static List<Long> stores(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            ids.add(w.insert("store", "authority_id, name, closed", w.authorities.get(of), w.once("Bus a"), w.maybe()));
        }
        return ids;
    }

    /** Uses of lots, of some of which nobody has said who paid; some were taken back and are no rows. */
    private static List<Long> uses(ListWorld w, int of, int rows) {
        List<Long> stores = stores(w, of, 2);
        List<Long> tickets = tickets(w, of, 3);
        Long money = w.insert("budget", "kind, authority_id, household_year, account, title, ends_on", "OWN_MONEY", w.authorities.get(of), 2026, w.once("K"), "K", w.day());
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i <= rows; i++) {
            Long store = w.one(stores);
            String article = w.text();
            Long lot = w.insert("store_lot", "store_id, article, unit, amount, left_amount, cost_cents, left_cents, budget_id, received_on", store, article, "m", 9, 8, 90, 80,
                    w.maybe() ? null : money, w.day());
            Long use = w.insert("material_use", "ticket_id, store_id, article, unit, amount, cents, used_on, taken_back", w.one(tickets), store, article, "m", 1, 10, w.day(),
                    i == rows);
            Long move = w.insert("store_move", "lot_id, kind, amount, cents, use_id, budget_id, moved_on", lot, "USED", -1, -10, use,
                    w.db.sql("SELECT budget_id AS b FROM store_lot WHERE id = ?", lot).get(0).get("b"), w.day());
            if (i < rows) {
                ids.add(move);
            }
        }
        return ids;
    }

    /** Whether that is so of a ticket at the beginning of a day in Berlin. */
    private static boolean at(ListWorld w, String condition, Object ticket, LocalDate day) {
        return w.db.number("SELECT count(*) FROM ticket WHERE id = ? AND " + condition, ticket,
                java.time.LocalDateTime.ofInstant(day.atStartOfDay(Clock.ZONE).toInstant(), java.time.ZoneOffset.UTC)) == 1;
    }

    private static List<Long> ticketFigures(ListWorld w, int of, int rows) {
        List<Long> ids = tickets(w, of, rows);
        Long store = stores(w, of, 1).get(0);
        for (Long id : ids) {
            if (w.maybe()) {
                w.db.sql("UPDATE ticket SET state = 'CLOSED', handed_at = NULL, stopped_at = NULL, closed_at = opened_at + interval ? hour WHERE id = ?", w.number(400), id);
                w.insert("work_time", "ticket_id, worked_on, minutes, taken_back", id, w.day(), 15 + w.number(3), w.maybe());
                w.insert("material_use", "ticket_id, store_id, article, unit, amount, cents, used_on, taken_back", id, store, "Dose", "Stück", 1, 10, w.day(), w.maybe());
                if (w.maybe()) {
                    w.insert("ticket_rating", "ticket_id, stars, rated_on", id, 1 + w.number(5), w.day());
                }
            }
        }
        return ids;
    }

    private static List<Long> readyTexts(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            ids.add(w.insert("ready_text", "authority_id, place, name, text_de, text_en, ended", w.authorities.get(of), w.one(ReadyPlace.class), w.once("Satz a"),
                    w.text(), w.text(), w.maybe()));
        }
        return ids;
    }

    private static List<Long> teams(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        Long me = w.db.number("SELECT id FROM app_user WHERE login = 'asks'");
        for (int i = 0; i < rows; i++) {
            ids.add(w.insert("work_team", "authority_id, name, lead_id, ended", w.authorities.get(of), w.once("Gruppe a"), w.maybe() ? me : null, w.maybe()));
        }
        return ids;
    }

    private static List<Long> waves(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            ids.add(w.insert("wave", "no, authority_id, name, starts_on, state, created_at", w.once("R-a"), w.authorities.get(of), w.text(), w.day(),
                    w.one(WaveState.class), w.day().atStartOfDay()));
        }
        return ids;
    }

    private static List<Long> waveTickets(ListWorld w, int of, int rows) {
        List<Long> tickets = tickets(w, of, rows);
        List<Long> waves = waves(w, of, 2);
        List<Long> trades = new ArrayList<>();
        waves.forEach(wave -> trades.add(w.insert("wave_trade", "wave_id, line_no, kind_code, per_building, network, per_day", wave, 1, "CABLING", false, true, 5)));
        LocalDate today = w.db.get(Clock.class).today();
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            int wave = w.number(2);
            Long room = w.room(of);
            ids.add(w.insert("wave_ticket", "wave_id, trade_id, ticket_id, school_id, building_id, room_id, planned_on", waves.get(wave), trades.get(wave),
                    tickets.get(i), w.schools.get(of), w.db.number("SELECT min(id) FROM building WHERE school_id = ?", w.schools.get(of)), room,
                    today.plusDays(w.number(20) - 10)));
        }
        return ids;
    }

    private static List<Long> defects(ListWorld w, int of, int rows) {
        List<Long> follows = tickets(w, of, rows);
        List<Long> works = tickets(w, of, 3);
        LocalDate today = w.db.get(Clock.class).today();
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            ids.add(w.insert("defect", "ticket_id, line_no, what, due_on, follow_id", w.one(works), i + 1, w.text(), today.plusDays(w.number(20) - 10),
                    follows.get(i)));
        }
        return ids;
    }

    /** Rooms; some were looked at, and of these some have a socket that was measured and leads nowhere yet. */
    private static List<Long> rooms(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        Long kind = w.db.number("SELECT max(id) FROM ticket_kind WHERE code = 'SURVEY'");
        Long building = w.db.number("SELECT min(id) FROM building WHERE school_id = ?", w.schools.get(of));
        for (int i = 0; i < rows; i++) {
            Long room = w.insert("room", "building_id, school_id, name, floor, kind", building, w.schools.get(of), w.once("ab "), w.text(), w.one(RoomKind.class));
            if (w.maybe()) {
                w.insert("ticket", "no, kind_id, school_id, room_id, title, state, opened_at", w.once("T-s"), kind, w.schools.get(of), room, "ab", "CLOSED",
                        w.day().atStartOfDay());
            }
            if (w.maybe()) {
                Long unit = w.insert("network_unit", "school_id, kind, name, room_id, within_id", w.schools.get(of), "SOCKET", "1", room, room);
                Long port = w.insert("network_port", "unit_id, school_id, place, name", unit, w.schools.get(of), 1, "1");
                Long cable = w.insert("network_cable", "school_id, passed", w.schools.get(of), w.maybe());
                w.insert("network_end", "cable_id, place, port_id, face", cable, 1, port, "REAR");
            }
            ids.add(room);
        }
        return ids;
    }

    private static List<Long> ports(ListWorld w, int of, int rows) {
        List<Long> devices = devices(w, of, rows);
        List<Long> ids = new ArrayList<>();
        Long distributor = w.insert("network_unit", "school_id, kind, name", w.schools.get(of), "DISTRIBUTOR", w.once("v"));
        for (int i = 0; i < rows; i++) {
            Long unit = w.insert("network_unit", "school_id, kind, name, parent_id, room_id, device_id, within_id", w.schools.get(of), w.one(UnitKind.class),
                    w.text(), w.maybe() ? distributor : null, w.room(of), w.maybe() ? devices.get(i) : null, w.number());
            ids.add(w.insert("network_port", "unit_id, school_id, place, name, leads_up, closed, note", unit, w.schools.get(of), 1, w.text(), w.maybe(),
                    w.maybe(), w.maybe() ? null : w.text()));
        }
        return ids;
    }

    private static List<Long> requests(ListWorld w, int of, int rows) {
        List<Long> ids = new ArrayList<>();
        Long item = item(w);
        for (int i = 0; i < rows; i++) {
            Long id = w.insert("request", "no, school_id, title, state, created_at, submitted_at", w.once("B-a"), w.schools.get(of),
                    w.text(), w.one(RequestState.class), w.day().atStartOfDay(), w.maybe() ? null : w.day().atTime(12, 0));
            for (int line = w.number(3); line > 0; line--) {
                w.insert("request_item", "request_id, line_no, item_id, room_id, quantity, price_cents, category", id, line, item,
                        w.someRoom(of), 1 + w.number(3), 100 * (1 + w.number(3)), w.one(Category.class));
            }
            ids.add(id);
        }
        return ids;
    }

    private static Long item(ListWorld w) {
        Long model = w.insert("device_model", "maker, name, kind, needs_network", "ab", w.once("b"), "TABLET", true);
        Long supplier = w.insert("supplier", "name", w.once("a_b "));
        return w.insert("catalogue_item", "model_id, supplier_id, name, category, price_cents, vat_bp, active", model, supplier, w.text(),
                w.one(Category.class), 100 + w.number(5), 1900, w.maybe());
    }
}
