package de.schulpakt.procurement.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Grant;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.account.SignIn;
import de.schulpakt.identity.account.Users;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.IdentityGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.kit.StatementBudgets;
import de.schulpakt.kit.Timeline;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.text.Money;
import de.schulpakt.procurement.catalogue.Catalogue;
import de.schulpakt.procurement.catalogue.CatalogueList;
import de.schulpakt.procurement.catalogue.CatalogueQueries;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@DbTest
class RequestsDbTest {

    @Test
    void a_request_is_written_asked_back_answered_and_approved(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long budget = given.budget(Category.WLAN, 100_000);
        Long id = given.submitted(given.accessPoint(45_000), 2);
        as(db, given.officer, () -> requests(db).ask(id, new Requests.Question(given.version(id), "Welche Halterung?")));
        assertThat(given.request(id).state()).isEqualTo(RequestState.QUERIED);
        assertThat(given.request(id).turn()).isEqualTo(Turn.SCHOOL);
        as(db, given.admin, () -> requests(db).submit(id, new Requests.Submit(given.version(id), "Deckenhalterung")));
        db.checks();
        RequestQueries.View before = given.request(id);
        assertThat(before.payers()).singleElement().satisfies(p -> {
            assertThat(p.budgetId()).isEqualTo(budget);
            assertThat(p.availableCents()).isEqualTo(100_000);
            assertThat(p.afterCents()).isEqualTo(10_000);
        });
        assertThat(before.actions()).containsExactlyInAnyOrder(RequestAction.APPROVE, RequestAction.APPROVE_PART,
                RequestAction.CHANGE_PAYERS, RequestAction.ASK, RequestAction.REJECT);
        given.approve(id);
        assertThat(given.request(id).state()).isEqualTo(RequestState.APPROVED);
        assertThat(given.money(budget)).containsExactly(90_000L, 0L, 0L);
        assertThat(given.request(id).timeline()).extracting(e -> e.action()).containsExactly("RequestAction.APPROVE",
                "RequestAction.SUBMIT", "RequestAction.ASK", "RequestAction.SUBMIT", "RequestAction.CREATE");
        db.checks();
    }

    @Test
    void too_little_money_is_refused_with_what_is_missing_and_nothing_changes(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long wlan = given.budget(Category.WLAN, 100_000);
        Long mobile = given.budget(Category.MOBILE_DEVICE, 30_000);
        Long id = given.submit(given.draft(List.of(new Requests.Line(given.accessPoint(45_000), given.room, 1),
                new Requests.Line(given.tablet(39_900), given.room, 1))));
        assertThat(given.request(id).payers()).filteredOn(p -> !p.enough()).singleElement()
                .satisfies(p -> assertThat(p.missingCents()).isEqualTo(9_900));
        assertThatThrownBy(() -> given.approve(id)).isInstanceOf(Refused.class).hasMessageContaining("budget.not_enough");
        assertThat(given.request(id).state()).isEqualTo(RequestState.SUBMITTED);
        assertThat(given.money(wlan)).containsExactly(0L, 0L, 0L);
        assertThat(given.money(mobile)).containsExactly(0L, 0L, 0L);
        db.checks();
    }

