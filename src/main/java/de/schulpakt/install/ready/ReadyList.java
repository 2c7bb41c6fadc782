package de.schulpakt.install.ready;

import static de.schulpakt.identity.Permission.INTERNAL_VIEW;
import static de.schulpakt.platform.list.Column.Kind.FLAG;
import static de.schulpakt.platform.list.Column.Kind.STATE;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;

/** The ready texts of the authorities within whose offices the asker works. */
@Queries
public class ReadyList extends ListOf<ReadyList.Row> {
    private static final Listing<Row> LISTING = Listing.of(Row.class, "ready-texts", "/install/ready-texts")
            .from("ReadyText x").join("a", "join Authority a on a.id = x.authorityId")
            .column("name", "ready.name", TEXT, "x.name").sorted().always().link("ready-text.xhtml?id={id}")
            .column("place", "ready.place", STATE, "x.place").sorted()
            .column("kind", "ready.kind_label", TEXT, "x.kindCode")
            .column("authority", "wave.authority", TEXT, "a.name").asked()
            .column("textDe", "ready.text_de", TEXT, "x.textDe").asked()
            .column("textEn", "ready.text_en", TEXT, "x.textEn").asked()
            .column("ended", "ready.ended_label", FLAG, "x.ended")
            .words("text", Words.in().starts("x.name"))
            .equal("place", ReadyPlace.class, "x.place")
            .equal("ended", Boolean.class, "x.ended")
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.scope(INTERNAL_VIEW).ofAuthority("x.authorityId");
    }

    /**
     * A ready text.
     *
     * @param kind code of the only kind at which it is offered, null for all
     */
    public record Row(Long id, String name, ReadyPlace place, String kind, String authority, String textDe, String textEn, Boolean ended) {
    }
}
