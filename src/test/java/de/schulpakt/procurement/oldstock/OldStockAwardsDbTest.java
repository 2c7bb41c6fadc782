package de.schulpakt.procurement.oldstock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.exchange.ImportKind;
import de.schulpakt.exchange.ImportQueries;
import de.schulpakt.exchange.ImportSettings;
import de.schulpakt.exchange.Imports;
import de.schulpakt.exchange.Outcome;
import de.schulpakt.exchange.table.Finding;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.proof.ProofContent;
import de.schulpakt.funding.proof.ProofGap;
import de.schulpakt.funding.proof.ProofQueries;
import de.schulpakt.inventory.award.AwardHow;
import de.schulpakt.inventory.device.DeviceAction;
import de.schulpakt.inventory.device.DeviceMoney;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.inventory.swap.Swaps;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.overview.money.TraceQueries;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.row.PageRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Old stock is tied to the award that has paid it: proposed with reasons, asked where nobody can know, known to trace, binding and proof. */
@DbTest
class OldStockAwardsDbTest {
    private static final String HEAD = "Seriennummer;Hersteller;Modell;Kategorie;Schule;Raum;Kaufdatum;Kaufpreis;Lieferant;Bewilligung\n";
    private Db db;
    private ProcurementGiven b;
    private Long budget;
    private String supplier;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        b = ProcurementGiven.school(db, "Görres-Gymnasium");
        budget = b.budget(Category.MOBILE_DEVICE, 1_000_000);
        InventoryGiven.model(db, "iPad 9", ModelKind.TABLET, false);
        Long order = b.order(b.approved(b.tablet(45_000), 2));
        b.receive(order, "1", null, "NEU-1", "NEU-2");
        supplier = (String) db.sql("select name from supplier where id = ?", b.supplier).get(0).get("name");
    }

    @Test
    void what_is_sure_is_proposed_with_its_reasons_and_known_to_trace_binding_and_proof() {
        Long id = upload(b.officer, HEAD + row("ALT-1", "450,00", supplier, "") + row("ALT-2", "300,00", "", "") + "ALT-3;Beispiel;iPad 9;Tablet;Görres-Gymnasium;204;06.05.2019;450,00;;\n");
        assertThat(codes(id, 2)).containsExactly("oldstock.award_proposed");
        assertThat(codes(id, 3)).containsExactly("oldstock.award_asked");
        assertThat(codes(id, 4)).as("bought before the approval period").isEmpty();
        assertThat(lines(id).get(0).findings().get(0).reason()).contains("Sicherheit 100 %", "gekauft im", "Lieferant");
        run(b.officer, id);
        DeviceQueries.View sure = device("ALT-1");
        assertThat(sure).extracting(DeviceQueries.View::budgetId, DeviceQueries.View::awardHow, DeviceQueries.View::awardPoints, DeviceQueries.View::supplier)
                .containsExactly(budget, AwardHow.PROPOSED, 100, supplier);
        assertThat(sure.bindingEndOn()).as("in service on the day on which it was bought, bound for five years").isEqualTo(LocalDate.of(2030, 3, 1));
        assertThat(device("ALT-2")).extracting(DeviceQueries.View::budgetId, DeviceQueries.View::bindingEndOn).as("never guessed").containsExactly(null, null);
        assertThat(as(b.officer, () -> db.get(TraceQueries.class).trace(sure.id())).funding().budgetId()).isEqualTo(budget);
        assertThat(as(b.officer, () -> db.get(DeviceQueries.class).payers(sure.id()))).singleElement().satisfies(p -> assertThat(p.cents()).isEqualTo(45_000));
        ProofContent proof = as(b.officer, () -> db.get(ProofQueries.class).today(application()));
        assertThat(proof.devices()).filteredOn(d -> d.receiptNo() == null).singleElement().satisfies(d -> {
            assertThat(d.serial()).isEqualTo("ALT-1");
            assertThat(d.positionNo()).isEqualTo(1);
            assertThat(d.bindingEndOn()).isEqualTo(LocalDate.of(2030, 3, 1));
        });
        assertThat(proof.gaps()).extracting(ProofContent.Gap::kind, ProofContent.Gap::example).as("it was in service when it came").doesNotContain(
                org.assertj.core.groups.Tuple.tuple(ProofGap.NO_ACCEPTANCE, sure.inventoryNo()));
        assertThat(db.number("select spent_cents from budget where id = ?", budget)).as("no money moves").isEqualTo(90_000);
        db.checks();
    }

    @Test
    void what_is_asked_is_answered_for_all_alike_or_for_one_row_and_kept_when_columns_are_assigned() {
        Long id = upload(b.officer, HEAD + row("ALT-1", "300,00", "", "") + row("ALT-2", "300,00", "", "") + row("ALT-3", "300,00", "", ""));
        List<ImportKind.Question> questions = as(b.officer, () -> db.get(ImportQueries.class).questions(id, Locale.GERMAN));
        assertThat(questions).singleElement().satisfies(q -> {
            assertThat(q.rows()).isEqualTo(3);
            assertThat(q.about()).contains("iPad 9", "300,00");
            assertThat(q.choices()).extracting(ImportKind.Choice::value).containsExactly(budget.toString(), "none");
        });
        assertThat(lines(id)).extracting(l -> l.questions().get(0).name()).containsExactly("award.row.2", "award.row.3", "award.row.4");
        answer(id, Map.of(questions.get(0).name(), budget.toString(), "award.row.3", "none"));
        run(b.officer, id);
        assertThat(device("ALT-1")).extracting(DeviceQueries.View::budgetId, DeviceQueries.View::awardHow, DeviceQueries.View::awardPoints)
                .containsExactly(budget, AwardHow.CHOSEN, 50);
        assertThat(device("ALT-2").budgetId()).as("its own answer goes before").isNull();
        assertThat(device("ALT-3").budgetId()).isEqualTo(budget);
        assertThatThrownBy(() -> answer(upload(b.officer, HEAD + row("ALT-9", "300,00", "", "")), Map.of("award.row.2", "x"))).hasMessageContaining("import.settings");
        db.checks();
    }

    @Test
    void a_file_may_name_the_award_and_a_later_one_ties_what_is_there() {
        String no = (String) db.sql("select a.no from application a join budget b on b.application_id = a.id where b.id = ?", budget).get(0).get("no");
        run(b.officer, upload(b.officer, HEAD + row("ALT-1", "", "", "") + row("ALT-2", "300,00", "", no + "/1") + row("ALT-3", "300,00", "", "Z-99")));
        assertThat(device("ALT-2")).extracting(DeviceQueries.View::budgetId, DeviceQueries.View::awardHow).containsExactly(budget, AwardHow.NAMED);
        assertThat(device("ALT-3").budgetId()).isNull();
        Long later = upload(b.officer, HEAD + row("ALT-1", "310,00", "", no));
        assertThat(lines(later).get(0).changes()).extracting("fact").containsExactly("price", "award");
        run(b.officer, later);
        assertThat(device("ALT-1")).extracting(DeviceQueries.View::budgetId, DeviceQueries.View::priceCents).containsExactly(budget, 31_000L);
        assertThat(as(b.officer, () -> db.get(ImportQueries.class).view(upload(b.officer, HEAD + row("ALT-1", "310,00", "", no)), Locale.GERMAN)).counts().same()).isEqualTo(1);
        db.checks();
    }

    @Test
    void what_is_there_is_asked_again_and_never_tied_against_a_person() {
        run(b.officer, upload(b.officer, HEAD + row("ALT-1", "450,00", supplier, "") + row("ALT-2", "450,00", supplier, "keine")));
        assertThat(device("ALT-2").budgetId()).as("the file says that none has paid").isNull();
        untie(device("ALT-1").id());
        Long again = upload(b.officer, HEAD + row("ALT-1", "450,00", supplier, ""));
        assertThat(codes(again, 2)).containsExactly("oldstock.award_asked");
        assertThat(as(b.officer, () -> db.get(ImportQueries.class).view(again, Locale.GERMAN)).counts().same()).isEqualTo(1);
        answer(again, Map.of("award.row.2", budget.toString()));
        run(b.officer, again);
        assertThat(device("ALT-1").awardHow()).isEqualTo(AwardHow.CHOSEN);
        db.checks();
    }

    @Test
    void a_school_does_not_say_who_paid() {
        run(b.officer, upload(b.officer, HEAD + row("ALT-0", "450,00", supplier, "")));
        Long id = upload(b.admin, HEAD + row("ALT-1", "450,00", supplier, ""));
        assertThat(as(b.admin, () -> db.get(ImportQueries.class).questions(id, Locale.GERMAN))).isEmpty();
        run(b.admin, id);
        DeviceQueries.View device = device("ALT-1");
        assertThat(device.budgetId()).isNull();
        assertThat(as(b.admin, () -> db.get(DeviceQueries.class).awards(device.id()))).isEmpty();
        assertThatThrownBy(() -> tie(b.admin, device.id(), budget, null, null)).as("sees no orders").isInstanceOf(NotFound.class);
    }

    @Test
    void by_hand_it_is_tied_put_right_and_taken_back_with_a_reason() {
        Long other = b.budget(Category.DISPLAY, 20_000);
        Long foreign = ProcurementGiven.school(db, "Fremde Schule").budget(Category.MOBILE_DEVICE, 100_000);
        Long model = InventoryGiven.model(db, "Pad", ModelKind.TABLET, false);
        Long id = as(b.officer, () -> db.get(Devices.class).add(new Devices.Add(model, b.school, "HAND-1", null, b.room, true, null, null, "Fund")));
        assertThatThrownBy(() -> tie(b.officer, id, budget, null, null)).hasMessageContaining("device.award_incomplete");
        assertThatThrownBy(() -> tie(b.officer, id, budget, 45_000L, LocalDate.now(Clock.ZONE).plusYears(1))).hasMessageContaining("device.date_ahead");
        assertThatThrownBy(() -> tie(b.officer, id, foreign, 45_000L, LocalDate.of(2025, 3, 1))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> untie(id)).hasMessageContaining("device.award_none");
        tie(b.officer, id, budget, 45_000L, LocalDate.of(2025, 3, 1));
        assertThat(device("HAND-1")).extracting(DeviceQueries.View::budgetId, DeviceQueries.View::priceCents, DeviceQueries.View::awardHow).containsExactly(budget, 45_000L, AwardHow.HAND);
        assertThat(device("HAND-1").bindingEndOn()).isNotNull();
        assertThatThrownBy(() -> tie(b.officer, id, budget, null, null)).hasMessageContaining("device.award_same");
        assertThat(as(b.officer, () -> db.get(DeviceQueries.class).awards(id))).extracting(DeviceQueries.AwardOption::budgetId, DeviceQueries.AwardOption::points)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(other, null));
        assertThatThrownBy(() -> tie(b.officer, id, other, null, null)).as("200 € are left, it costs 450 €").hasMessageContaining("device.award_beyond");
        assertThat(device("HAND-1").budgetId()).as("nothing is stored").isEqualTo(budget);
        tieBeyond(id, other);
        assertThat(device("HAND-1").budgetId()).isEqualTo(other);
        assertThat(device("HAND-1").timeline().get(0).facts()).extracting("key").contains("said.old_award_changed", "said.old_award_more", "said.old_award_beyond", "said.old_award_kind");
        db.checks();
        untie(id);
        assertThat(device("HAND-1")).extracting(DeviceQueries.View::budgetId, DeviceQueries.View::bindingStart, DeviceQueries.View::bindingEndOn, DeviceQueries.View::awardHow,
                DeviceQueries.View::fundingLabel).containsOnlyNulls();
        assertThat(db.number("select count(*) from device_payer where device_id = ?", id)).isZero();
        Long bought = device("NEU-1").id();
        assertThatThrownBy(() -> tie(b.officer, bought, other, null, null)).hasMessageContaining("device.award_by_order");
        db.checks();
    }

    @Test
    void by_hand_no_more_is_tied_to_a_position_than_is_left_of_it_unless_somebody_says_so() {
        Long small = b.budget(Category.MOBILE_DEVICE, 100_000);
        Long model = InventoryGiven.model(db, "Pad", ModelKind.TABLET, false);
        List<Long> ids = java.util.stream.IntStream.rangeClosed(1, 3).mapToObj(i -> as(b.officer, () -> db.get(Devices.class).add(new Devices.Add(model, b.school, "REST-" + i, null,
                b.room, true, 45_000L, LocalDate.of(2025, 3, 1), "Fund")))).toList();
        assertThat(left(ids.get(0), small)).isEqualTo(100_000);
        tie(b.officer, ids.get(0), small, null, null);
        tie(b.officer, ids.get(1), small, null, null);
        assertThat(left(ids.get(2), small)).as("what was tied counts").isEqualTo(10_000);
        assertThatThrownBy(() -> tie(b.officer, ids.get(2), small, null, null)).hasMessageContaining("device.award_beyond");
        tie(b.officer, ids.get(2), small, 10_000L, null);
        assertThat(device("REST-3")).extracting(DeviceQueries.View::budgetId, DeviceQueries.View::priceCents).containsExactly(small, 10_000L);
        tie(b.officer, ids.get(0), small, 44_000L, null);
        assertThat(device("REST-1").priceCents()).as("its own part is left for it").isEqualTo(44_000);
        assertThatThrownBy(() -> tie(b.officer, ids.get(0), small, 45_001L, null)).hasMessageContaining("device.award_beyond");
        db.checks();
    }

    @Test
    void price_and_day_of_what_an_award_has_paid_are_put_right_there_and_not_by_a_file() {
        run(b.officer, upload(b.officer, HEAD + row("ALT-1", "450,00", supplier, "")));
        Long id = upload(b.officer, HEAD + row("ALT-1", "470,00", supplier, ""));
        answer(id, Map.of("conflict.all.PRICE", "take"));
        assertThat(codes(id, 2)).containsExactly("oldstock.differs_elsewhere");
        Long device = device("ALT-1").id();
        assertThatThrownBy(() -> as(b.officer, () -> db.tx(() -> {
            db.get(Devices.class).refresh(List.of(new Devices.More(device, null, List.of(), null, null, null, null, null, null, new Devices.Instead(47_000L, null, null, null),
                    de.schulpakt.platform.history.Said.NOTHING)));
            return null;
        }))).as("tied between the look and the import").hasMessageContaining("device.award_kept");
        db.checks();
    }

    private Long left(Long device, Long position) {
        return as(b.officer, () -> db.get(DeviceQueries.class).awards(device)).stream().filter(a -> a.budgetId().equals(position)).findFirst().orElseThrow().leftCents();
    }

    private void tieBeyond(Long id, Long position) {
        as(b.officer, () -> {
            db.get(DeviceMoney.class).tie(id, new DeviceMoney.Tie(InventoryGiven.version(db, id), position, null, null, true, "Rest vom Förderverein"));
            return null;
        });
    }

    @Test
    void an_import_ties_no_more_to_a_position_than_is_left_of_it() {
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 1; i <= 21; i++) {
            text.append(row("VIEL-" + i, "450,00", supplier, ""));
        }
        Long id = upload(b.officer, text.toString());
        assertThat(lines(id).get(19).questions().get(0).proposal()).as("the twentieth still fits: 9.100,00 were left").contains("Pos. 1", "Sicherheit 100 %");
        assertThat(lines(id).get(20).questions().get(0).proposal()).doesNotContain("Pos. 1");
        assertThat(codes(id, 22)).containsExactly("oldstock.award_over");
        assertThat(lines(id).get(20).findings().get(0).reason()).contains("100,00", "450,00");
        assertThat(as(b.officer, () -> db.get(ImportQueries.class).questions(id, Locale.GERMAN))).extracting(ImportKind.Question::rows).as("asked by itself, and first")
                .containsExactly(1, 20);
        run(b.officer, id);
        assertThat(device("VIEL-20").budgetId()).isEqualTo(budget);
        assertThat(device("VIEL-21").budgetId()).isNull();
        Long later = upload(b.officer, HEAD + row("VIEL-22", "450,00", supplier, "") + row("VIEL-23", "450,00", supplier, position()) + row("VIEL-24", "90,00", supplier, position()));
        assertThat(codes(later, 2)).as("what was tied before counts").containsExactly("oldstock.award_over");
        assertThat(codes(later, 3)).as("named by the file, too").containsExactly("oldstock.award_over");
        assertThat(codes(later, 4)).isEmpty();
        answer(later, Map.of("award.row.3", budget.toString()));
        assertThat(codes(later, 3)).as("a person may say so all the same, and is told").containsExactly("oldstock.award_over");
        assertThat(codes(later, 4)).as("then nothing is left for the next one").containsExactly("oldstock.award_over");
        run(b.officer, later);
        assertThat(device("VIEL-22").budgetId()).isNull();
        assertThat(device("VIEL-23")).extracting(DeviceQueries.View::budgetId, DeviceQueries.View::awardHow).containsExactly(budget, AwardHow.CHOSEN);
        assertThat(device("VIEL-24").budgetId()).isNull();
        db.checks();
    }

    @Test
    void a_position_that_the_file_names_is_asked_where_it_does_not_fit() {
        Long id = upload(b.officer, HEAD + old("ALT-1", "06.05.2019", position()) + old("ALT-2", "07.05.2019", position()) + row("ALT-3", "450,00", "", position()));
        assertThat(codes(id, 2)).containsExactly("oldstock.award_doubtful");
        assertThat(codes(id, 4)).isEmpty();
        assertThat(lines(id).get(0).questions().get(0).choices()).extracting(ImportKind.Choice::value).containsExactly(budget.toString(), "none");
        assertThat(lines(id).get(2).questions()).as("what fits is not asked").isEmpty();
        answer(id, Map.of("award.row.2", budget.toString(), "award.row.3", "none"));
        run(b.officer, id);
        assertThat(device("ALT-1")).extracting(DeviceQueries.View::budgetId, DeviceQueries.View::awardHow, DeviceQueries.View::awardPoints).containsExactly(budget, AwardHow.CHOSEN, null);
        assertThat(device("ALT-2").budgetId()).isNull();
        assertThat(device("ALT-3").awardHow()).isEqualTo(AwardHow.NAMED);
        run(b.officer, upload(b.officer, HEAD + old("ALT-4", "06.05.2019", position())));
        assertThat(device("ALT-4").budgetId()).as("nobody has answered").isNull();
        db.checks();
    }

    @Test
    void what_was_only_proposed_says_nothing_for_the_next_proposal() {
        run(b.officer, upload(b.officer, HEAD + row("ALT-1", "450,00", "Neu GmbH", "")));
        assertThat(device("ALT-1").awardHow()).isEqualTo(AwardHow.PROPOSED);
        Long next = upload(b.officer, HEAD + row("ALT-2", "300,00", "Neu GmbH", ""));
        assertThat(codes(next, 2)).as("day and kind alone").containsExactly("oldstock.award_asked");
        answer(next, Map.of("award.row.2", budget.toString()));
        run(b.officer, next);
        assertThat(codes(upload(b.officer, HEAD + row("ALT-3", "300,00", "Neu GmbH", "")), 2)).as("a person has said so").containsExactly("oldstock.award_proposed");
    }

    @Test
    void who_frees_a_device_from_its_binding_does_not_give_it_up_as_well() {
        run(b.officer, upload(b.officer, HEAD + row("ALT-1", "450,00", supplier, "") + row("ALT-2", "450,00", supplier, "") + row("ALT-3", "450,00", supplier, "")));
        db.sql("update device set binding_verified = 1 where award_how is not null");
        db.sql("update device set binding_verified = 0 where serial = 'ALT-3'");
        Long untied = device("ALT-1").id();
        untie(untied);
        assertThat(device("ALT-1").timeline().get(0).action()).isEqualTo("DeviceAction.RELEASE_AWARD");
        assertThat(device("ALT-1").actions()).as("not offered").doesNotContain(DeviceAction.RETIRE);
        assertThat(device("ALT-1").apart()).containsEntry(DeviceAction.RETIRE, DeviceAction.RELEASE_AWARD);
        assertThatThrownBy(() -> retire(b.officer, untied)).hasMessageContaining("duty.apart");
        retire(b.receiver, untied);
        assertThatThrownBy(() -> untie(untied)).hasMessageContaining("device.ended");
        assertThatThrownBy(() -> tie(b.officer, untied, budget, null, null)).hasMessageContaining("device.ended");
        assertThat(as(b.officer, () -> db.get(DeviceQueries.class).awards(untied))).isEmpty();
        assertThat(codes(upload(b.officer, HEAD + row("ALT-1", "450,00", supplier, position())), 2)).as("an import leaves it, too").doesNotContain("oldstock.award_proposed", "oldstock.award_asked");
        Long earlier = device("ALT-2").id();
        tie(b.officer, earlier, budget, null, LocalDate.of(2015, 3, 1));
        db.sql("update device set binding_verified = 1 where serial = 'ALT-2'");
        assertThatThrownBy(() -> retire(b.officer, earlier)).as("its binding was over by the earlier day").hasMessageContaining("duty.apart");
        Long free = device("ALT-3").id();
        untie(free);
        retire(b.officer, free);
        assertThat(device("ALT-3").timeline()).extracting("action").as("no verified binding, nothing to keep apart").contains("DeviceAction.UNTIE_AWARD");
        db.checks();
    }

    @Test
    void a_price_or_a_day_that_was_mistyped_is_put_right_and_the_history_names_both() {
        Long model = InventoryGiven.model(db, "Pad", ModelKind.TABLET, false);
        Long id = as(b.officer, () -> db.get(Devices.class).add(new Devices.Add(model, b.school, "HAND-1", null, b.room, true, 450_000L, LocalDate.of(2025, 3, 1), "Fund")));
        tie(b.officer, id, budget, null, null);
        LocalDate end = device("HAND-1").bindingEndOn();
        tie(b.officer, id, budget, 45_000L, LocalDate.of(2025, 4, 1));
        DeviceQueries.View now = device("HAND-1");
        assertThat(now).extracting(DeviceQueries.View::priceCents, DeviceQueries.View::deliveredOn, DeviceQueries.View::inServiceOn, DeviceQueries.View::budgetId)
                .containsExactly(45_000L, LocalDate.of(2025, 4, 1), LocalDate.of(2025, 4, 1), budget);
        assertThat(now.bindingEndOn()).as("bound from the right day").isEqualTo(end.plusMonths(1));
        assertThat(as(b.officer, () -> db.get(DeviceQueries.class).payers(id))).singleElement().satisfies(p -> assertThat(p.cents()).isEqualTo(45_000));
        assertThat(now.timeline().get(0).facts()).extracting("key").containsExactly("said.old_award", "said.fact", "said.fact");
        assertThat(now.timeline().get(0).facts().toString()).contains("fact.price", "fact.bought", "2025-03-01", "2025-04-01");
        assertThatThrownBy(() -> tie(b.officer, id, budget, 45_000L, LocalDate.of(2025, 4, 1))).as("nothing is other than before").hasMessageContaining("device.award_same");
        db.checks();
    }

    @Test
    void the_proof_lists_what_came_in_exchange_once_and_not_what_never_came() {
        run(b.officer, upload(b.officer, HEAD + row("ALT-1", "450,00", supplier, "")));
        Long old = device("ALT-1").id();
        Long swap = as(b.admin, () -> db.get(Swaps.class).exchange(new Swaps.Exchange(InventoryGiven.version(db, old), old, "ALT-1B", db.get(Clock.class).today(), "Garantie")));
        assertThat(tiedInProof()).containsExactly("ALT-1B");
        as(b.admin, () -> {
            db.get(Swaps.class).undo(swap, new Swaps.Undo("kam nie"));
            return null;
        });
        assertThat(tiedInProof()).containsExactly("ALT-1");
        db.checks();
    }

    private List<String> tiedInProof() {
        return as(b.officer, () -> db.get(ProofQueries.class).today(application())).devices().stream().filter(d -> d.receiptNo() == null).map(ProofContent.Device::serial).toList();
    }

    private String position() {
        return db.sql("select a.no from application a join budget b on b.application_id = a.id where b.id = ?", budget).get(0).get("no") + "/1";
    }

    private static String old(String serial, String day, String award) {
        return String.join(";", serial, "Beispiel", "iPad 9", "Tablet", "Görres-Gymnasium", "204", day, "450,00", "", award) + "\n";
    }

    private void retire(String login, Long id) {
        as(login, () -> {
            db.get(Devices.class).retire(id, new Devices.Retire(InventoryGiven.version(db, id), "verkauft"));
            return null;
        });
    }

    private Long application() {
        return db.number("select application_id from budget where id = ?", budget);
    }

    private static String row(String serial, String price, String supplier, String award) {
        return String.join(";", serial, "Beispiel", "iPad 9", "Tablet", "Görres-Gymnasium", "204", "01.03.2025", price, supplier, award) + "\n";
    }

    private void tie(String login, Long id, Long position, Long cents, LocalDate day) {
        as(login, () -> {
            db.get(DeviceMoney.class).tie(id, new DeviceMoney.Tie(InventoryGiven.version(db, id), position, cents, day, "Rechnung gefunden"));
            return null;
        });
    }

    private void untie(Long id) {
        as(b.officer, () -> {
            db.get(DeviceMoney.class).untie(id, new DeviceMoney.Untie(InventoryGiven.version(db, id), "verwechselt"));
            return null;
        });
    }

    private void answer(Long id, Map<String, String> answers) {
        ImportQueries.View view = as(b.officer, () -> db.get(ImportQueries.class).view(id, Locale.GERMAN));
        Map<String, String> options = new LinkedHashMap<>(view.settings().options());
        options.putAll(answers);
        as(b.officer, () -> {
            db.get(Imports.class).change(id, new Imports.Settings(view.version(), new ImportSettings(view.settings().format(), view.settings().columns(), options)));
            return null;
        });
    }

    private Long upload(String login, String text) {
        return as(login, () -> db.get(Imports.class).upload("device", new Imports.Upload("alt.csv", text.getBytes(StandardCharsets.UTF_8))));
    }

    private void run(String login, Long id) {
        as(login, () -> {
            db.get(Imports.class).run(id, new Imports.Step(db.get(ImportQueries.class).view(id, Locale.GERMAN).version()));
            db.get(Imports.class).execute(id);
            return null;
        });
    }

    private List<ImportQueries.Line> lines(Long id) {
        return as(b.officer, () -> db.get(ImportQueries.class).preview(id, (Outcome) null, PageRequest.of(1, 50, null), Locale.GERMAN)).rows();
    }

    private List<String> codes(Long id, int line) {
        return lines(id).stream().filter(l -> l.line() == line).findFirst().orElseThrow().findings().stream().map(Finding.Told::code).toList();
    }

    private DeviceQueries.View device(String number) {
        return as(b.officer, () -> db.get(DeviceQueries.class).view(db.get(DeviceQueries.class).known(number).get(0).deviceId()));
    }

    private <T> T as(String login, Callable<T> work) {
        return SchoolGiven.as(db, login, work);
    }
}
