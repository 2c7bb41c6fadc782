package de.schulpakt.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.deadline.DeadlineQueries;
import de.schulpakt.funding.deadline.FundingDeadline;
import de.schulpakt.funding.ledger.PostingKind;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.register.WaitingQueries;
import de.schulpakt.install.ticket.TicketQueries;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.OverviewGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.overview.home.AdminHomeQueries;
import de.schulpakt.overview.home.OfficerHomeQueries;
import de.schulpakt.overview.home.SchoolHomeQueries;
import de.schulpakt.overview.home.SchoolParts;
import de.schulpakt.overview.home.TechnicianHomeQueries;
import de.schulpakt.overview.money.Balance;
import de.schulpakt.overview.money.TraceQueries;
import de.schulpakt.overview.money.TraceView;
import de.schulpakt.overview.money.UsageList;
import de.schulpakt.overview.money.UsageQueries;
import de.schulpakt.overview.readiness.ObstacleKind;
import de.schulpakt.overview.readiness.ReadinessQueries;
import de.schulpakt.overview.readiness.RoomStanding;
import de.schulpakt.overview.search.SearchQueries;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.row.Page;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;

@DbTest
class OverviewDbTest {
    private static final ListView ALL = ListView.all();

    @Test
    void the_officer_sees_what_a_request_lacks(Db db) {
        OverviewGiven w = new OverviewGiven(db, "Görres-Gymnasium");
        db.sql("update application set period_to = ?", db.get(de.schulpakt.platform.Clock.class).today().plusDays(20));
        OfficerHomeQueries.Home home = w.officer(() -> db.get(OfficerHomeQueries.class).officer());
        assertThat(home.decideCount()).isEqualTo(1);
        assertThat(home.oldest()).isNotNull();
        assertThat(home.decide()).singleElement().satisfies(d -> {
            assertThat(d.id()).isEqualTo(w.wish);
            assertThat(d.totalCents()).isEqualTo(120_000);
            assertThat(d.category()).isEqualTo(Category.MOBILE_DEVICE);
            assertThat(d.freeCents()).isEqualTo(100_000);
            assertThat(d.missingCents()).isEqualTo(20_000);
        });
        assertThat(home.orders()).singleElement().satisfies(o -> assertThat(o.awaited()).isEqualTo(1));
        assertThat(home.money().allottedCents()).isEqualTo(1_100_000);
        assertThat(home.money().freeCents()).isEqualTo(1_100_000 - 38_000 - 40_000);
        assertThat(home.deadlines()).extracting(DeadlineQueries.Row::kind).contains(FundingDeadline.KEY_DATE, FundingDeadline.PERIOD_END);
        assertThat(home.deadlines()).as("as the page of deadlines has them").isEqualTo(w.officer(() -> db.get(DeadlineQueries.class).all(false)).stream().filter(d -> d.days() >= -30).limit(9).toList());
    }

    @Test
    void the_officer_sees_what_the_granting_body_waits_for(Db db) {
        OverviewGiven w = new OverviewGiven(db, "Görres-Gymnasium");
        java.time.LocalDate today = db.get(de.schulpakt.platform.Clock.class).today();
        db.sql("insert into inquiry (no, application_id, authority_id, side, state, subject, words, asked_on, due_on, recorded_by, recorded_at)"
                + " select 'R-1', id, authority_id, 'GRANTING_BODY', 'OPEN', 'x', 'x', ?, ?, 'x', now(6) from application order by id limit 1", today, today.plusDays(3));
        db.sql("insert into inquiry (no, application_id, authority_id, side, state, subject, words, asked_on, due_on, recorded_by, recorded_at)"
                + " select 'R-2', id, authority_id, 'AUTHORITY', 'OPEN', 'x', 'x', ?, ?, 'x', now(6) from application order by id limit 1", today, today.plusDays(3));
        OfficerHomeQueries.Home home = w.officer(() -> db.get(OfficerHomeQueries.class).officer());
        assertThat(home.deadlines()).filteredOn(d -> d.kind() == FundingDeadline.INQUIRY_ANSWER).singleElement().satisfies(d -> {
            assertThat(d.subject()).isEqualTo("R-1");
            assertThat(d.by()).isEqualTo(today.plusDays(3));
            assertThat(d.on()).as("a working day").isAfterOrEqualTo(d.by());
        });
        assertThat(home.deadlines()).extracting(DeadlineQueries.Row::kind).as("all was approved").doesNotContain(FundingDeadline.OBJECTION);
        db.sql("update application set state = 'PARTLY_APPROVED'");
        assertThat(w.officer(() -> db.get(OfficerHomeQueries.class).officer()).deadlines()).extracting(DeadlineQueries.Row::kind).contains(FundingDeadline.OBJECTION);
        db.clean();
    }

