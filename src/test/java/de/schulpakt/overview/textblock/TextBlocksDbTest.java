package de.schulpakt.overview.textblock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.schulpakt.funding.application.Applications;
import de.schulpakt.funding.household.FollowCostKind;
import de.schulpakt.funding.household.FollowCosts;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.limit.AwardLimits;
import de.schulpakt.inventory.device.DeviceList;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.kit.StatementBudgets;
import de.schulpakt.overview.readiness.RoomList;
import de.schulpakt.overview.readiness.RoomTrade;
import de.schulpakt.overview.textblock.TextBlockQueries.Block;
import de.schulpakt.overview.textblock.TextBlockQueries.Figure;
import de.schulpakt.overview.textblock.TextBlockQueries.Gap;
import de.schulpakt.overview.textblock.TextBlockQueries.View;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.school.concept.ConceptKind;
import de.schulpakt.school.concept.Concepts;
import de.schulpakt.school.place.SchoolList;
import de.schulpakt.school.place.SchoolQueries;
import de.schulpakt.school.year.SchoolYearList;
import de.schulpakt.school.year.SchoolYears;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is recorded of an application, in words: each figure with its rows, what is not recorded as a gap. */
@DbTest
class TextBlocksDbTest {
    private static final LocalDate FROM = LocalDate.of(2027, 2, 1);
    private static final LocalDate TO = LocalDate.of(2027, 7, 31);
    private static final LocalDate VALID = LocalDate.of(2024, 3, 1);
    private ProcurementGiven given;
    private Long programme;
    private Long application;
    private Long annex;
    private int begins;
    private String year;

    @BeforeEach
    void a_draft_for_one_school(Db db) {
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
        programme = FundingGiven.programme(db, "DigitalPakt 2.0");
        FundingGiven.ceiling(db, programme, given.authority, 90_000_00);
        application = FundingGiven.application(db, programme, given.authority);
        annex = FundingGiven.annex(db, application, given.school);
        begins = ProcurementGiven.today().getYear() - 1;
        year = begins + "/" + (begins + 1) % 100;
    }

