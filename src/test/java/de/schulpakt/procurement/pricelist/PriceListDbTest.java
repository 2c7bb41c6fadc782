package de.schulpakt.procurement.pricelist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.schulpakt.exchange.ImportQueries;
import de.schulpakt.exchange.ImportSettings;
import de.schulpakt.exchange.Imports;
import de.schulpakt.exchange.table.Finding;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.Refused;
import de.schulpakt.procurement.catalogue.CatalogueQueries;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A price list changes prices and terms of one supplier's articles, after a dry run, all or nothing. */
@DbTest
class PriceListDbTest {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final String HEAD = "Herstellernummer;Bezeichnung;Preis;Gültig bis\n";

    @Test
    void prices_and_terms_change_by_number_or_name_and_the_history_keeps_the_old_ones(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long tablet = given.item("Tablet 11 Zoll", ModelKind.TABLET, Category.MOBILE_DEVICE, 39_900);
        Long pencil = given.item("Stift", ModelKind.ACCESSORY, Category.MOBILE_DEVICE, 8_400);
        Long same = given.item("Hülle", ModelKind.ACCESSORY, Category.MOBILE_DEVICE, 11_900);
        db.sql("update device_model set part_no = 'MD3Y4NF/A' where id = (select model_id from catalogue_item where id = ?)", tablet);
        Long id = upload(db, given.supplier, PriceBasis.NET, HEAD + "md3y4nf/a;;1.000,00 €;31.12.2027\n;Stift;70;\n;Hülle;100,00;\n");
        assertThat(view(db, id).runnable()).isTrue();
        assertThat(view(db, id).counts().changed()).isEqualTo(2);
        assertThat(view(db, id).counts().same()).isEqualTo(1);
        assertThat(db.number("select price_cents from catalogue_item where id = ?", tablet)).as("a dry run stores nothing").isEqualTo(39_900);
        run(db, id);
        assertThat(db.number("select price_cents from catalogue_item where id = ?", tablet)).isEqualTo(119_000);
        assertThat(db.sql("select valid_to as v from catalogue_item where id = ?", tablet)).singleElement()
                .satisfies(row -> assertThat(row.get("v").toString()).isEqualTo(LocalDate.of(2027, 12, 31).toString()));
        assertThat(db.number("select price_cents from catalogue_item where id = ?", pencil)).isEqualTo(8_330);
        assertThat(db.number("select version from catalogue_item where id = ?", same)).isEqualTo(1);
        assertThat(db.number("select count(*) from history where subject_type = 'CatalogueItem' and subject_id = ? and action = 'CatalogueAction.CHANGE'", tablet)).isEqualTo(1);
    }

