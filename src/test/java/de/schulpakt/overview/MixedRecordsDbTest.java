package de.schulpakt.overview;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.funding.application.ApplicationList;
import de.schulpakt.funding.ledger.BudgetList;
import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.ledger.PostingKind;
import de.schulpakt.funding.ledger.PostingSource;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.identity.Role;
import de.schulpakt.install.ticket.TicketList;
import de.schulpakt.inventory.device.DeviceList;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.OverviewGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.kit.Timeline;
import de.schulpakt.overview.home.SchoolParts;
import de.schulpakt.overview.money.TraceQueries;
import de.schulpakt.overview.money.TraceView;
import de.schulpakt.overview.readiness.ReadinessQueries;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.procurement.order.OrderList;
import de.schulpakt.procurement.request.RequestList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Records that mix subjects show of each subject what its own list shows to the same person, and no more. */
@DbTest
class MixedRecordsDbTest {
    private static final PageRequest FIRST = PageRequest.first();

    /** What the lists show to somebody. */
    private record Seen(boolean requests, boolean orders, boolean devices, boolean tickets, boolean budgets, boolean applications,
            boolean ceilings) {
        static Seen by(Db db, Long programme) {
            return new Seen(any(() -> db.get(RequestList.class).page(ListView.all()).total() > 0),
                    any(() -> db.get(OrderList.class).page(ListView.all()).total() > 0),
                    any(() -> db.get(DeviceList.class).page(ListView.all()).total() > 0),
                    any(() -> db.get(TicketList.class).page(ListView.all()).total() > 0),
                    any(() -> db.get(BudgetList.class).page(ListView.all()).total() > 0),
                    any(() -> db.get(ApplicationList.class).page(ListView.all()).total() > 0),
                    any(() -> !db.get(ProgrammeQueries.class).view(programme).ceilings().isEmpty()));
        }

        private static boolean any(Callable<Boolean> list) {
            try {
                return list.call();
            } catch (Forbidden e) {
                return false;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void each_part_of_a_mixed_record_is_shown_to_who_sees_it_in_a_list(Db db) {
        OverviewGiven w = new OverviewGiven(db, "Görres-Gymnasium");
        Long programme = SchoolGiven.as(db, w.given.officer, () -> db.get(BudgetQueries.class).view(w.wlan).programmeId());
        Set<Role> traced = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            String login = SchoolGiven.user(db, "mixed-" + role, role, role == Role.SCHOOL_ADMIN ? null : w.given.authority,
                    role == Role.SCHOOL_ADMIN ? w.given.school : null);
            SchoolGiven.as(db, login, () -> {
                Seen seen = Seen.by(db, programme);
                parts(db, w, role, seen);
                if (trace(db, w, role, seen)) {
                    traced.add(role);
                }
                return null;
            });
        }
        assertThat(traced).containsExactlyInAnyOrder(Role.SCHOOL_ADMIN, Role.FUNDING_OFFICER, Role.AUDITOR);
    }

    private static boolean trace(Db db, OverviewGiven w, Role role, Seen seen) {
        TraceView trace;
        try {
            trace = db.get(TraceQueries.class).trace(w.device);
        } catch (NotFound | Forbidden e) {
            assertThat(seen.devices() && seen.budgets()).as("%s is refused the trace", role).isFalse();
            return false;
        }
        assertThat(trace.request() != null).as("%s: request", role).isEqualTo(seen.requests());
        assertThat(trace.order() != null).as("%s: order", role).isEqualTo(seen.orders());
        assertThat(trace.delivery() != null).as("%s: delivery and invoice", role).isEqualTo(seen.orders());
        assertThat(trace.ticket() != null).as("%s: ticket", role).isEqualTo(seen.tickets());
        assertThat(trace.funding().ceilingCents() != null).as("%s: ceiling", role).isEqualTo(seen.ceilings());
        assertThat(trace.funding().appliedCents() != null).as("%s: applied", role).isEqualTo(seen.applications());
        assertThat(trace.funding().ownShareBp() != null).as("%s: own share", role).isEqualTo(seen.applications());
        db.get(TraceQueries.class).postings(ListView.all().with("budget", w.wlan)).page().rows().stream()
                .filter(p -> p.cause() != null && p.kind() == PostingKind.SPEND).forEach(p -> {
                    assertThat(p.cause().requestNo() != null).as("%s: request of a posting", role).isEqualTo(seen.requests());
                    assertThat(p.cause().orderNo() != null).as("%s: order of a posting", role).isEqualTo(seen.orders());
                    assertThat(p.cause().supplier() != null).as("%s: supplier of a posting", role).isEqualTo(seen.orders());
                    assertThat(p.cause().invoiceNo() != null).as("%s: invoice of a posting", role).isEqualTo(seen.orders());
                    assertThat(p.cause().devices().isEmpty()).as("%s: devices of a posting", role).isEqualTo(!seen.devices());
                });
        Set<String> named = db.get(BudgetQueries.class).postings(w.wlan, FIRST).rows().stream().map(BudgetQueries.Line::cause)
                .filter(c -> c != null).map(PostingSource.Cause::type).collect(Collectors.toSet());
        assertThat(named.contains("Request")).as("%s: ledger names requests", role).isEqualTo(seen.requests());
        assertThat(named.contains("PurchaseOrder")).as("%s: ledger names orders", role).isEqualTo(seen.orders());
        assertThat(named.contains("Application")).as("%s: ledger names applications", role).isEqualTo(seen.applications());
        return true;
    }

    private static void parts(Db db, OverviewGiven w, Role role, Seen seen) {
        SchoolParts.View parts = db.get(SchoolParts.class).parts(w.given.school);
        assertThat(parts.requestCount() != null).as("%s: how many requests", role).isEqualTo(seen.requests());
        assertThat(parts.deviceCount() != null).as("%s: how many devices", role).isEqualTo(seen.devices());
        assertThat(parts.openTickets() != null).as("%s: how many tickets", role).isEqualTo(seen.tickets());
        assertThat(parts.money() != null).as("%s: money", role).isEqualTo(seen.budgets());
        for (ReadinessQueries.Readiness room : parts.rooms()) {
            if (room.next() != null) {
                assertThat(switch (room.next().type()) {
                    case "Ticket" -> seen.tickets();
                    case "Device" -> seen.devices();
                    default -> seen.requests();
                }).as("%s: obstacle %s", role, room.next()).isTrue();
            }
            assertThat(room.inUse().isEmpty() || seen.devices()).as("%s: devices in a room", role).isTrue();
        }
    }

    @Test
    void the_timeline_of_a_programme_tells_nobody_the_ceiling_of_another_authority(Db db) {
        OverviewGiven own = new OverviewGiven(db, "Görres-Gymnasium");
        OverviewGiven other = new OverviewGiven(db, "Eichendorff-Gymnasium");
        Long programme = SchoolGiven.as(db, own.given.officer, () -> db.get(BudgetQueries.class).view(own.wlan).programmeId());
        FundingGiven.ceiling(db, programme, other.given.authority, 4_711_00);
        List<String> mine = notes(db, own.given.officer, programme);
        List<String> theirs = notes(db, other.given.officer, programme);
        assertThat(mine).anyMatch(n -> n.contains("Rahmen von 10.000,00")).noneMatch(n -> n.contains("Rahmen von 4.711,00"));
        assertThat(theirs).anyMatch(n -> n.contains("Rahmen von 4.711,00")).noneMatch(n -> n.contains("Rahmen von 10.000,00"));
        assertThat(notes(db, FundingGiven.OFFICER, programme)).anyMatch(n -> n.contains("Rahmen von 4.711,00")).anyMatch(n -> n.contains("Rahmen von 10.000,00"));
    }

    private static List<String> notes(Db db, String login, Long programme) {
        return Timeline.told(SchoolGiven.as(db, login, () -> db.get(ProgrammeQueries.class).view(programme).timeline()));
    }
}