    @Test
    void all_that_is_recorded_is_told_and_every_figure_leads_to_its_rows(Db db) {
        Long numbers = SchoolGiven.as(db, given.admin, () -> db.get(SchoolYears.class).record(given.school, new SchoolYears.Numbers(begins, 1_204, 48, 1, "Schulstatistik")));
        Long tablets = position(db, Category.MOBILE_DEVICE, "Tablets", null, new Applications.Detail(30, 450_00L, FROM, TO, null, null));
        position(db, Category.MOBILE_DEVICE, "Einrichtung", 900_00L, new Applications.Detail(null, null, null, null, true, tablets));
        given.tablet(450_00);
        Long model = InventoryGiven.tablet(db);
        service(db, model, LocalDate.of(2020, 5, 4));
        service(db, model, null);
        Long waiting = service(db, model, LocalDate.of(2018, 1, 1));
        db.sql("UPDATE device SET state = 'IN_STOCK' WHERE id = ?", waiting);
        Long survey = InstallGiven.open(db, given.school, "SURVEY");
        db.sql("UPDATE ticket SET state = 'CLOSED', closed_at = now(6) WHERE id = ?", survey);
        SchoolGiven.room(db, given.school, "205");
        Long media = concept(db, ConceptKind.MEDIA);
        concept(db, ConceptKind.SUPPORT);
        View view = see(db, given.officer, Locale.GERMAN);

        assertThat(block(view, "frame").text()).startsWith("Träger Görres-Gymnasium beantragt Mittel aus dem Programm DigitalPakt 2.0 für das Vorhaben „Antrag“")
                .contains("Die Maßnahmen sollen vom 01.02.2027 bis zum 31.07.2027 durchgeführt werden.");
        assertThat(block(view, "schools").text()).contains("Der Antrag umfasst eine Schule.",
                "Görres-Gymnasium: im Schuljahr " + year + " 1.204 Schülerinnen und Schüler, eine Klasse, 48 Lehrkräfte.", "Görres-Gymnasium: 2 Räume, davon");
        assertThat(figure(view, "schools", "Görres-Gymnasium, Schülerinnen und Schüler")).isEqualTo(new Figure("Görres-Gymnasium, Schülerinnen und Schüler", "1.204",
                "/school/year.xhtml?id=" + numbers));
        assertThat(block(view, "MOBILE_DEVICE").text()).contains("werden 14.400,00", "in 2 Positionen beantragt.",
                "Position 1: Tablets, 30 Stück zu je 450,00", "zusammen 13.500,00", "Maßnahme vom 01.02.2027 bis zum 31.07.2027.", "begleitende Kosten zu Position 1.");
        assertThat(figure(view, "MOBILE_DEVICE", "Görres-Gymnasium, Position 1")).extracting(Figure::href).isEqualTo("/funding/annex.xhtml?id=" + annex);
        assertThat(block(view, "MOBILE_DEVICE").figures().get(0).href()).as("the sum of all schools").isEqualTo("/funding/positions.xhtml?application=" + application + "&category=MOBILE_DEVICE");
        assertThat(block(view, "money").figures().get(0).href()).isEqualTo("/funding/positions.xhtml?application=" + application);
        assertThat(block(view, "MOBILE_DEVICE").gaps()).extracting(Gap::what, Gap::href).containsExactly(
                tuple("Görres-Gymnasium, Position 2: Menge, Einzelpreis, Tage der Maßnahme", "/funding/application.xhtml?id=" + application));
        assertThat(block(view, "devices").text()).isEqualTo("Görres-Gymnasium: 2 × Tablet in Betrieb (ältestes geliefert am 04.05.2020).");
        assertThat(block(view, "devices").figures()).extracting(Figure::value, Figure::href).containsExactly(
                tuple("2", "/inventory/devices.xhtml?school=" + given.school + "&kind=TABLET&state=IN_SERVICE"),
                tuple("04.05.2020", "/inventory/devices.xhtml?school=" + given.school + "&kind=TABLET&state=IN_SERVICE&deliveredTo=2020-05-04"));
        assertThat(devices(db)).as("the list counts the same").isEqualTo(2);
        assertThat(block(view, "devices").gaps()).extracting(Gap::what).containsExactly("Görres-Gymnasium: Tag der Lieferung von 1 × Tablet");
        assertThat(block(view, "network").text()).contains("Görres-Gymnasium: 2 Räume; 2 Räume begangen, kein gemessenes Kabel", "Als Erstes fehlt gemessenes Kabel in 2 Räumen.");
        assertThat(figure(view, "network", "Görres-Gymnasium, Räume, denen zuerst gemessenes Kabel fehlt")).extracting(Figure::value, Figure::href).containsExactly("2",
                "/overview/readiness.xhtml?school=" + given.school + "&missing=CABLE");
        assertThat(SchoolGiven.as(db, given.officer, () -> db.get(RoomList.class).page(ListView.all().with("missing", RoomTrade.CABLE))).rows()).hasSize(2);
        assertThat(block(view, "money").text()).contains("Beantragt sind 14.400,00").contains("Der Eigenanteil beträgt 1.440,00").contains("die Zuwendung 12.960,00");
        assertThat(figure(view, "concepts", "Görres-Gymnasium, Medienkonzept gültig ab")).extracting(Figure::value, Figure::href).containsExactly("01.03.2024",
                "/school/concept.xhtml?id=" + media);
        assertThat(block(view, "concepts").gaps()).extracting(Gap::what).contains("Görres-Gymnasium: Unterschrift der Schule unter dem WBI-Konzept");
        assertThat(view.missing()).extracting(Gap::what, Gap::href).containsExactly(tuple("Folgekosten: Folgekosten werden nach dem Bescheid erfasst", null));
        assertThat(view.blocks()).extracting(Block::key).containsExactly("frame", "schools", "MOBILE_DEVICE", "network", "devices", "money", "concepts");
        assertThat(view.toString()).doesNotContain("???");
    }