    @Test
    void a_category_without_position_is_refused_in_words(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.WLAN, 100_000);
        Long id = given.submitted(given.tablet(39_900), 1);
        assertThat(given.request(id).payers()).singleElement().satisfies(p -> assertThat(p.budgetId()).isNull());
        assertThatThrownBy(() -> given.approve(id)).isInstanceOf(Refused.class).hasMessageContaining("request.no_budget");
    }

    @Test
    void the_officer_may_choose_the_paying_budget_of_the_same_school_and_category_only(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long first = given.budget(Category.WLAN, 100_000);
        Long second = given.budget(Category.WLAN, 100_000);
        Long other = given.budget(Category.LAN, 100_000);
        Long id = given.submitted(given.accessPoint(45_000), 1);
        Long line = given.request(id).lines().get(0).id();
        assertThatThrownBy(() -> as(db, given.officer, () -> requests(db).approve(id, new Requests.Approve(given.version(id), null,
                List.of(new Requests.PayFrom(line, other)))))).hasMessageContaining("request.budget_unfit");
        as(db, given.officer, () -> requests(db).approve(id, new Requests.Approve(given.version(id), null,
                List.of(new Requests.PayFrom(line, second)))));
        assertThat(given.money(first)).containsExactly(0L, 0L, 0L);
        assertThat(given.money(second)).containsExactly(45_000L, 0L, 0L);
        db.checks();
    }

    @Test
    void of_two_officers_at_once_one_gets_a_conflict_and_money_is_reserved_once(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long budget = given.budget(Category.WLAN, 100_000);
        Long id = given.submitted(given.accessPoint(45_000), 1);
        Integer seen = given.version(id);
        List<Throwable> lost = db.race(2, 2, () -> as(db, given.officer,
                () -> requests(db).approve(id, new Requests.Approve(seen, null, null))));
        assertThat(lost).singleElement().isInstanceOf(Conflict.class);
        assertThat(given.money(budget)).containsExactly(45_000L, 0L, 0L);
        db.checks();
    }

    @Test
    void the_last_euro_is_given_once_to_many_who_want_it(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long budget = given.budget(Category.WLAN, 100_000);
        Long item = given.accessPoint(45_000);
        List<Long> ids = java.util.stream.IntStream.range(0, 8).mapToObj(i -> given.submitted(item, 1)).toList();
        java.util.Iterator<Long> next = new java.util.concurrent.ConcurrentLinkedQueue<>(ids).iterator();
        List<Throwable> lost = db.race(8, 8, () -> {
            Long id;
            synchronized (next) {
                id = next.next();
            }
            given.approve(id);
        });
        assertThat(lost).hasSize(6).allSatisfy(e -> assertThat(e).hasMessageContaining("budget.not_enough"));
        assertThat(given.money(budget)).containsExactly(90_000L, 0L, 0L);
        db.checks();
    }

    @Test
    void another_school_is_not_found_and_an_auditor_may_look_only(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long other = SchoolGiven.school(db, given.authority, "Eichendorff-Gymnasium");
        Long foreignRoom = SchoolGiven.room(db, other, "101");
        String stranger = SchoolGiven.user(db, "stranger", Role.SCHOOL_ADMIN, null, other);
        String auditor = SchoolGiven.user(db, "auditor", Role.AUDITOR, null, null);
        Long item = given.accessPoint(45_000);
        Long id = given.submitted(item, 1);
        assertThatThrownBy(() -> as(db, stranger, () -> db.get(RequestQueries.class).view(id))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as(db, stranger, () -> requests(db).withdraw(id, new Requests.Withdraw(0, null))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as(db, stranger, () -> requests(db).create(new Requests.Create(given.school, "X", null, List.of()))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as(db, stranger, () -> db.get(RequestQueries.class).preview(given.school, List.of())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as(db, given.admin, () -> requests(db).approve(id, new Requests.Approve(0, null, null))))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> as(db, auditor, () -> requests(db).reject(id, new Requests.Reject(0, "nein"))))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> given.draft(List.of(new Requests.Line(item, foreignRoom, 1)))).isInstanceOf(Refused.class)
                .hasMessageContaining("request.foreign_room");
        as(db, stranger, () -> assertThat(list(db).rows()).isEmpty());
        as(db, auditor, () -> {
            assertThat(list(db).rows()).hasSize(1);
            assertThat(db.get(RequestQueries.class).view(id).actions()).isEmpty();
        });
    }

    @Test
    void a_change_renews_prices_and_who_saw_the_old_lines_gets_a_conflict(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long item = given.tablet(39_900);
        Long id = given.draft(item, 26);
        Integer seen = given.version(id);
        as(db, given.admin, () -> requests(db).change(id, new Requests.Rewrite(seen, "Tablets", null,
                List.of(new Requests.Line(item, given.room, 24)))));
        assertThat(Timeline.told(given.request(id).timeline().get(0), Locale.GERMAN)).isEqualTo("Tablet: 24 statt 26 Stück");
        assertThat(Timeline.told(given.request(id).timeline().get(0), Locale.ENGLISH)).isEqualTo("Tablet: 24 instead of 26 pieces");
        assertThat(given.version(id)).isGreaterThan(seen);
        assertThatThrownBy(() -> as(db, given.admin, () -> requests(db).submit(id, new Requests.Submit(seen, null))))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void a_change_of_lines_alone_is_a_new_version(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long item = given.tablet(39_900);
        Long id = given.draft(item, 26);
        Integer seen = given.version(id);
        as(db, given.admin, () -> requests(db).change(id, new Requests.Rewrite(seen, "Ausstattung", "Unterricht",
                List.of(new Requests.Line(item, given.room, 24)))));
        assertThat(given.version(id)).isEqualTo(seen + 1);
    }

    @Test
    void the_frozen_price_counts_and_the_catalogue_of_today_is_shown(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long budget = given.budget(Category.MOBILE_DEVICE, 100_000);
        Long item = given.tablet(39_900);
        Long id = given.submitted(item, 1);
        as(db, InventoryGiven.officer(db), () -> db.get(Catalogue.class).changeItem(item, new Catalogue.ChangeItem(1, "Tablet", Category.MOBILE_DEVICE,
                42_900L, 1900, null, null, true)));
        assertThat(given.request(id).lines()).singleElement().satisfies(l -> {
            assertThat(l.priceCents()).isEqualTo(39_900);
            assertThat(l.currentCents()).isEqualTo(42_900);
            assertThat(l.drifted()).isTrue();
        });
        given.approve(id);
        assertThat(given.money(budget)).containsExactly(39_900L, 0L, 0L);
    }

    @Test
    void what_is_no_longer_offered_cannot_be_requested_or_submitted(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long item = given.tablet(39_900);
        Long id = given.draft(item, 1);
        as(db, InventoryGiven.officer(db), () -> db.get(Catalogue.class).changeItem(item, new Catalogue.ChangeItem(1, "Tablet", Category.MOBILE_DEVICE,
                39_900L, 1900, null, ProcurementGiven.today(), true)));
        db.get(Clock.class).at(db.get(Clock.class).now().plus(Duration.ofDays(1)), () -> {
            assertThatThrownBy(() -> given.submit(id)).hasMessageContaining("item.expired");
            assertThatThrownBy(() -> given.draft(item, 1)).hasMessageContaining("item.expired");
        });
        as(db, InventoryGiven.officer(db), () -> db.get(Catalogue.class).changeItem(item, new Catalogue.ChangeItem(2, "Tablet", Category.MOBILE_DEVICE,
                39_900L, 1900, null, null, false)));
        assertThatThrownBy(() -> given.submit(id)).hasMessageContaining("item.inactive");
        as(db, given.admin, () -> assertThat(db.get(CatalogueList.class).page(ListView.all().with("offered", true)).rows()).isEmpty());
    }

    @Test
    void an_empty_draft_cannot_be_submitted(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long id = given.draft(List.of());
        assertThatThrownBy(() -> given.submit(id)).hasMessageContaining("request.empty");
        as(db, given.admin, () -> requests(db).withdraw(id, new Requests.Withdraw(1, null)));
        assertThat(given.request(id).state()).isEqualTo(RequestState.WITHDRAWN);
    }

    @Test
    void what_is_approved_and_not_ordered_can_be_given_up_and_frees_its_money(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long budget = given.budget(Category.WLAN, 100_000);
        Long id = given.approved(given.accessPoint(45_000), 2);
        as(db, given.officer, () -> requests(db).cancel(id, new Requests.Cancel(given.version(id), "Umbau verschoben")));
        assertThat(given.request(id).state()).isEqualTo(RequestState.CANCELLED);
        assertThat(given.money(budget)).containsExactly(0L, 0L, 0L);
        db.checks();
    }

    @Test
    void a_preview_passes_over_lines_that_are_not_there(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        as(db, given.admin, () -> assertThat(db.get(RequestQueries.class)
                .preview(given.school, Collections.singletonList(null)).totalCents()).isZero());
    }

    @Test
    void the_preview_shows_price_and_what_the_position_still_has_before_anything_is_written(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long budget = given.budget(Category.MOBILE_DEVICE, 100_000);
        Long item = given.tablet(39_900);
        as(db, given.admin, () -> {
            RequestQueries.Preview preview = db.get(RequestQueries.class).preview(given.school,
                    List.of(new Requests.Line(item, given.room, 3), new Requests.Line(null, null, null)));
            assertThat(preview.totalCents()).isEqualTo(119_700);
            assertThat(preview.payers()).singleElement().satisfies(p -> {
                assertThat(p.budgetId()).isEqualTo(budget);
                assertThat(p.missingCents()).isEqualTo(19_700);
            });
        });
    }

    @Test
    void who_decides_goes_from_request_to_request_and_sees_what_else_is_asked_from_the_same_money(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long point = given.accessPoint(45_000);
        Long first = given.submitted(point, 1);
        Long second = given.submitted(point, 2);
        Long other = given.submitted(given.tablet(39_900), 1);
        as(db, given.officer, () -> {
            RequestQueries queries = db.get(RequestQueries.class);
            assertThat(List.of(queries.next(first).id(), queries.next(second).id(), queries.next(other).id())).containsExactly(second, other, first);
            assertThat(queries.rivals(first)).singleElement().satisfies(r -> {
                assertThat(r.id()).isEqualTo(second);
                assertThat(r.cents()).isEqualTo(90_000);
                assertThat(r.category()).isEqualTo(Category.WLAN);
            });
            assertThat(queries.rivals(other)).isEmpty();
        });
        as(db, given.admin, () -> assertThat(db.get(RequestQueries.class).next(first)).as("schools decide nothing").isNull());
    }

    @Test
    void an_article_for_several_rooms_is_shown_once_with_its_rooms(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long tablet = given.tablet(39_900);
        Long point = given.accessPoint(45_000);
        List<Long> rooms = List.of(given.room, SchoolGiven.room(db, given.school, "205"), SchoolGiven.room(db, given.school, "206"));
        Long id = given.draft(List.of(new Requests.Line(tablet, rooms.get(0), 10), new Requests.Line(point, rooms.get(0), 1),
                new Requests.Line(tablet, rooms.get(1), 8), new Requests.Line(point, rooms.get(1), 1), new Requests.Line(tablet, rooms.get(2), 6)));
        List<RequestQueries.View.Article> articles = given.request(id).byArticle();
        assertThat(articles).extracting(RequestQueries.View.Article::quantity).containsExactly(24, 2);
        assertThat(articles).extracting(RequestQueries.View.Article::sumCents).containsExactly(24 * 39_900L, 2 * 45_000L);
        assertThat(articles.get(0).lines()).extracting(RequestQueries.View.Line::room).containsExactly("204", "205", "206");
        assertThat(articles.get(1).lines()).extracting(RequestQueries.View.Line::roomId).containsExactly(rooms.get(0), rooms.get(1));
    }

    @Test
    void what_the_positions_of_a_school_have_left_is_known_by_category_before_anything_is_written(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.WLAN, 100_000);
        given.budget(Category.WLAN, 50_000);
        given.approved(given.accessPoint(45_000), 1);
        as(db, given.admin, () -> {
            Map<Category, RequestQueries.Free> free = db.get(RequestQueries.class).free(given.school);
            assertThat(free).containsOnlyKeys(Category.WLAN);
            assertThat(free.get(Category.WLAN)).extracting(RequestQueries.Free::positions, RequestQueries.Free::allottedCents, RequestQueries.Free::reservedCents,
                    RequestQueries.Free::availableCents).containsExactly(2, 150_000L, 45_000L, 105_000L);
            RequestQueries.Free.Payer first = free.get(Category.WLAN).payers().get(0);
            assertThat(first.availableCents()).as("what was reserved is gone from it").isEqualTo(55_000);
            assertThat(free.get(Category.WLAN).payer(55_000)).isEqualTo(first);
            assertThat(free.get(Category.WLAN).payer(55_001)).as("no position has room for it whole").isNull();
            assertThat(db.get(RequestQueries.class).seesMoney(given.school)).isTrue();
        });
        as(db, given.officer, () -> assertThatThrownBy(() -> db.get(RequestQueries.class).seesMoney(given.school)).isInstanceOf(Forbidden.class));
    }

    @Test
    void lists_need_as_many_statements_for_thirty_rows_as_for_one(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long item = given.accessPoint(45_000);
        Long first = given.submitted(item, 2);
        as(db, given.officer, () -> {
            assertThat(db.statementsOf(() -> list(db))).hasSize(StatementBudgets.of("RequestList"));
            assertThat(db.statementsOf(() -> catalogue(db))).hasSize(StatementBudgets.of("CatalogueList"));
            assertThat(db.statementsOf(() -> db.get(RequestQueries.class).view(first)))
                    .hasSize(StatementBudgets.of("RequestQueries.view"));
        });
        for (int i = 0; i < 29; i++) {
            given.draft(item, 1);
            given.item("Artikel " + i, ModelKind.OTHER, Category.LAN, 1_000);
        }
        as(db, given.officer, () -> {
            assertThat(db.statementsOf(() -> assertThat(list(db).rows()).hasSize(30)))
                    .hasSize(StatementBudgets.of("RequestList.full"));
            assertThat(db.statementsOf(() -> assertThat(catalogue(db).rows()).hasSize(30)))
                    .hasSize(StatementBudgets.of("CatalogueList.full"));
            assertThat(list(db).rows()).last().satisfies(r -> assertThat(r.totalCents()).isEqualTo(90_000));
            assertThat(db.get(RequestList.class).page(ListView.all().with("state", RequestState.SUBMITTED).with("school", given.school)
                    .with("q", "görres").with("category", Category.WLAN).with("sort", "-school")).total()).isEqualTo(1);
            assertThat(db.get(RequestList.class).page(ListView.all().with("q", "100%")).total()).isZero();
        });
    }

    private static de.schulpakt.platform.row.Page<RequestList.Row> list(Db db) {
        return db.get(RequestList.class).page(ListView.all());
    }

    private static de.schulpakt.platform.row.Page<CatalogueQueries.Row> catalogue(Db db) {
        return db.get(CatalogueList.class).page(ListView.all());
    }

    private static Requests requests(Db db) {
        return db.get(Requests.class);
    }

    private static void as(Db db, String login, ThrowingCallable work) {
        db.get(SignIn.class).as(login, () -> {
            try {
                work.call();
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void an_approval_pays_from_what_the_page_has_shown_or_not_at_all(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long first = given.budget(Category.WLAN, 50_000);
        Long second = given.budget(Category.WLAN, 50_000);
        Long item = given.accessPoint(45_000);
        Long seen = given.submitted(item, 1);
        RequestQueries.View shown = given.request(seen);
        List<Requests.PayFrom> payFrom = shown.payFrom();
        assertThat(payFrom).extracting(Requests.PayFrom::budgetId).containsExactly(first);
        given.approved(item, 1);
        assertThatThrownBy(() -> as(db, given.officer, () -> requests(db).approve(seen, new Requests.Approve(shown.version(), null, payFrom))))
                .hasMessageContaining("budget.not_enough");
        assertThat(given.money(second)).containsExactly(0L, 0L, 0L);
        assertThat(given.request(seen).payFrom()).extracting(Requests.PayFrom::budgetId).containsExactly(second);
        given.approve(seen);
        assertThat(given.money(second)).containsExactly(45_000L, 0L, 0L);
    }

    @Test
    void too_little_money_is_told_for_the_whole_request_as_the_page_shows_it(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.WLAN, 190_200);
        Long item = given.accessPoint(54_900);
        Long id = given.submit(given.draft(List.of(new Requests.Line(item, given.room, 1), new Requests.Line(item, given.room, 1),
                new Requests.Line(item, given.room, 1), new Requests.Line(item, given.room, 1))));
        RequestQueries.Payer page = given.request(id).payers().get(0);
        assertThat(page.needCents()).isEqualTo(219_600);
        assertThatThrownBy(() -> given.approve(id)).isInstanceOfSatisfying(Refused.class, e -> {
            assertThat(e.code()).isEqualTo("budget.not_enough");
            assertThat(e.args()).contains(Money.of(page.availableCents()), Money.of(page.needCents()), Money.of(page.missingCents()));
        });
    }

    @Test
    void nobody_approves_what_they_have_asked_for(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.WLAN, 100_000);
        String both = SchoolGiven.user(db, "beides", Role.SCHOOL_ADMIN, null, given.school);
        SchoolGiven.asAdmin(db, () -> {
            db.get(Users.class).grant(db.number("select id from app_user where login = ?", both),
                    new Grant(Role.FUNDING_OFFICER, given.authority, null));
            return null;
        });
        IdentityGiven.confirmRoles(db, both);
        Long id = given.draft(given.accessPoint(45_000), 1);
        as(db, both, () -> requests(db).submit(id, new Requests.Submit(given.version(id), null)));
        RequestQueries.View page = SchoolGiven.as(db, both, () -> db.get(RequestQueries.class).view(id));
        assertThat(page.actions()).contains(RequestAction.REJECT).doesNotContain(RequestAction.APPROVE);
        assertThat(page.apart()).containsOnlyKeys(RequestAction.APPROVE, RequestAction.APPROVE_PART, RequestAction.CHANGE_PAYERS);
        assertThat(SchoolGiven.as(db, given.officer, () -> db.get(RequestQueries.class).view(id)).actions()).contains(RequestAction.APPROVE);
        assertThatThrownBy(() -> as(db, both, () -> requests(db).approve(id, new Requests.Approve(given.version(id), null, null))))
                .isInstanceOfSatisfying(Refused.class, e -> {
                    assertThat(e.code()).isEqualTo("duty.apart");
                    assertThat(e.args()).contains(RequestAction.APPROVE, RequestAction.SUBMIT);
                });
        given.approve(id);
        assertThat(given.request(id).state()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void the_ten_thousandth_number_stands_after_the_one_before(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.draft(given.accessPoint(45_000), 1);
        db.sql("UPDATE counter SET value = 9997 WHERE name = 'B'");
        Long item = given.accessPoint(45_000);
        for (int i = 0; i < 4; i++) {
            given.draft(item, 1);
        }
        as(db, given.officer, () -> assertThat(db.get(RequestList.class).page(ListView.all().with("sort", "no")).rows())
                .extracting(r -> r.no().replaceFirst(".*-", "")).containsExactly("0001", "9998", "9999", "10000", "10001"));
    }

    @Test
    void every_field_takes_what_it_promises(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.WLAN, 1_000_000);
        String text = "r".repeat(2000);
        Long item = given.accessPoint(45_000);
        Long id = SchoolGiven.as(db, given.admin, () -> requests(db).create(new Requests.Create(given.school, "t".repeat(160), text,
                List.of(new Requests.Line(item, given.room, 1)))));
        as(db, given.admin, () -> requests(db).submit(id, new Requests.Submit(given.version(id), text)));
        as(db, given.officer, () -> requests(db).ask(id, new Requests.Question(given.version(id), text)));
        as(db, given.admin, () -> requests(db).submit(id, new Requests.Submit(given.version(id), text)));
        as(db, given.officer, () -> requests(db).approve(id, new Requests.Approve(given.version(id), text, null)));
        as(db, given.officer, () -> requests(db).cancel(id, new Requests.Cancel(given.version(id), text)));
        assertThat(given.request(id).state()).isEqualTo(RequestState.CANCELLED);
        db.checks();
    }
}
