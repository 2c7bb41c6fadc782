/**
 * What is known of the buildings of schools: year, protection as a monument, fibre, bandwidth, power; by hand and from a table.
 *
 * <p>D1: facts of a building are a row of their own beside it, so that a building is added without knowing any of them. Empty is unknown.
 * <p>D2: a table describes buildings that are recorded, and adds none: a mistyped name is a finding and not a second building.
 */
@Module(name = "school.building", uses = {"school.place", "exchange"},
        exposes = {"BuildingFactList", "BuildingFactQueries", "BuildingFacts", "Fibre", "Listed", "Power"}, reads = {"Building", "School"})
package de.schulpakt.school.building;

import de.schulpakt.platform.Module;