    @Test
    void the_same_in_english_and_the_approved_with_its_follow_up_costs(Db db) {
        position(db, Category.WLAN, "Access Points", 2_000_00L, null);
        FundingGiven.submit(db, application);
        FundingGiven.approve(db, application);
        Long cost = SchoolGiven.as(db, given.officer, () -> db.get(FollowCosts.class).record(new FollowCosts.Record(application, FollowCostKind.LICENCES, "MDM", 1_000_00L, 2031, 2033,
                "Angebot")));
        View view = see(db, given.officer, Locale.ENGLISH);
        assertThat(block(view, "frame").text()).contains("applies for money of the programme DigitalPakt 2.0", "The approval period is from 1 Jan 2025 to 31 Dec 2090.");
        assertThat(block(view, "money").text()).contains("is applied for.", "gross is approved (decision of ");
        assertThat(figure(view, "money", "Own share").href()).isEqualTo("/funding/own-share.xhtml?application=" + application);
        assertThat(block(view, "follow_costs").text()).contains("3,000.00", "from 2031 to 2033.");
        assertThat(block(view, "follow_costs").figures()).extracting(Figure::href).containsExactly("/funding/follow-costs.xhtml?application=" + application,
                "/funding/follow-cost.xhtml?id=" + cost);
        assertThat(block(view, "WLAN").gaps()).as("a decided application is not changed").singleElement().extracting(Gap::href).isNull();
        assertThat(view.missing()).extracting(Gap::what).contains("State of the network: Görres-Gymnasium: survey, cables, ports and access points",
                "Devices in place: Articles in the catalogue for devices of the categories applied for");
        assertThat(block(view, "schools").gaps()).extracting(Gap::what, Gap::href).contains(tuple("Görres-Gymnasium: " + "numbers of the school year", "/school/years.xhtml?school=" + given.school));
        assertThat(view.toString()).doesNotContain("???");
    }

    @Test
    void nothing_is_made_up_of_an_empty_draft_and_nothing_is_told_of_somebody_elses(Db db) {
        Long empty = FundingGiven.application(db, programme, given.authority);
        View view = SchoolGiven.as(db, given.officer, () -> db.get(TextBlockQueries.class).of(empty, Locale.GERMAN));
        assertThat(view.blocks()).extracting(Block::key).containsExactly("frame");
        assertThat(view.missing()).extracting(Gap::what).contains("Schulen: Schulen des Antrags", "Beantragte Ausstattung: Positionen des Antrags",
                "Eigenanteil und Zuwendung: Positionen des Antrags");
        String stranger = SchoolGiven.user(db, "fremd", Role.FUNDING_OFFICER, SchoolGiven.authority(db, "Mayen"), null);
        assertThatThrownBy(() -> see(db, stranger, Locale.GERMAN)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> see(db, given.admin, Locale.GERMAN)).isInstanceOf(NotFound.class);
    }

    @Test
    void who_sees_one_award_only_is_told_of_that_and_not_of_rooms_and_devices(Db db) {
        position(db, Category.MOBILE_DEVICE, "Tablets", 1_000_00L, null);
        FundingGiven.submit(db, application);
        FundingGiven.approve(db, application);
        given.budget(Category.WLAN, 1_000_00);
        Long other = db.number("select max(id) from application");
        given.tablet(450_00);
        service(db, InventoryGiven.tablet(db), LocalDate.of(2020, 5, 4));
        SchoolGiven.user(db, "anna", Role.AUDITOR, null, null);
        Long anna = db.number("select id from app_user where login = 'anna'");
        LocalDate today = ProcurementGiven.today();
        SchoolGiven.asAdmin(db, () -> db.get(AwardLimits.class).give(anna, new AwardLimits.Give(application, today, today, null)));
        View view = see(db, "anna", Locale.GERMAN);
        assertThat(block(view, "money").text()).contains("Bewilligt sind davon 1.000,00");
        assertThat(block(view, "schools").gaps()).extracting(Gap::what, Gap::href).contains(tuple("Eine Schule ist für Ihre Rolle hier nicht einzusehen.", null));
        assertThat(view.blocks()).extracting(Block::key).doesNotContain("devices", "network");
        assertThat(view.blocks()).flatExtracting(Block::gaps).extracting(Gap::href).as("no page of the school").doesNotContain("/school/years.xhtml?school=" + given.school);
        assertThatThrownBy(() -> SchoolGiven.as(db, "anna", () -> db.get(TextBlockQueries.class).of(other, Locale.GERMAN))).isInstanceOf(NotFound.class);
    }

