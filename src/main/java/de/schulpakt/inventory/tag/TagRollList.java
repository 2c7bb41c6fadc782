package de.schulpakt.inventory.tag;

import static de.schulpakt.identity.Permission.DEVICE_VIEW;
import static de.schulpakt.platform.list.Column.Kind.INSTANT;
import static de.schulpakt.platform.list.Column.Kind.NUMBER;
import static de.schulpakt.platform.list.Column.Kind.STATE;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;
import java.time.Instant;

/** The rolls of the authorities whose devices the asker may see as a whole, the newest first. */
@Queries
public class TagRollList extends ListOf<TagRollList.Row> {
    private static final Listing<Row> LISTING = Listing.of(Row.class, "tag-rolls", "/inventory/tags")
            .from("TagRoll r").join("a", "join Authority a on a.id = r.authorityId")
            .hidden("authorityId", "r.authorityId")
            .column("no", "tag.roll", TEXT, "r.no").sorted("no", "r.id").always().link("tag-roll.xhtml?id={id}")
            .column("state", "tag.state", STATE, "r.state").sorted()
            .column("authority", "tag.authority", TEXT, "a.name").asked()
            .column("tags", "tag.tags", NUMBER, "r.tags")
            .column("words", "tag.words", TEXT, "r.words")
            .column("madeAt", "tag.made", INSTANT, "r.madeAt")
            .words("q", Words.in().starts("r.no"))
            .equal("state", TagState.class, "r.state").equal("authority", Long.class, "r.authorityId")
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.scope(DEVICE_VIEW).ofAuthority("r.authorityId");
    }

    /** A roll. */
    public record Row(Long id, String no, TagState state, Long authorityId, String authority, Integer tags, String words, Instant madeAt) {
    }
}
