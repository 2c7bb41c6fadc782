package de.schulpakt.install.team;

import static de.schulpakt.identity.Permission.INTERNAL_VIEW;
import static de.schulpakt.platform.list.Column.Kind.FLAG;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;

/** The teams of the authorities within whose offices the asker works. */
@Queries
public class TeamList extends ListOf<TeamList.Row> {
    private static final Listing<Row> LISTING = Listing.of(Row.class, "teams", "/install/teams")
            .from("Team x").join("a", "join Authority a on a.id = x.authorityId").join("u", "left join AppUser u on u.id = x.leadId")
            .column("name", "team.name", TEXT, "x.name").sorted().always().link("team.xhtml?id={id}")
            .column("lead", "team.lead", TEXT, "u.name")
            .column("authority", "wave.authority", TEXT, "a.name").asked()
            .column("ended", "team.ended_label", FLAG, "x.ended")
            .words("text", Words.in().starts("x.name"))
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
     * A team.
     *
     * @param lead name of who leads it, null for nobody
     */
    public record Row(Long id, String name, String lead, String authority, Boolean ended) {
    }
}