    @Test
    void a_school_sees_its_requests_with_their_progress_and_what_to_accept(Db db) {
        OverviewGiven w = new OverviewGiven(db, "Görres-Gymnasium");
        SchoolHomeQueries.Home home = w.admin(() -> db.get(SchoolHomeQueries.class).school());
        assertThat(home.schools()).extracting(SchoolHomeQueries.Choice::id).containsExactly(w.given.school);
        assertThat(home.requests()).extracting(SchoolHomeQueries.Asked::id).containsExactly(w.wish, w.request);
        assertThat(home.requests().get(1).progress()).satisfies(p -> {
            assertThat(p.pieces()).isEqualTo(2);
            assertThat(p.delivered()).isEqualTo(1);
            assertThat(p.devices()).isEqualTo(1);
            assertThat(p.openWork()).isEqualTo(1);
            assertThat(p.expectedOn()).isEqualTo(ProcurementGiven.today().plusDays(5));
        });
        assertThat(home.expected()).singleElement().satisfies(e -> assertThat(e.awaited()).isEqualTo(1));
        assertThat(home.accept()).extracting(TechnicianHomeQueries.TicketLine::id).containsExactly(w.ticket);
        assertThat(home.money()).extracting(SchoolHomeQueries.CategoryMoney::category).containsExactlyInAnyOrder(Category.WLAN, Category.MOBILE_DEVICE);
        assertThat(home.news()).isNotEmpty();
    }

    @Test
    void a_technician_sees_the_visits_of_the_day_and_what_nobody_has_taken(Db db) {
        ProcurementGiven g = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long planned = InstallGiven.ticket(db, g.school, g.room);
        InstallGiven.take(db, planned);
        InstallGiven.schedule(db, planned, 1L);
        Long open = InstallGiven.ticket(db, g.school, g.room);
        Long waiting = InstallGiven.plain(db, g.school, "Dose setzen");
        InstallGiven.take(db, waiting);
        Integer version = InstallGiven.version(db, waiting);
        InstallGiven.work(db, t -> t.await(waiting, new de.schulpakt.install.ticket.Tickets.Wait(version, null, "Gebäudemanagement: Strom")));
        TechnicianHomeQueries.Home home = SchoolGiven.as(db, InstallGiven.TECHNICIAN, () -> db.get(TechnicianHomeQueries.class).technician());
        assertThat(home.today().size() + home.next().size()).isEqualTo(1);
        assertThat(home.open()).extracting(TechnicianHomeQueries.TicketLine::id).containsExactly(open);
        assertThat(home.waiting()).singleElement().satisfies(t -> assertThat(t.waitingFor()).contains("Strom"));
        assertThat(home.mine()).isEmpty();
        OfficerHomeQueries.Home officer = SchoolGiven.as(db, g.officer, () -> db.get(OfficerHomeQueries.class).officer());
        assertThat(officer.delays()).singleElement().satisfies(d -> assertThat(d.ticketId()).isEqualTo(waiting));
    }

    @Test
    void every_figure_is_the_sum_of_the_rows_behind_it(Db db) {
        OverviewGiven w = new OverviewGiven(db, "Görres-Gymnasium");
        w.officer(() -> {
            for (UsageQueries.Programme programme : db.get(UsageQueries.class).programmes()) {
                UsageQueries.View view = db.get(UsageQueries.class).usage(programme.id(), null);
                assertThat(sum(db, Balance.ALLOTTED, programme.id())).isEqualTo(view.approvedCents());
                assertThat(sum(db, Balance.RESERVED, programme.id())).isEqualTo(view.reservedCents());
                assertThat(sum(db, Balance.COMMITTED, programme.id())).isEqualTo(view.committedCents());
                assertThat(sum(db, Balance.SPENT, programme.id())).isEqualTo(view.spentCents());
                assertThat(view.freeCents()).isEqualTo(view.approvedCents() - view.reservedCents() - view.committedCents()
                        - view.spentCents());
            }
            return null;
        });
    }

