package de.schulpakt.funding.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.deadline.DeadlineQueries;
import de.schulpakt.funding.deadline.FundingDeadline;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.funding.proof.ProofContent;
import de.schulpakt.funding.proof.ProofGap;
import de.schulpakt.funding.proof.ProofQueries;
import de.schulpakt.identity.Role;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.NotFound;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an award obliges to: publicity with a photo, and what is at stake while devices are bound. */
@DbTest
class DutiesDbTest {
    private Long application;
    private Long programme;

    @BeforeEach
    void an_award_with_three_tablets(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Pflichtschule");
        given.budget(Category.MOBILE_DEVICE, 10_000_000);
        application = db.number("select max(id) from application");
        programme = db.number("select max(id) from programme");
        Long order = given.order(given.approved(given.tablet(33_333), 3));
        given.receive(order, "LS-1", 33_333L, "P-1", "P-2", "P-3");
    }

    @Test
    void publicity_is_asked_for_by_the_programme_and_proved_by_a_photo(Db db) {
        assertThat(publicity(db).line()).as("no rule: nothing is asked for that is known").isNull();
        assertThat(publicity(db).missing()).isFalse();
        assertThat(gaps(db)).doesNotContain(ProofGap.NO_PUBLICITY);
        FundingGiven.rule(db, programme, RuleKind.PUBLICITY_LINE, null, "Gefördert vom Bund");
        assertThat(publicity(db).line()).isEqualTo("Gefördert vom Bund");
        assertThat(publicity(db).verified()).isTrue();
        assertThat(publicity(db).missing()).isTrue();
        assertThat(publicity(db).late()).isFalse();
        assertThat(publicity(db).dueOn()).isEqualTo(FundingGiven.END);
        assertThat(gaps(db)).contains(ProofGap.NO_PUBLICITY);
        db.sql("update application set period_to = ? where id = ?", ProcurementGiven.today().minusDays(1), application);
        assertThat(publicity(db).late()).isTrue();
        assertThat(deadlines(db)).contains(FundingDeadline.PUBLICITY);
        db.sql("insert into proof (no, application_id, authority_id, kind, edition, to_on, state, created_at) select 'VN-1', id, authority_id, 'FINAL', 1, period_to, 'ACCEPTED', now(6) from application where id = ?", application);
        assertThat(deadlines(db)).as("the proof is in").doesNotContain(FundingDeadline.PUBLICITY);
        db.sql("delete from proof");
        db.sql("insert into paper (subject_type, subject_id, kind_id, name, media_type, size, sha256, actor_name, made_at) select 'Application', ?, id, 'Schild.jpg', 'image/jpeg', 1,"
                + " repeat('0', 64), 'x', now(6) from paper_kind where code = 'PUBLICITY'", application);
        assertThat(publicity(db).missing()).isFalse();
        assertThat(publicity(db).photos()).extracting(PublicityQueries.Photo::name).containsExactly("Schild.jpg");
        assertThat(gaps(db)).doesNotContain(ProofGap.NO_PUBLICITY);
        assertThat(deadlines(db)).doesNotContain(FundingDeadline.PUBLICITY);
        db.sql("update paper set removed_at = now(6)");
        assertThat(publicity(db).missing()).as("a photo that was removed proves nothing").isTrue();
        db.clean();
    }

    @Test
    void at_stake_is_the_sum_of_what_each_device_has_at_stake(Db db) {
        List<Long> devices = db.sql("select id from device order by id").stream().map(r -> ((Number) r.get("id")).longValue()).toList();
        assertThat(stake(db).stakeCents()).as("nothing has begun yet: all of it").isEqualTo(99_999);
        LocalDate today = ProcurementGiven.today();
        bound(db, devices.get(0), today.minusDays(100), today.plusDays(900));
        bound(db, devices.get(1), today.minusDays(700), today.plusDays(13));
        bound(db, devices.get(2), today.minusDays(10), today.plusDays(1_816));
        StakeQueries.Stake stake = stake(db);
        long each = SchoolGiven.as(db, FundingGiven.OFFICER, () -> devices.stream().map(id -> db.get(DeviceQueries.class).view(id).atStakeCents()).filter(Objects::nonNull)
                .mapToLong(Long::longValue).sum());
        assertThat(stake.stakeCents()).isEqualTo(each).isEqualTo(33_333 * 900L / 1_000 + 33_333 * 13L / 713 + 33_333 * 1_816L / 1_826);
        assertThat(stake.devices()).isEqualTo(3);
        assertThat(stake.paidCents()).isEqualTo(99_999);
        assertThat(stake.grantCents()).as("less the own share of ten percent, rounded up").isEqualTo(stake.stakeCents() - (stake.stakeCents() + 9) / 10);
        assertThat(stake.years().stream().mapToLong(StakeQueries.Year::stakeCents).sum()).isEqualTo(stake.stakeCents());
        db.sql("update device set binding_end_on = ? where id = ?", today.minusDays(1), devices.get(1));
        assertThat(stake(db).devices()).as("what is over is at stake no longer").isEqualTo(2);
        assertThat(db.statements(() -> SchoolGiven.as(db, FundingGiven.OFFICER, () -> db.get(StakeQueries.class).of(application)))).as("one for the application, one for all devices, and who asks")
                .isLessThan(6);
        db.clean();
    }

    @Test
    void nobody_else_is_told(Db db) {
        SchoolGiven.user(db, "elsewhere", Role.FUNDING_OFFICER, SchoolGiven.authority(db, "Andere"), null);
        assertThatThrownBy(() -> SchoolGiven.as(db, "elsewhere", () -> db.get(StakeQueries.class).of(application))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, "elsewhere", () -> db.get(PublicityQueries.class).of(application))).isInstanceOf(NotFound.class);
    }

    private static void bound(Db db, Long device, LocalDate began, LocalDate end) {
        db.sql("update device set binding_start = 'DELIVERY', delivered_on = ?, binding_end_on = ? where id = ?", began, end, device);
    }

    private StakeQueries.Stake stake(Db db) {
        return SchoolGiven.as(db, FundingGiven.OFFICER, () -> db.get(StakeQueries.class).of(application));
    }

    private PublicityQueries.Publicity publicity(Db db) {
        return SchoolGiven.as(db, FundingGiven.OFFICER, () -> db.get(PublicityQueries.class).of(application));
    }

    private List<ProofGap> gaps(Db db) {
        return SchoolGiven.as(db, FundingGiven.OFFICER, () -> db.get(ProofQueries.class).today(application)).gaps().stream().map(ProofContent.Gap::kind).toList();
    }

    private static List<FundingDeadline> deadlines(Db db) {
        return SchoolGiven.as(db, FundingGiven.OFFICER, () -> db.get(DeadlineQueries.class).all(false)).stream().map(DeadlineQueries.Row::kind).toList();
    }
}
