package de.schulpakt.inventory.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Role;
import de.schulpakt.inventory.device.DeviceNumbers;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.number.IdentifierKind;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.paper.label.Label;
import de.schulpakt.paper.label.LabelSource;
import de.schulpakt.platform.BadParameter;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.list.ListView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tags are printed first and belong to a device from their first scan on; labels of devices say what paid for them. */
@DbTest
class TagRollsDbTest {
    private Db db;
    private ProcurementGiven given;
    private Long first;
    private Long second;

    @BeforeEach
    void twoTablets(Db kit) {
        db = kit;
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.MOBILE_DEVICE, 10_000_000);
        given.receive(given.order(given.approved(given.tablet(40_000), 2)), "LS", 40_000L, "TAG-A1", "TAG-A2");
        second = db.number("select max(id) from device");
        first = second - 1;
    }

    @AfterEach
    void tagsAreOnDevicesOfTheirAuthority() {
        db.checks();
    }

    @Test
    void a_tag_is_bound_at_its_first_scan_and_finds_the_device_from_then_on() {
        Long roll = make(20);
        String no = view(roll).no();
        assertThat(tag(no + "-0007").deviceId()).isNull();
        bind("https://schulpakt.example/inventory/tag.xhtml?tag=" + no + "-0007", first);
        assertThat(tag(" " + no.toLowerCase(Locale.ROOT) + "-0007 ")).extracting(TagQueries.Tag::deviceId, TagQueries.Tag::ended).containsExactly(first, false);
        assertThat(as(given.admin, () -> db.get(DeviceQueries.class).named(no + "0007"))).containsExactly(first);
        refused(() -> bind(no + "-0007", second), "tag.bound_already");
        refused(() -> bind(no + "-0007", first), "tag.bound_already");
        refused(() -> bind(no + "-0021", second), "tag.unknown");
        refused(() -> bind(no + "-0000", second), "tag.unknown");
        refused(() -> bind("TAG-A1", second), "tag.unknown");
        TagQueries.View seen = view(roll);
        assertThat(List.of(seen.bound(), seen.left())).containsExactly(1, 19);
        assertThat(seen.first()).singleElement().extracting(TagQueries.Bound::deviceId).isEqualTo(first);
        Long number = db.number("select id from device_identifier where kind = 'TAG'");
        as(given.admin, () -> {
            db.get(DeviceNumbers.class).end(first, number, new DeviceNumbers.End("auf das falsche Gerät geklebt"));
            return null;
        });
        bind(no + "-0007", second);
        assertThat(tag(no + "-0007").deviceId()).isEqualTo(second);
    }

    @Test
    void what_is_left_of_a_roll_is_ended_and_taken_up_again_and_what_is_bound_stays() {
        Long roll = make(3);
        String no = view(roll).no();
        bind(no + "-0001", first);
        Integer seen = view(roll).version();
        end(roll, seen);
        assertThatThrownBy(() -> end(roll, seen)).as("twice").isInstanceOfAny(Conflict.class, Refused.class);
        refused(() -> bind(no + "-0002", second), "tag.roll_ended");
        assertThat(tag(no + "-0001").deviceId()).isEqualTo(first);
        assertThat(tag(no + "-0002").ended()).isTrue();
        as(given.officer, () -> {
            db.get(TagRolls.class).reopen(roll, new TagRolls.Why(view(roll).version(), "lag im Schrank"));
            return null;
        });
        bind(no + "-0002", second);
        assertThat(view(roll).timeline()).hasSize(3);
        assertThat(as(given.officer, () -> db.get(TagRollList.class).page(ListView.all())).rows()).singleElement().extracting(TagRollList.Row::state).isEqualTo(TagState.OPEN);
    }

    @Test
    void a_tag_of_a_roll_is_not_typed_as_a_number_and_a_roll_shows_no_device_of_another_authority() {
        Long roll = make(3);
        String no = view(roll).no();
        refused(() -> type(no.toLowerCase(Locale.ROOT) + "0001"), "tag.of_roll");
        end(roll, view(roll).version());
        refused(() -> type(no + "-0002"), "tag.of_roll");
        type(no + "-0004");
        assertThat(view(roll).bound()).as("the roll ends before it").isZero();
        Long other = make(3);
        bind(view(other).no() + "-0001", first);
        ProcurementGiven foreign = ProcurementGiven.school(db, "Andere Schule");
        db.sql("update device set school_id = ? where id = ?", foreign.school, first);
        assertThat(view(other).first()).isEmpty();
        db.sql("update device set school_id = ? where id = ?", given.school, first);
        assertThat(view(other).first()).extracting(TagQueries.Bound::deviceId).containsExactly(first);
    }

    @Test
    void two_people_who_bind_one_tag_at_once_bind_it_once() {
        String no = view(make(3)).no();
        List<Throwable> thrown = db.race(4, 4, () -> bind(no + "-0001", first));
        assertThat(thrown).hasSize(3).allSatisfy(t -> assertThat(t).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("tag.bound_already")));
        assertThat(db.number("select count(*) from device_identifier where kind = 'TAG'")).isEqualTo(1);
    }

    @Test
    void tags_are_of_one_authority_and_bound_by_who_puts_numbers_on_the_device() {
        Long roll = make(3);
        String no = view(roll).no();
        ProcurementGiven foreign = ProcurementGiven.school(db, "Andere Schule");
        Long theirs = InventoryGiven.device(db, InventoryGiven.tablet(db), foreign.school, null);
        refused(() -> as(foreign.admin, () -> {
            db.get(TagRolls.class).bind(new TagRolls.Bind(no + "-0001", theirs));
            return null;
        }), "tag.unknown");
        assertThatThrownBy(() -> as(foreign.admin, () -> {
            db.get(TagRolls.class).bind(new TagRolls.Bind(no + "-0001", first));
            return null;
        })).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as(foreign.officer, () -> db.get(TagQueries.class).tag(no + "-0001"))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as(foreign.officer, () -> db.get(TagQueries.class).view(roll))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> tag("gibt es nicht")).isInstanceOf(NotFound.class);
        String auditor = SchoolGiven.user(db, "auditor", Role.AUDITOR, given.authority, null);
        assertThatThrownBy(() -> as(auditor, () -> {
            db.get(TagRolls.class).bind(new TagRolls.Bind(no + "-0001", first));
            return null;
        })).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> as(given.admin, () -> db.get(TagRolls.class).make(new TagRolls.Make(given.authority, 3, null)))).isInstanceOf(NotFound.class);
    }

    @Test
    void the_tags_of_a_roll_have_labels_and_those_of_devices_say_what_paid_for_them() {
        Long roll = make(3);
        List<Label> tags = labels(db.get(TagLabels.class), Map.of("roll", List.of(String.valueOf(roll))));
        assertThat(tags).extracting(Label::no).containsExactly(view(roll).no() + "-0001", view(roll).no() + "-0002", view(roll).no() + "-0003");
        assertThat(tags.get(0).page()).isEqualTo("/inventory/tag.xhtml?tag=" + view(roll).no() + "-0001");
        assertThat(labels(db.get(TagLabels.class), Map.of())).isEmpty();
        assertThatThrownBy(() -> as(given.officer, () -> {
            db.get(TagLabels.class).each(Map.of("rolle", List.of("1")), true, label -> { });
            return null;
        })).isInstanceOf(BadParameter.class);
        DeviceLabels devices = db.get(DeviceLabels.class);
        db.sql("update device set binding_end_on = '2031-12-31' where id = ?", first);
        String programme = (String) db.sql("select name from programme p where exists (select 1 from budget b where b.programme_id = p.id)").get(0).get("name");
        assertThat(labels(devices, Map.of("id", List.of(String.valueOf(first)))).get(0).lines()).anyMatch(l -> l.startsWith(programme)).anyMatch(l -> l.startsWith("Zweckbindung bis"));
        db.sql("insert into programme_rule (programme_id, kind, category, value, valid_from, source, verified, status) select programme_id, 'PUBLICITY_LINE', 'ALL',"
                + " 'Gefördert mit Mitteln des Landes', '2020-01-01', 'Bescheid', 0, 'PRESS' from budget where programme_id is not null limit 1");
        assertThat(labels(devices, Map.of("id", List.of(String.valueOf(first)))).get(0).lines()).element(2).isEqualTo("Gefördert mit Mitteln des Landes");
        db.sql("update device set binding_end_on = null where id = ?", first);
        db.sql("update programme_rule set category = 'WLAN' where kind = 'PUBLICITY_LINE'");
        assertThat(labels(devices, Map.of("id", List.of(String.valueOf(first)))).get(0).lines()).doesNotContain("Gefördert mit Mitteln des Landes");
    }

    private List<Label> labels(LabelSource source, Map<String, List<String>> sent) {
        return as(given.officer, () -> {
            List<Label> all = new ArrayList<>();
            source.each(sent, false, all::add);
            List<Label> again = new ArrayList<>();
            source.of(sent, source.ids(sent, false, 100), again::add);
            assertThat(again).as("by their ids").isEqualTo(all);
            return all;
        });
    }

    private Long make(int tags) {
        return as(given.officer, () -> db.get(TagRolls.class).make(new TagRolls.Make(given.authority, tags, "Lieferung")));
    }

    private TagQueries.View view(Long roll) {
        return as(given.officer, () -> db.get(TagQueries.class).view(roll));
    }

    private TagQueries.Tag tag(String typed) {
        return as(given.admin, () -> db.get(TagQueries.class).tag(typed));
    }

    private void bind(String tag, Long device) {
        as(given.admin, () -> {
            db.get(TagRolls.class).bind(new TagRolls.Bind(tag, device));
            return null;
        });
    }

    private void type(String tag) {
        as(given.admin, () -> {
            db.get(DeviceNumbers.class).add(second, new DeviceNumbers.Add(IdentifierKind.TAG, tag));
            return null;
        });
    }

    private void end(Long roll, Integer seen) {
        as(given.officer, () -> {
            db.get(TagRolls.class).end(roll, new TagRolls.Why(seen, "verloren"));
            return null;
        });
    }

    private <T> T as(String login, Callable<T> work) {
        return SchoolGiven.as(db, login, work);
    }

    private static void refused(ThrowingCallable work, String code) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