    @Test
    void sums_over_schools_lead_to_the_lists_of_these_schools_and_the_lists_tell_nobody_else_which_they_are(Db db) {
        Long second = SchoolGiven.school(db, given.authority, "Zweitschule");
        Long none = SchoolGiven.school(db, given.authority, "Ohne Antrag");
        FundingGiven.annex(db, application, second);
        long sum = 0;
        for (Long school : List.of(given.school, second, none)) {
            db.sql("insert into school_year (school_id, begins, pupils, source, recorded_by, recorded_at) values (?, ?, ?, 'Statistik', 'x', now(6))", school, begins, 400 + school);
            db.sql("insert into school_year (school_id, begins, pupils, source, recorded_by, recorded_at) values (?, ?, 9, 'Statistik', 'x', now(6))", school, begins - 1);
            sum += school.equals(none) ? 0 : 400 + school;
        }
        View view = see(db, given.officer, Locale.GERMAN);
        assertThat(figure(view, "schools", "Schulen im Antrag").href()).isEqualTo("/school/schools.xhtml?application=" + application);
        assertThat(figure(view, "schools", "Schülerinnen und Schüler zusammen").href()).isEqualTo("/school/years.xhtml?application=" + application + "&begins=" + begins);
        ListView of = ListView.all().with("application", application);
        assertThat(SchoolGiven.as(db, given.officer, () -> db.get(SchoolList.class).page(of)).rows()).extracting(SchoolQueries.Row::id).containsExactlyInAnyOrder(given.school, second);
        assertThat(SchoolGiven.as(db, given.officer, () -> db.get(SchoolYearList.class).page(of.with("begins", begins))).rows().stream().mapToLong(SchoolYearList.Row::pupils).sum())
                .as("its rows come to the sum").isEqualTo(sum).isEqualTo(Long.parseLong(figure(view, "schools", "Schülerinnen und Schüler zusammen").value().replace(".", "")));
        assertThat(SchoolGiven.as(db, given.admin, () -> db.get(SchoolList.class).page(ListView.all())).rows()).as("who sees the school and not the application").isNotEmpty();
        assertThat(SchoolGiven.as(db, given.admin, () -> db.get(SchoolList.class).page(of)).rows()).isEmpty();
        assertThat(SchoolGiven.as(db, given.admin, () -> db.get(SchoolYearList.class).page(of)).rows()).isEmpty();
        assertThat(SchoolGiven.as(db, given.officer, () -> db.get(SchoolList.class).page(ListView.all().with("application", 999_999))).rows()).isEmpty();
    }

    @Test
    void its_statements_do_not_grow_with_schools_and_positions(Db db) {
        position(db, Category.MOBILE_DEVICE, "Tablets", 1_000_00L, null);
        given.tablet(450_00);
        int one = statements(db);
        assertThat(one).isLessThanOrEqualTo(StatementBudgets.of("TextBlockQueries.of"));
        for (int i = 0; i < 4; i++) {
            Long school = SchoolGiven.school(db, given.authority, "Schule " + i);
            SchoolGiven.room(db, school, "A " + i);
            Long more = FundingGiven.annex(db, application, school);
            FundingGiven.position(db, application, more, Category.MOBILE_DEVICE, 1_000_00);
        }
        assertThat(statements(db)).isEqualTo(one);
    }

    private int statements(Db db) {
        return SchoolGiven.as(db, given.officer, () -> db.statements(() -> db.get(TextBlockQueries.class).of(application, Locale.GERMAN)));
    }

    private int devices(Db db) {
        return SchoolGiven.as(db, given.officer, () -> db.get(DeviceList.class).page(ListView.all().with("school", given.school).with("kind", ModelKind.TABLET)
                .with("state", DeviceState.IN_SERVICE))).rows().size();
    }

    private Long position(Db db, Category category, String description, Long cents, Applications.Detail detail) {
        return FundingGiven.officer(db, () -> db.get(Applications.class).addPosition(application, new Applications.AddPosition(FundingGiven.version(db, application), annex, category,
                description, cents, detail)));
    }

    private Long concept(Db db, ConceptKind kind) {
        return SchoolGiven.as(db, given.admin, () -> db.get(Concepts.class).record(given.school, new Concepts.Record(kind, new Concepts.Details("Konzept", VALID, VALID, null, null))));
    }

    private Long service(Db db, Long model, LocalDate delivered) {
        Long device = InventoryGiven.device(db, model, given.school, given.room);
        db.sql("UPDATE device SET state = 'IN_SERVICE', origin = 'IMPORT', room_id = ?, delivered_on = ? WHERE id = ?", given.room, delivered, device);
        return device;
    }

    private View see(Db db, String who, Locale locale) {
        return SchoolGiven.as(db, who, () -> db.get(TextBlockQueries.class).of(application, locale));
    }

    private static Block block(View view, String key) {
        return view.blocks().stream().filter(b -> b.key().equals(key)).findFirst().orElseThrow(() -> new AssertionError(key + " is not among " + view.blocks()));
    }

    private static Figure figure(View view, String key, String label) {
        List<Figure> figures = block(view, key).figures();
        return figures.stream().filter(f -> f.label().equals(label)).findFirst().orElseThrow(() -> new AssertionError(label + " is not among " + figures));
    }
}