    private static long sum(Db db, Balance kind, Long programme) {
        TraceQueries.Postings postings = db.get(TraceQueries.class).postings(ALL.with("kind", kind).with("programme", programme).with("size", 200));
        assertThat(postings.page().rows()).hasSize((int) postings.page().total());
        assertThat(postings.totalCents()).isEqualTo(postings.page().rows().stream().mapToLong(TraceQueries.Posting::amountCents).sum());
        return postings.totalCents();
    }

    @Test
    void the_frame_is_the_ceiling_with_the_own_share_on_top(Db db) {
        ProcurementGiven g = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long programme = FundingGiven.programme(db, "DP");
        FundingGiven.ceiling(db, programme, g.authority, 90_000_000);
        UsageQueries.View view = SchoolGiven.as(db, g.officer, () -> db.get(UsageQueries.class).usage(programme, g.authority));
        assertThat(view.ceilingCents()).isEqualTo(90_000_000);
        assertThat(view.ownShareBp()).isEqualTo(1000);
        assertThat(view.frameCents()).isEqualTo(100_000_000);
        assertThat(view.verified()).isTrue();
    }

    @Test
    void a_posting_leads_to_request_order_delivery_serial_and_ticket(Db db) {
        OverviewGiven w = new OverviewGiven(db, "Görres-Gymnasium");
        TraceQueries.Postings spent = w.officer(() -> db.get(TraceQueries.class)
                .postings(ALL.with("kind", Balance.SPENT).with("category", Category.WLAN)));
        assertThat(spent.totalCents()).isEqualTo(38_000);
        assertThat(spent.page().rows()).singleElement().satisfies(p -> {
            assertThat(p.kind()).isEqualTo(PostingKind.SPEND);
            assertThat(p.cause().requestId()).isEqualTo(w.request);
            assertThat(p.cause().orderId()).isEqualTo(w.order);
            assertThat(p.cause().invoiceNo()).isNotBlank();
            assertThat(p.cause().devices()).singleElement().satisfies(d -> {
                assertThat(d.serial()).isEqualTo(w.serial);
                assertThat(d.ticketId()).isEqualTo(w.ticket);
            });
        });
        TraceQueries.Postings committed = w.officer(() -> db.get(TraceQueries.class)
                .postings(ALL.with("kind", Balance.COMMITTED)));
        assertThat(committed.page().rows()).singleElement().satisfies(p -> assertThat(p.cause().requestId()).isEqualTo(w.request));
    }

    @Test
    void one_euro_is_followed_from_the_ceiling_to_the_ticket(Db db) {
        OverviewGiven w = new OverviewGiven(db, "Görres-Gymnasium");
        InstallGiven.accept(db, w.given.admin, w.ticket);
        TraceView trace = w.officer(() -> db.get(TraceQueries.class).trace(w.serial));
        assertThat(trace.device().id()).isEqualTo(w.device);
        assertThat(trace.device().room()).isEqualTo("204");
        assertThat(trace.device().bindingEndOn()).isNotNull();
        assertThat(trace.funding().budgetId()).isEqualTo(w.wlan);
        assertThat(trace.funding().ceilingCents()).isEqualTo(1_000_000);
        assertThat(trace.request().id()).isEqualTo(w.request);
        assertThat(trace.order().id()).isEqualTo(w.order);
        assertThat(trace.delivery().priceCents()).isEqualTo(38_000);
        assertThat(trace.delivery().invoiceNo()).isNotBlank();
        assertThat(trace.posting("RESERVE").amountCents()).isEqualTo(80_000);
        assertThat(trace.posting("COMMIT").amountCents()).isEqualTo(80_000);
        assertThat(trace.posting("SPEND").amountCents()).isEqualTo(38_000);
        assertThat(trace.ticket().id()).isEqualTo(w.ticket);
        assertThat(trace.ticket().acceptedAt()).isNotNull();
        assertThat(trace.ticket().measurements()).hasSize(1);
        assertThat(trace.placements()).hasSize(1);
    }

