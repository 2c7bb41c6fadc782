/**
 * Inspections: what those who only look have looked at, and roles that end by themselves.
 *
 * <p>Words: an <em>inspection</em> (Einsicht) is one page, file or question of the API that somebody with the role of an auditor was
 * answered.
 *
 * <p>D1: what is kept is address and time, not the answer: it can be asked again. Pages that were refused stand in the security log.
 * <p>D2: lines are kept for three years ({@code SCHULPAKT_INSPECTION_DAYS}), then a job removes them.
 * <p>D3: a role with a last day holds until the end of that day: sessions and tokens ask for it, and a job takes it away in the night, so
 * that nobody is told of anything any more either. The role of an administrator has no last day: an installation needs one.
 */
@Module(name = "identity.inspection", uses = {"platform", "identity", "identity.account", "identity.register"}, exposes = "InspectionList")
package de.schulpakt.identity.inspection;

import de.schulpakt.platform.Module;
