package de.schulpakt.overview.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.schulpakt.install.effort.Stores;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import java.math.BigDecimal;
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