    @Test
    void the_search_leads_straight_to_a_number_or_a_serial(Db db) {
        OverviewGiven w = new OverviewGiven(db, "Görres-Gymnasium");
        String no = (String) db.sql("SELECT no FROM request WHERE id = ?", w.request).get(0).get("no");
        assertThat(search(w, db, no.toLowerCase(Locale.ROOT)).only().id()).isEqualTo(w.request);
        assertThat(search(w, db, w.serial).only().id()).isEqualTo(w.device);
        assertThat(search(w, db, "görres-gymnasium").only().id()).isEqualTo(w.given.school);
        assertThat(search(w, db, "Görres").only()).isNull();
        assertThat(search(w, db, "Görres").groups()).isNotEmpty();
        assertThat(search(w, db, "%").groups()).isEmpty();
        assertThat(search(w, db, "%%").groups()).isEmpty();
        assertThat(search(w, db, "!_").groups()).isEmpty();
    }

    private static SearchQueries.View search(OverviewGiven w, Db db, String q) {
        return w.officer(() -> db.get(SearchQueries.class).search(q));
    }

    @Test
    void a_device_leads_to_the_ticket_that_installs_it_else_to_the_newest_about_it(Db db) {
        OverviewGiven w = new OverviewGiven(db, "Görres-Gymnasium");
        assertThat(w.admin(() -> db.get(TicketQueries.class).ofDevice(w.device))).get().extracting(TicketQueries.OfDevice::id, TicketQueries.OfDevice::installs)
                .containsExactly(w.ticket, true);
        Long other = InventoryGiven.device(db, InventoryGiven.tablet(db), w.given.school, w.given.room);
        assertThat(w.admin(() -> db.get(TicketQueries.class).ofDevice(other))).isEmpty();
        Long fault = InstallGiven.open(db, w.given.school, "FAULT");
        db.sql("insert into ticket_device (ticket_id, device_id) values (?, ?)", fault, other);
        assertThat(w.admin(() -> db.get(TicketQueries.class).ofDevice(other))).as("it is not the first device of that ticket").get()
                .extracting(TicketQueries.OfDevice::id, TicketQueries.OfDevice::installs).containsExactly(fault, false);
    }

    @Test
    void a_room_names_its_next_obstacle(Db db) {
        OverviewGiven w = new OverviewGiven(db, "Görres-Gymnasium");
        SchoolParts.View parts = w.admin(() -> db.get(SchoolParts.class).parts(w.given.school));
        assertThat(parts.rooms()).singleElement().satisfies(r -> {
            assertThat(r.standing()).isEqualTo(RoomStanding.COMING);
            assertThat(r.next().kind()).isEqualTo(ObstacleKind.ACCEPT);
            assertThat(r.more()).isEqualTo(2);
        });
        assertThat(parts.ready()).isZero();
        assertThat(parts.openTickets()).isEqualTo(1);
        assertThat(parts.freeCents()).isEqualTo(1_100_000 - 38_000 - 40_000);
        assertThat(parts.requestCount()).isEqualTo(2);
    }

    @Test
    void a_room_in_use_that_lacks_a_survey_is_not_ready_and_one_without_anything_is_empty(Db db) {
        ProcurementGiven g = ProcurementGiven.school(db, "Görres-Gymnasium");
        SchoolGiven.room(db, g.school, "205");
        Long ticket = InstallGiven.ticket(db, g.school, g.room);
        InstallGiven.install(db, ticket, g.room);
        InstallGiven.accept(db, g.admin, ticket);
        SchoolParts.View parts = SchoolGiven.as(db, g.admin, () -> db.get(SchoolParts.class).parts(g.school));
        assertThat(parts.rooms()).extracting(ReadinessQueries.Readiness::standing)
                .containsExactlyInAnyOrder(RoomStanding.LACKING, RoomStanding.EMPTY);
        assertThat(parts.ready()).isZero();
        assertThat(parts.planned()).isEqualTo(1);
    }

    @Test
    void the_rail_counts_what_waits_for_each_role(Db db) {
        OverviewGiven w = new OverviewGiven(db, "Görres-Gymnasium");
        assertThat(w.officer(() -> db.get(WaitingQueries.class).waiting())).containsEntry("requests", 1L);
        assertThat(w.admin(() -> db.get(WaitingQueries.class).waiting())).containsEntry("tickets", 1L).as("what came is to be confirmed").containsEntry("requests", 1L);
        InstallGiven.ticket(db, w.given.school, w.given.room);
        assertThat(SchoolGiven.as(db, InstallGiven.TECHNICIAN, () -> db.get(WaitingQueries.class).waiting())).containsEntry("tickets", 1L);
        assertThat(w.officer(() -> db.statements(() -> db.get(WaitingQueries.class).waiting()))).isEqualTo(1);
    }

