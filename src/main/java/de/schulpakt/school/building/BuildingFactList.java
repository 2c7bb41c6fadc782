package de.schulpakt.school.building;

import static de.schulpakt.identity.Permission.SCHOOL_VIEW;
import static de.schulpakt.platform.list.Column.Kind.NUMBER;
import static de.schulpakt.platform.list.Column.Kind.STATE;
import static de.schulpakt.platform.list.Column.Kind.TEXT;
import static de.schulpakt.platform.list.Column.Kind.YEAR;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;

/** The buildings of the schools that the asker may see, and what is known of them. */
@Queries
public class BuildingFactList extends ListOf<BuildingFactList.Row> {
    /** A building and what is known of it. */
    public record Row(Long id, Long schoolId, String school, String name, Integer builtYear, Listed listed, Fibre fibre, Integer mbit, Power supply, String source) {
    }

    private static final Listing<Row> LISTING = Listing.of(Row.class, "buildings", "/school/buildings")
            .from("Building b").join("s", "join School s on s.id = b.schoolId").join("f", "left join BuildingFact f on f.buildingId = b.id").hidden("schoolId", "s.id")
            .column("name", "building_fact.building", TEXT, "b.name").always().link("building.xhtml?id={id}")
            .column("school", "building_fact.school", TEXT, "s.name").always()
            .column("builtYear", "building_fact.built_year", YEAR, "f.builtYear")
            .column("listed", "building_fact.listed", STATE, "f.listed")
            .column("fibre", "building_fact.fibre", STATE, "f.fibre")
            .column("mbit", "building_fact.mbit", NUMBER, "f.mbit")
            .column("supply", "building_fact.supply", STATE, "f.supply")
            .column("source", "building_fact.source", TEXT, "f.source").asked()
            .words("q", Words.in().parts("b.name").among("b.schoolId", "School", "s", "name"))
            .equal("school", Long.class, "b.schoolId").equal("fibre", Fibre.class, "f.fibre").equal("supply", Power.class, "f.supply").equal("listed", Listed.class, "f.listed")
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.scope(SCHOOL_VIEW).of("s");
    }
}
