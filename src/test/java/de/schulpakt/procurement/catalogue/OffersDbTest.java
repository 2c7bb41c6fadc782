package de.schulpakt.procurement.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;

import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.job.JobsGiven;
import de.schulpakt.platform.list.ListView;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An article is offered from a day to a day at a price; offers follow each other, and what is ordered costs what holds on that day. */
@DbTest
class OffersDbTest {
    private static final LocalDate DAY = ProcurementGiven.today();
    private Db db;
    private ProcurementGiven given;
    private Long item;

    @BeforeEach
    void anArticle(Db kit) {
        db = kit;
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
        item = given.accessPoint(100_00);
    }

    @AfterEach
    void theInvariantsHold() {
        db.checks();
    }

    @Test
    void another_price_is_another_offer_and_the_old_one_ends_the_day_before() {
        later(10, () -> change(120_00, null));
        assertThat(offers()).extracting(CatalogueQueries.Offer::fromOn).containsExactly(DAY.plusDays(10), DAY);
        assertThat(offers()).extracting(CatalogueQueries.Offer::toOn).containsExactly(null, DAY.plusDays(9));
        assertThat(offers()).extracting(CatalogueQueries.Offer::priceCents).containsExactly(120_00L, 100_00L);
        later(10, () -> change(121_00, DAY.plusDays(50)));
        assertThat(offers()).as("twice on one day is one offer").extracting(CatalogueQueries.Offer::priceCents).containsExactly(121_00L, 100_00L);
        later(20, () -> change(121_00, DAY.plusDays(30)));
        assertThat(offers()).as("another last day is the same offer").extracting(CatalogueQueries.Offer::toOn).containsExactly(DAY.plusDays(30), DAY.plusDays(9));
        later(40, () -> change(121_00, null));
        assertThat(offers()).as("offered again after a pause").extracting(CatalogueQueries.Offer::fromOn)
                .containsExactly(DAY.plusDays(40), DAY.plusDays(10), DAY);
    }

    @Test
    void an_offer_entered_ahead_holds_from_its_day_even_before_the_catalogue_shows_it() {
        offer(DAY.plusDays(5), null, 90_00L);
        assertThat(offers()).extracting(CatalogueQueries.Offer::standing).containsExactly(CatalogueQueries.Standing.LATER, CatalogueQueries.Standing.NOW);
        assertThat(row().validTo()).isEqualTo(DAY.plusDays(4));
        later(4, () -> assertThat(price()).isEqualTo(100_00L));
        later(5, () -> assertThat(price()).as("the price of the day").isEqualTo(90_00L));
        later(5, () -> given.budget(Category.WLAN, 5_000_00));
        later(5, () -> {
            Long request = given.draft(item, 2);
            assertThat(given.request(request).lines().get(0).priceCents()).isEqualTo(90_00L);
        });
        assertThat(row().priceCents()).isEqualTo(100_00L);
        later(5, () -> assertThat(JobsGiven.run(db, "offers")).isEqualTo("job.kind.offers_told\n1\n0"));
        assertThat(row().priceCents()).isEqualTo(90_00L);
        assertThat(SchoolGiven.as(db, given.officer, () -> db.get(CatalogueQueries.class).timeline(item)).get(0).toString()).contains("said.price_changed");
        later(5, () -> assertThat(JobsGiven.run(db, "offers")).as("once").isEqualTo("job.kind.offers_told\n0\n0"));
    }

    @Test
    void an_article_without_end_has_none_again_when_the_offer_that_ended_it_is_taken_back() {
        withdraw(offer(DAY.plusDays(5), null, 90_00L));
        assertThat(offers()).extracting(CatalogueQueries.Offer::toOn).containsOnlyNulls();
        assertThat(row().validTo()).isNull();
        change(100_00, DAY.plusDays(4));
        withdraw(offer(DAY.plusDays(5), null, 90_00L));
        assertThat(row().validTo()).as("somebody has set it").isEqualTo(DAY.plusDays(4));
        change(100_00, null);
        Long first = offer(DAY.plusDays(5), DAY.plusDays(9), 90_00L);
        offer(DAY.plusDays(10), null, 80_00L);
        withdraw(first);
        assertThat(row().validTo()).as("another is to follow").isEqualTo(DAY.plusDays(4));
    }

    @Test
    void an_article_is_not_changed_between_the_turn_of_the_day_and_the_offer_that_has_begun() {
        offer(DAY.plusDays(5), null, 90_00L);
        later(5, () -> assertThatThrownBy(() -> change(100_00, null)).isInstanceOf(Conflict.class));
        assertThat(offers()).as("the new offer stands as agreed").extracting(CatalogueQueries.Offer::priceCents).containsExactly(90_00L, 100_00L);
        later(5, () -> JobsGiven.run(db, "offers"));
        later(5, () -> change(95_00, null));
        assertThat(offers()).extracting(CatalogueQueries.Offer::priceCents).containsExactly(95_00L, 100_00L);
    }

