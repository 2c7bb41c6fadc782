/**
 * What a technician found in a room before its network is built and its devices come.
 *
 * <p>D1: a survey says whether the power of a room will do, and what is missing if not. The latest counts; those before stay.
 * <p>D2: a room of which nothing was said lacks no power: that it was looked at at all, the ticket of the survey says.
 */
@Module(name = "install.survey", uses = "school.place", exposes = {"SurveyQueries", "Surveys"}, reads = {"Building", "Room"})
package de.schulpakt.install.survey;

import de.schulpakt.platform.Module;
