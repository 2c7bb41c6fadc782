package de.schulpakt.platform.history;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Scope;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.platform.Ref;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each line of the history knows its place, and a reader of what places share sees the lines of places of theirs only. */
@DbTest
class HistoryPlaceDbTest {
    private enum Done {
        CHANGE
    }

    @Test
    void lines_of_foreign_places_are_left_out(Db db) {
        History history = db.get(History.class);
        Ref shared = new Ref("Shared", 1, "S-1");
        db.tx(() -> {
            history.record(shared, Done.CHANGE, Said.words("all"));
            history.record(shared.ofAuthority(7L), Done.CHANGE, Said.words("authority 7"));
            history.record(shared.ofSchool(70L), Done.CHANGE, Said.words("school 70"));
            history.record(shared.ofAuthority(8L), Done.CHANGE, Said.words("authority 8"));
            history.record(shared.ofNobody(), Done.CHANGE, Said.words("nobody"));
        });
        assertThat(history.of("Shared", 1, new Scope(false, Set.of(7L), Set.of(70L)))).extracting(HistoryEntry::note)
                .containsExactlyInAnyOrder("school 70", "authority 7", "all");
        assertThat(history.of("Shared", 1, new Scope(false, Set.of(), Set.of()))).extracting(HistoryEntry::note).containsExactly("all");
        assertThat(history.of("Shared", 1, new Scope(true, Set.of(), Set.of()))).hasSize(5);
    }

    @Test
    void every_line_of_what_belongs_to_a_place_carries_it(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "A");
        given.budget(Category.MOBILE_DEVICE, 1_000_000);
        given.receive(given.order(given.approved(given.tablet(40_000), 1)), "LS-1", 40_000L, "SN-1");
        InstallGiven.take(db, InstallGiven.ticket(db, given.school, given.room));
        assertThat(db.sql("select subject_type, action from history where of_school is null and of_authority is null"
                + " and subject_type not in ('Programme', 'ProgrammeRule', 'RulePack', 'CatalogueItem', 'CatalogueSet', 'FrameworkContract', 'Supplier', 'ImportJob')")).isEmpty();
        assertThat(db.number("select count(distinct subject_type) from history where of_school is not null or of_authority is not null"))
                .isGreaterThan(5);
    }
}