    @Test
    void offers_do_not_overlap_and_only_one_that_has_not_begun_is_taken_back() {
        Long next = offer(DAY.plusDays(10), DAY.plusDays(20), 90_00L);
        refused(() -> offer(DAY.plusDays(15), null, 80_00L), "offer.overlap");
        assertThatThrownBy(() -> offer(DAY.plusDays(10), DAY.plusDays(12), 80_00L)).hasMessageContaining("offer");
        refused(() -> change(100_00, DAY.plusDays(10)), "offer.overlap");
        refused(() -> change(100_00, null), "offer.overlap");
        refused(() -> offer(DAY, null, 80_00L), "offer.not_later");
        refused(() -> offer(DAY.plusDays(30), DAY.plusDays(29), 80_00L), "offer.ends_before");
        refused(() -> change(100_00, DAY.minusDays(1)), "offer.ends_before");
        Integer seen = row().version();
        offer(DAY.plusDays(21), null, 95_00L);
        assertThatThrownBy(() -> editor(() -> db.get(Catalogue.class).offer(item, new Catalogue.Offer(seen, DAY.plusDays(90), null, 1_00L, null)))).isInstanceOf(Conflict.class);
        Long other = given.accessPoint(50_00);
        assertThatThrownBy(() -> editor(() -> {
            db.get(Catalogue.class).withdrawOffer(other, next, new Catalogue.WithdrawOffer(1, "x"));
            return null;
        })).isInstanceOfAny(NotFound.class, Conflict.class);
        withdraw(next);
        assertThat(offers()).extracting(CatalogueQueries.Offer::fromOn).containsExactly(DAY.plusDays(21), DAY);
        Long first = offers().get(1).id();
        refused(() -> withdraw(first), "offer.begun");
        assertThatThrownBy(() -> withdraw(next)).as("twice").isInstanceOf(NotFound.class);
    }

    @Test
    void a_later_offer_ends_the_running_one_that_had_a_last_day_and_taken_back_opens_it_again() {
        change(100_00, DAY.plusDays(200));
        Long next = offer(DAY.plusDays(30), null, 110_00L);
        assertThat(offers()).extracting(CatalogueQueries.Offer::fromOn, CatalogueQueries.Offer::toOn).containsExactly(tuple(DAY.plusDays(30), null), tuple(DAY, DAY.plusDays(29)));
        assertThat(row().validTo()).isEqualTo(DAY.plusDays(29));
        withdraw(next);
        assertThat(offers()).extracting(CatalogueQueries.Offer::fromOn, CatalogueQueries.Offer::toOn).containsExactly(tuple(DAY, DAY.plusDays(200)));
        assertThat(row().validTo()).isEqualTo(DAY.plusDays(200));
        Long first = offer(DAY.plusDays(30), DAY.plusDays(59), 110_00L);
        offer(DAY.plusDays(60), null, 120_00L);
        withdraw(first);
        assertThat(offers()).as("what follows is not overlapped").extracting(CatalogueQueries.Offer::fromOn, CatalogueQueries.Offer::toOn)
                .containsExactly(tuple(DAY.plusDays(60), null), tuple(DAY, DAY.plusDays(29)));
        db.checks();
    }

    @Test
    void an_offer_that_ends_soon_is_told_once_unless_another_follows() {
        change(100_00, DAY.plusDays(31));
        assertThat(JobsGiven.run(db, "offers")).isEqualTo("job.kind.offers_told\n0\n0");
        change(100_00, DAY.plusDays(30));
        assertThat(ending()).containsExactly(item);
        assertThat(JobsGiven.run(db, "offers")).isEqualTo("job.kind.offers_told\n0\n1");
        assertThat(JobsGiven.run(db, "offers")).as("once").isEqualTo("job.kind.offers_told\n0\n0");
        change(100_00, DAY.plusDays(20));
        offer(DAY.plusDays(21), null, 110_00L);
        assertThat(JobsGiven.run(db, "offers")).as("another follows").isEqualTo("job.kind.offers_told\n0\n0");
        assertThat(ending()).isEmpty();
    }

    private List<Long> ending() {
        return SchoolGiven.as(db, given.officer, () -> db.get(CatalogueList.class).page(ListView.all().with("ending", true)).rows()).stream()
                .map(CatalogueQueries.Row::id).toList();
    }

    private void later(int days, Runnable work) {
        db.get(Clock.class).at(DAY.plusDays(days).atTime(LocalTime.NOON).atZone(ZoneId.of("Europe/Berlin")).toInstant(), work);
    }

    private long price() {
        return db.tx(() -> db.get(Articles.class).one(item).price().cents());
    }

    private CatalogueQueries.Row row() {
        return SchoolGiven.as(db, given.officer, () -> db.get(CatalogueQueries.class).item(item));
    }

    private List<CatalogueQueries.Offer> offers() {
        return SchoolGiven.as(db, given.officer, () -> db.get(CatalogueQueries.class).offers(item));
    }

    private <T> T editor(Callable<T> work) {
        return SchoolGiven.as(db, InventoryGiven.officer(db), work);
    }

    private Long offer(LocalDate from, LocalDate to, Long cents) {
        return editor(() -> db.get(Catalogue.class).offer(item, new Catalogue.Offer(row().version(), from, to, cents, null)));
    }

    private void withdraw(Long offer) {
        editor(() -> {
            db.get(Catalogue.class).withdrawOffer(item, offer, new Catalogue.WithdrawOffer(row().version(), "Vertippt"));
            return null;
        });
    }

    private void change(long cents, LocalDate to) {
        editor(() -> {
            CatalogueQueries.Row now = row();
            db.get(Catalogue.class).changeItem(item, new Catalogue.ChangeItem(now.version(), now.name(), now.category(), cents, now.vatBp(), now.contract(), to, true));
            return null;
        });
    }

    private static void refused(ThrowingCallable work, String code) {
        assertThatThrownBy(work).isInstanceOf(Refused.class).hasMessageContaining(code);
    }
}
