package de.schulpakt.overview.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.schulpakt.identity.Role;
import de.schulpakt.install.effort.Stores;
import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.inventory.stocktake.StocktakeOutcome;
import de.schulpakt.inventory.stocktake.StocktakeQueries;
import de.schulpakt.inventory.stocktake.Stocktakes;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.row.PageRequest;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is taken along on the phone. */
@DbTest
class PhoneDbTest {
    @Test
    void the_rooms_of_what_nobody_has_are_taken_along_so_that_it_can_be_taken_and_measured_without_network(Db db) {
        Long school = SchoolGiven.school(db, "Görres-Gymnasium");
        Long room = SchoolGiven.room(db, school, "A 1.07");
        Long idle = SchoolGiven.school(db, "Hilda-Gymnasium");
        SchoolGiven.room(db, idle, "1");
        InventoryGiven.officer(db);
        InstallGiven.technician(db);
        Long ticket = InstallGiven.open(db, school, "FAULT");
        PhoneQueries.Taken taken = SchoolGiven.as(db, InstallGiven.TECHNICIAN, () -> db.get(PhoneQueries.class).taken());
        assertThat(taken.works()).extracting(PhoneQueries.Work::id).containsExactly(ticket);
        assertThat(taken.works().get(0).assigneeId()).isNull();
        assertThat(taken.rooms()).as("not of a school without work").extracting(PhoneQueries.Place::id).containsExactly(room);
    }

    @Test
    void what_is_on_loan_is_not_missing_on_the_phone_either(Db db) {
        Long school = SchoolGiven.school(db, "Görres-Gymnasium");
        Long room = SchoolGiven.room(db, school, "A 1.07");
        InventoryGiven.officer(db);
        SchoolGiven.user(db, "schule", Role.SCHOOL_ADMIN, null, school);
        Long here = InventoryGiven.device(db, InventoryGiven.tablet(db), school, room);
        Long out = InventoryGiven.device(db, InventoryGiven.tablet(db), school, room);
        Long count = SchoolGiven.as(db, "schule", () -> {
            db.get(Loans.class).handOut(new Loans.HandOut(List.of(out), Loans.BorrowerKind.TEACHER, "Eva Muster", null, null, false, null, true, Loans.LoanCondition.SOUND, null,
                    db.get(Clock.class).today().plusDays(9)));
            return db.get(Stocktakes.class).open(new Stocktakes.Open(school, "Alles", null, null, null));
        });
        assertThat(SchoolGiven.as(db, "schule", () -> db.get(PhoneQueries.class).counting(count)).items()).extracting(PhoneQueries.Item::deviceId, PhoneQueries.Item::lent)
                .containsExactlyInAnyOrder(tuple(here, false), tuple(out, true));
        assertThat(SchoolGiven.as(db, "schule", () -> db.get(StocktakeQueries.class).items(count, StocktakeOutcome.LENT, PageRequest.of(1, 10, null))).rows())
                .as("the page says the same").extracting(StocktakeQueries.Item::deviceId).containsExactly(out);
    }

    @Test
    void what_is_in_the_stores_is_taken_along_without_its_cost_and_only_by_who_works_there(Db db) {
        Long authority = SchoolGiven.authority(db, "Stadt Koblenz");
        Long school = SchoolGiven.school(db, authority, "Görres-Gymnasium");
        InventoryGiven.officer(db);
        InstallGiven.technician(db);
        InstallGiven.open(db, school, "FAULT");
        SchoolGiven.as(db, InstallGiven.TECHNICIAN, () -> {
            Long van = db.get(Stores.class).open(new Stores.Open(authority, "Bus 1"));
            return db.get(Stores.class).receive(van, new Stores.Receive("Patchkabel", "Stück", new BigDecimal("12"), 3_600L, null));
        });
        db.sql("INSERT INTO store (authority_id, name) SELECT id, 'Fremd' FROM authority WHERE id <> ? LIMIT 1", authority);
        PhoneQueries.Taken taken = SchoolGiven.as(db, InstallGiven.TECHNICIAN, () -> db.get(PhoneQueries.class).taken());
        assertThat(taken.stock()).extracting(PhoneQueries.Stock::article, PhoneQueries.Stock::store, PhoneQueries.Stock::authorityId)
                .containsExactly(tuple("Patchkabel", "Bus 1", taken.works().get(0).authorityId()));
    }
}
