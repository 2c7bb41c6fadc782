package de.schulpakt.platform.draft;

import static de.schulpakt.kit.IdentityGiven.as;
import static de.schulpakt.kit.IdentityGiven.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.platform.Refused;
import java.util.Map;
import org.junit.jupiter.api.Test;

@DbTest
class DraftsDbTest {
    private static final Map<String, String> TYPED = Map.of("title", "Tablets & WLAN = 50 %\nfür Müller", "wishes:1:quantity", "23");

    @Test
    void a_draft_comes_back_as_it_was_typed_and_ends_when_it_is_sent(Db db) {
        user(db, "anna", Role.TECHNICIAN, null, null);
        as(db, "anna", () -> {
            Drafts drafts = db.get(Drafts.class);
            drafts.keep("request", Map.of("title", "first"));
            drafts.keep("request", TYPED);
            assertThat(drafts.find("request")).hasValueSatisfying(d -> assertThat(d.fields()).isEqualTo(TYPED));
            assertThat(db.number("select count(*) from draft")).isEqualTo(1);
            drafts.drop("request");
            assertThat(drafts.find("request")).isEmpty();
        });
    }

    @Test
    void nobody_sees_or_ends_the_draft_of_another(Db db) {
        user(db, "anna", Role.TECHNICIAN, null, null);
        user(db, "bert", Role.TECHNICIAN, null, null);
        Drafts drafts = db.get(Drafts.class);
        as(db, "anna", () -> drafts.keep("request", TYPED));
        as(db, "bert", () -> {
            assertThat(drafts.find("request")).isEmpty();
            drafts.drop("request");
        });
        as(db, "anna", () -> assertThat(drafts.find("request")).isPresent());
    }

    @Test
    void an_old_draft_is_gone_and_the_number_of_drafts_is_bounded(Db db) {
        user(db, "anna", Role.TECHNICIAN, null, null);
        as(db, "anna", () -> {
            Drafts drafts = db.get(Drafts.class);
            drafts.keep("old", TYPED);
            db.sql("update draft set kept_at = kept_at - interval 31 day");
            assertThat(drafts.find("old")).isEmpty();
            for (int i = 0; i < 45; i++) {
                drafts.keep("form-" + i, TYPED);
            }
            assertThat(db.number("select count(*) from draft")).isEqualTo(40);
            assertThat(drafts.find("old")).isEmpty();
            assertThat(drafts.find("form-44")).isPresent();
        });
    }

    @Test
    void too_long_a_draft_and_a_name_that_is_none_are_refused(Db db) {
        user(db, "anna", Role.TECHNICIAN, null, null);
        as(db, "anna", () -> {
            Drafts drafts = db.get(Drafts.class);
            assertThatThrownBy(() -> drafts.keep("request", Map.of("title", "x".repeat(70_000)))).isInstanceOf(Refused.class)
                    .hasMessageContaining("draft.too_long");
            for (String name : new String[] {null, "", "a b", "x".repeat(81), "Ä", "a%"}) {
                assertThatThrownBy(() -> drafts.keep(name, TYPED)).isInstanceOf(Refused.class).hasMessageContaining("draft.form");
            }
        });
    }
}