    @Test
    void a_school_sees_nothing_of_another_school(Db db) {
        OverviewGiven own = new OverviewGiven(db, "Görres-Gymnasium");
        OverviewGiven other = new OverviewGiven(db, "Eichendorff-Gymnasium");
        own.admin(() -> {
            SchoolHomeQueries.Home home = db.get(SchoolHomeQueries.class).school();
            assertThat(home.requests()).allSatisfy(r -> assertThat(r.schoolId()).isEqualTo(own.given.school));
            assertThat(home.accept()).allSatisfy(t -> assertThat(t.schoolId()).isEqualTo(own.given.school));
            assertThat(home.expected()).allSatisfy(e -> assertThat(e.requestId()).isEqualTo(own.request));
            assertThat(home.money()).extracting(SchoolHomeQueries.CategoryMoney::allottedCents).containsExactlyInAnyOrder(1_000_000L, 100_000L);
            assertThat(db.get(TraceQueries.class).postings(ALL).page().rows())
                    .isNotEmpty().allSatisfy(p -> assertThat(p.schoolId()).isEqualTo(own.given.school));
            assertThat(db.get(TraceQueries.class).postings(ALL.with("budget", other.wlan)).page().total()).isZero();
            assertThat(db.get(TraceQueries.class).budgets(ALL)).allSatisfy(b -> assertThat(b.schoolId()).isEqualTo(own.given.school));
            Page<UsageList.Row> sums = db.get(UsageList.class).page(ALL);
            assertThat(sums.total()).isEqualTo(2);
            assertThat(sums.rows()).allSatisfy(r -> assertThat(r.schoolId()).isEqualTo(own.given.school));
            UsageQueries.View usage = db.get(UsageQueries.class).usage(null, null);
            assertThat(usage.ceilingCents()).isNull();
            assertThat(usage.appliedCents()).isNull();
            assertThat(usage.radar()).isEmpty();
            assertThatThrownBy(() -> db.get(TraceQueries.class).trace(other.serial)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> db.get(TraceQueries.class).trace(other.device)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> db.get(SchoolParts.class).parts(other.given.school)).isInstanceOf(NotFound.class);
            assertThat(db.get(SearchQueries.class).search(other.serial).groups()).isEmpty();
            assertThat(db.get(SearchQueries.class).search("Eichendorff").groups()).isEmpty();
            assertThatThrownBy(() -> db.get(OfficerHomeQueries.class).officer()).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> db.get(TechnicianHomeQueries.class).technician()).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> db.get(AdminHomeQueries.class).admin()).isInstanceOf(Forbidden.class);
            return null;
        });
    }

    @Test
    void an_officer_sees_nothing_of_another_authority(Db db) {
        OverviewGiven own = new OverviewGiven(db, "Görres-Gymnasium");
        OverviewGiven other = new OverviewGiven(db, "Eichendorff-Gymnasium");
        own.officer(() -> {
            OfficerHomeQueries.Home home = db.get(OfficerHomeQueries.class).officer();
            assertThat(home.decide()).extracting(OfficerHomeQueries.Decide::id).containsExactly(own.wish);
            assertThat(home.decideCount()).isEqualTo(1);
            assertThat(home.orders()).extracting(OfficerHomeQueries.Expected::id).containsExactly(own.order);
            assertThat(home.money().allottedCents()).isEqualTo(1_100_000);
            assertThat(db.get(SearchQueries.class).search(other.serial).groups()).isEmpty();
            Long programme = db.number("SELECT programme_id FROM budget WHERE id = ?", other.wlan);
            UsageQueries.View usage = db.get(UsageQueries.class).usage(programme, null);
            assertThat(usage.approvedCents()).isZero();
            assertThat(usage.ceilingCents()).isNull();
            assertThat(usage.radar()).isEmpty();
            return null;
        });
    }

    @Test
    void the_administrator_sees_the_installation_and_no_money(Db db) {
        new OverviewGiven(db, "Görres-Gymnasium");
        AdminHomeQueries.Home home = SchoolGiven.asAdmin(db, () -> db.get(AdminHomeQueries.class).admin());
        assertThat(home.schools()).isEqualTo(1);
        assertThat(home.users()).isPositive();
        assertThatThrownBy(() -> SchoolGiven.asAdmin(db, () -> db.get(UsageQueries.class).usage(null, null)))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void a_sorted_and_filtered_table_keeps_its_rows(Db db) {
        OverviewGiven w = new OverviewGiven(db, "Görres-Gymnasium");
        w.officer(() -> {
            UsageList usage = db.get(UsageList.class);
            for (String sort : new String[] {"school", "category", "-allotted", "reserved", "committed", "-spent", "free"}) {
                assertThat(usage.page(ALL.with("q", "rres").with("sort", sort)).rows()).hasSize(2);
            }
            assertThat(usage.page(ALL.with("authority", w.given.authority).with("school", w.given.school)
                    .with("category", Category.WLAN)).total()).isEqualTo(1);
            return null;
        });
    }

    @Test
    void pages_need_the_same_few_statements_however_much_there_is(Db db) throws IOException {
        OverviewGiven w = new OverviewGiven(db, "Görres-Gymnasium");
        InstallGiven.take(db, InstallGiven.ticket(db, w.given.school, w.given.room));
        Counted one = count(db, w);
        Long tablets = w.given.tablet(100);
        for (int i = 0; i < 30; i++) {
            w.given.submitted(tablets, 1);
            Long room = SchoolGiven.room(db, w.given.school, "R" + i);
            InventoryGiven.device(db, InventoryGiven.accessPoint(db), w.given.school, room);
            w.given.receive(w.given.order(w.given.approved(tablets, 1)), "M" + i, 100L, "TAB-" + i);
        }
        Counted many = count(db, w);
        assertThat(many).isEqualTo(one);
        Properties budgets = new Properties();
        try (InputStream in = getClass().getResourceAsStream("/statement-budgets.properties")) {
            budgets.load(in);
        }
        many.asProperties().forEach((name, n) -> assertThat(budgets.get(name)).as(name.toString()).isEqualTo(n));
    }

    private record Counted(int officer, int school, int technician, int usage, int rows, int postings, int budgets, int trace,
            int search, int parts) {
        Properties asProperties() {
            Properties p = new Properties();
            p.put("OfficerHomeQueries.officer", String.valueOf(officer));
            p.put("SchoolHomeQueries.school", String.valueOf(school));
            p.put("TechnicianHomeQueries.technician", String.valueOf(technician));
            p.put("UsageQueries.usage", String.valueOf(usage));
            p.put("UsageList", String.valueOf(rows));
            p.put("TraceQueries.postings", String.valueOf(postings));
            p.put("TraceQueries.budgets", String.valueOf(budgets));
            p.put("TraceQueries.trace", String.valueOf(trace));
            p.put("SearchQueries.search", String.valueOf(search));
            p.put("SchoolParts.parts", String.valueOf(parts));
            return p;
        }
    }

    private static Counted count(Db db, OverviewGiven w) {
        return new Counted(w.officer(() -> db.statements(() -> db.get(OfficerHomeQueries.class).officer())),
                w.admin(() -> db.statements(() -> db.get(SchoolHomeQueries.class).school())),
                SchoolGiven.as(db, InstallGiven.TECHNICIAN, () -> db.statements(() -> db.get(TechnicianHomeQueries.class).technician())),
                w.officer(() -> db.statements(() -> db.get(UsageQueries.class).usage(null, null))),
                w.officer(() -> db.statements(() -> db.get(UsageList.class).page(ALL.with("size", 200)))),
                w.officer(() -> db.statements(() -> db.get(TraceQueries.class).postings(ALL.with("size", 200)))),
                w.officer(() -> db.statements(() -> db.get(TraceQueries.class).budgets(ALL))),
                w.officer(() -> db.statements(() -> db.get(TraceQueries.class).trace(w.device))),
                w.officer(() -> db.statements(() -> db.get(SearchQueries.class).search("Görres"))),
                w.admin(() -> db.statements(() -> db.get(SchoolParts.class).parts(w.given.school))));
    }
}