    @Test
    void what_is_wrong_is_said_row_by_row_and_nothing_is_stored(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.item("Tablet", ModelKind.TABLET, Category.MOBILE_DEVICE, 39_900);
        given.item("Zwilling", ModelKind.TABLET, Category.MOBILE_DEVICE, 39_900);
        given.item("Zwilling", ModelKind.TABLET, Category.MOBILE_DEVICE, 39_900);
        Long foreign = ProcurementGiven.school(db, "Eichendorff-Gymnasium").item("Fremdes", ModelKind.TABLET, Category.MOBILE_DEVICE, 39_900);
        Long id = upload(db, given.supplier, PriceBasis.GROSS, HEAD + ";Tablet;100;\n;Tablet;110;\n;Zwilling;100;\n;Fremdes;100;\n;Tablet;0;\n;Tablet;100;31.02.2027\n");
        assertThat(codes(db, id)).contains("prices.twice", "prices.several", "prices.unknown", "prices.price", "prices.day");
        assertThatThrownBy(() -> run(db, id)).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo("import.wrong_rows"));
        assertThat(db.number("select count(*) from catalogue_item where price_cents <> 39900")).isZero();
        assertThat(db.number("select version from catalogue_item where id = ?", foreign)).isEqualTo(1);
    }

    @Test
    void a_price_of_a_later_day_is_an_offer_that_begins_then_and_what_would_overlap_is_named(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        LocalDate today = ProcurementGiven.today();
        Long tablet = given.item("Tablet", ModelKind.TABLET, Category.MOBILE_DEVICE, 39_900);
        Long case_ = given.item("Hülle", ModelKind.ACCESSORY, Category.MOBILE_DEVICE, 5_000);
        String head = "Bezeichnung;Preis;Gültig ab;Gültig bis\n";
        String soon = DAY.format(today.plusDays(10));
        String later = DAY.format(today.plusDays(40));
        assertThat(codes(db, upload(db, given.supplier, PriceBasis.GROSS, head + "Tablet;350;31.02.2027;\nHülle;40;" + later + ";" + soon + "\n")))
                .contains("prices.day", "prices.ends_before");
        Long id = upload(db, given.supplier, PriceBasis.GROSS, head + "Tablet;350;" + soon + ";\nTablet;390;;\nTablet;340;" + later + ";\nHülle;45;" + DAY.format(today.minusDays(3))
                + ";\n");
        assertThat(codes(db, id)).containsExactly("prices.from_past");
        assertThat(view(db, id).counts().changed()).isEqualTo(4);
        run(db, id);
        assertThat(db.number("select price_cents from catalogue_item where id = ?", tablet)).as("from today on").isEqualTo(39_000);
        assertThat(db.number("select price_cents from catalogue_item where id = ?", case_)).isEqualTo(4_500);
        assertThat(SchoolGiven.as(db, given.officer, () -> db.get(CatalogueQueries.class).offers(tablet))).extracting(CatalogueQueries.Offer::fromOn, CatalogueQueries.Offer::toOn,
                CatalogueQueries.Offer::priceCents).contains(tuple(today.plusDays(40), null, 34_000L), tuple(today.plusDays(10), today.plusDays(39), 35_000L),
                tuple(today, today.plusDays(9), 39_000L));
        Long same = upload(db, given.supplier, PriceBasis.GROSS, head + "Tablet;350;" + soon + ";\n");
        assertThat(view(db, same).counts().same()).isEqualTo(1);
        assertThat(codes(db, upload(db, given.supplier, PriceBasis.GROSS, head + "Tablet;360;" + soon + ";\n"))).contains("prices.offer_there");
        assertThat(codes(db, upload(db, given.supplier, PriceBasis.GROSS, head + "Tablet;360;" + DAY.format(today.plusDays(20)) + ";\n"))).contains("prices.overlap");
        assertThat(codes(db, upload(db, given.supplier, PriceBasis.GROSS, head + "Tablet;360;;" + later + "\n"))).contains("prices.overlap");
        assertThat(codes(db, upload(db, given.supplier, PriceBasis.GROSS, head + "Tablet;360;" + later + ";\nTablet;361;" + later + ";\n"))).contains("prices.twice");
        db.checks();
    }

    @Test
    void a_list_of_a_later_day_ends_the_running_offer_though_it_had_a_last_day(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        LocalDate today = ProcurementGiven.today();
        Long tablet = given.item("Tablet", ModelKind.TABLET, Category.MOBILE_DEVICE, 39_900);
        run(db, upload(db, given.supplier, PriceBasis.GROSS, "Bezeichnung;EK netto;Gültig bis\nTablet;399;" + DAY.format(today.plusDays(300)) + "\n"));
        Long id = upload(db, given.supplier, PriceBasis.NET, "Bezeichnung;Netto-Preis;Gültig ab\nTablet;100;" + DAY.format(today.plusDays(40)) + "\n");
        assertThat(codes(db, id)).containsExactly("prices.shortens");
        run(db, id);
        assertThat(SchoolGiven.as(db, given.officer, () -> db.get(CatalogueQueries.class).offers(tablet))).extracting(CatalogueQueries.Offer::fromOn, CatalogueQueries.Offer::toOn,
                CatalogueQueries.Offer::priceCents).containsExactly(tuple(today.plusDays(40), null, 11_900L), tuple(today, today.plusDays(39), 39_900L));
        assertThat(codes(db, upload(db, given.supplier, PriceBasis.NET, "Bezeichnung;Netto\nTablet;90\n"))).as("the column is known").isEmpty();
        db.checks();
    }

    @Test
    void without_a_supplier_or_a_price_nothing_is_read_and_schools_import_nothing(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.tablet(39_900);
        assertThat(codes(db, upload(db, null, PriceBasis.NET, HEAD + ";Tablet;100;\n"))).contains("prices.no_supplier");
        assertThat(codes(db, upload(db, given.supplier, PriceBasis.NET, "Bezeichnung;Farbe\nTablet;blau\n"))).contains("prices.no_column");
        assertThatThrownBy(() -> SchoolGiven.as(db, given.admin, () -> db.get(Imports.class).upload(PriceImportKind.NAME, file(HEAD + ";Tablet;100;\n"))))
                .isInstanceOf(Forbidden.class);
    }

    private static Imports.Upload file(String text) {
        return new Imports.Upload("preise.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Long upload(Db db, Long supplier, PriceBasis basis, String text) {
        return SchoolGiven.as(db, InventoryGiven.officer(db), () -> {
            Long id = db.get(Imports.class).upload(PriceImportKind.NAME, file(text));
            ImportQueries.View seen = db.get(ImportQueries.class).view(id, Locale.GERMAN);
            Map<String, String> options = new HashMap<>(seen.settings().options());
            options.put(PriceImportKind.BASIS, basis.name());
            if (supplier != null) {
                options.put(PriceImportKind.SUPPLIER, supplier.toString());
            }
            db.get(Imports.class).change(id, new Imports.Settings(seen.version(), new ImportSettings(seen.settings().format(), seen.settings().columns(), options)));
            return id;
        });
    }

    private static ImportQueries.View view(Db db, Long id) {
        return SchoolGiven.as(db, InventoryGiven.officer(db), () -> db.get(ImportQueries.class).view(id, Locale.GERMAN));
    }

    private static void run(Db db, Long id) {
        SchoolGiven.as(db, InventoryGiven.officer(db), () -> {
            db.get(Imports.class).run(id, new Imports.Step(db.get(ImportQueries.class).view(id, Locale.GERMAN).version()));
            db.get(Imports.class).execute(id);
            return null;
        });
    }

    private static List<String> codes(Db db, Long id) {
        return SchoolGiven.as(db, InventoryGiven.officer(db), () -> db.get(ImportQueries.class).findings(id, Locale.GERMAN)).stream().map(Finding.Told::code).toList();
    }
}
