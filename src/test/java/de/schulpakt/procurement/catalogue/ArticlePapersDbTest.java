package de.schulpakt.procurement.catalogue;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.paper.Intake;
import de.schulpakt.paper.PaperQueries;
import de.schulpakt.paper.Papers;
import de.schulpakt.paper.Received;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Picture and data sheet of an article: kept by who keeps the catalogue, seen by all who see it. */
@DbTest
class ArticlePapersDbTest {
    private static final byte[] PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".getBytes(US_ASCII);
    private Db db;
    private ProcurementGiven given;
    private Long item;
    private Long bare;

    @BeforeEach
    void articles(Db kit) {
        db = kit;
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
        item = given.accessPoint(100_00);
        bare = given.tablet(399_00);
    }

    @Test
    void the_newest_picture_and_data_sheet_are_shown_and_what_was_removed_is_not() throws IOException {
        Long sheet = attach(keeper(), "DATA_SHEET", null, "blatt.pdf", PDF);
        Long first = attach(keeper(), "PHOTO", null, "vorn.png", picture(40));
        Long second = attach(keeper(), "PHOTO", null, "seite.png", picture(41));
        Long letter = attach(keeper(), "LETTER", null, "brief.png", picture(42));
        assertThat(faces(given.admin)).as("an article without files is none of them").containsExactly(Map.entry(item, new CatalogueQueries.Face(second, sheet)));
        Long third = attach(keeper(), "PHOTO", first, "neu.png", picture(43));
        assertThat(faces(given.admin).get(item).pictureId()).isEqualTo(third);
        remove(third);
        remove(second);
        assertThat(faces(given.admin).get(item)).as("the one that was replaced does not come back").isEqualTo(new CatalogueQueries.Face(null, sheet));
        remove(sheet);
        assertThat(faces(given.admin).get(item)).isEqualTo(new CatalogueQueries.Face(null, null));
        assertThat(SchoolGiven.as(db, given.admin, () -> db.get(PaperQueries.class).preview(letter))).isNotEmpty();
    }

    @Test
    void who_keeps_the_catalogue_attaches_and_who_sees_it_only_looks() {
        Long sheet = attach(keeper(), "DATA_SHEET", null, "blatt.pdf", PDF);
        assertThatThrownBy(() -> attach(given.officer, "DATA_SHEET", null, "b.pdf", PDF)).as("an officer of one authority").isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> attach(given.admin, "DATA_SHEET", null, "b.pdf", PDF)).isInstanceOf(Forbidden.class);
        String technician = SchoolGiven.user(db, "technik", Role.TECHNICIAN, given.authority, null);
        assertThatThrownBy(() -> SchoolGiven.as(db, technician, () -> db.get(PaperQueries.class).row(sheet))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, technician, () -> db.get(PaperQueries.class).shared("CatalogueItem", List.of(item)))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, given.officer, () -> db.get(PaperQueries.class).shared("PurchaseOrder", List.of(1L))))
                .as("what stands at a place is not answered for many").isInstanceOf(NotFound.class);
        PaperQueries.View view = SchoolGiven.as(db, given.admin, () -> db.get(PaperQueries.class).of("CatalogueItem", item));
        assertThat(view.attaches()).isFalse();
        assertThat(view.rows()).extracting(PaperQueries.Row::id).containsExactly(sheet);
        assertThat(SchoolGiven.as(db, keeper(), () -> db.get(PaperQueries.class).of("CatalogueItem", item)).attaches()).isTrue();
        assertThat(SchoolGiven.as(db, given.admin, () -> db.get(CatalogueQueries.class).timeline(item)).get(0).toString()).contains("blatt.pdf");
    }

    private String keeper() {
        return InventoryGiven.officer(db);
    }

    private Map<Long, CatalogueQueries.Face> faces(String login) {
        return SchoolGiven.as(db, login, () -> db.get(CatalogueQueries.class).faces(List.of(item, bare)));
    }

    private Long attach(String login, String kind, Long replaces, String name, byte[] bytes) {
        return SchoolGiven.as(db, login, () -> {
            try (Received file = db.get(Intake.class).take(new ByteArrayInputStream(bytes), name)) {
                return db.get(Papers.class).attach("CatalogueItem", item, new Papers.Attach(kind, null, replaces), file);
            }
        });
    }

    private void remove(Long paper) {
        SchoolGiven.as(db, keeper(), () -> {
            db.get(Papers.class).remove(paper, new Papers.Remove(1, "falsches Bild"));
            return null;
        });
    }

    private static byte[] picture(int width) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, 30, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
