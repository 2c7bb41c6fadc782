/**
 * Concepts of schools that an application relies on, version by version: the media concept, and the one for operation, maintenance and
 * support (WBI) that school and authority both sign.
 *
 * <p>D1: a version is what the school resolved: its file is a paper of the version, its day of resolution, the day from which it is valid,
 * who approved it. On a day the newest version counts that is valid by then and was not withdrawn.
 * <p>D2: of who signed nothing is kept but the days: the names stand on the paper.
 * <p>D3: a version is never deleted. One that was entered by mistake is withdrawn with a reason, and that can be taken back.
 */
@Module(name = "school.concept", uses = {"school.place", "paper"},
        exposes = {"ConceptKind", "ConceptList", "ConceptQueries", "ConceptSide", "Concepts"}, reads = {"Paper", "School"})
package de.schulpakt.school.concept;

import de.schulpakt.platform.Module;
