package de.schulpakt.funding.pack;

import static de.schulpakt.identity.Permission.PROGRAMME_VIEW;
import static de.schulpakt.platform.list.Column.Kind.INSTANT;
import static de.schulpakt.platform.list.Column.Kind.STATE;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;

/** All rule packs that were ever checked, the newest first. */
@Queries
public class PackList extends ListOf<PackQueries.Row> {
    private static final Listing<PackQueries.Row> LISTING = Listing.of(PackQueries.Row.class, "rule-packs", "/funding/packs")
            .from("RulePack p").join("g", "left join PackSigner g on g.id = p.signerId")
            .hidden("programmeId", "p.programmeId")
            .column("code", "funding.programme", TEXT, "p.code").sorted().always().link("pack.xhtml?id={id}")
            .column("name", "funding.name", TEXT, "p.name").sorted()
            .column("edition", "pack.edition", TEXT, "p.edition")
            .column("state", "funding.state", STATE, "p.state").sorted()
            .column("fileName", "pack.file", TEXT, "p.fileName")
            .column("signer", "pack.signer", TEXT, "g.name")
            .column("createdAt", "pack.at", INSTANT, "p.createdAt").sorted()
            .words("q", Words.in().parts("p.code", "p.name"))
            .equal("state", PackState.class, "p.state")
            .usually("-p.createdAt", "-p.id")
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<PackQueries.Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        guard.require(PROGRAMME_VIEW);
        return Condition.ALL;
    }
}
