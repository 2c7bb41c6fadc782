/**
 * Annexes and decisions as subjects of their own: a page each, with the files that belong there and not to the whole application.
 *
 * <p>Words: an <em>annex</em> (Anlage Schule) is the part of an application that is for one school, the <em>decision</em> (Bescheid) what the granting
 * body has written about it.
 *
 * <p>D1: both are seen by who sees the application; files are attached by who writes it or records its decision.
 * <p>D2: a decision has the id of its application, as there is one first decision; what changes it later is a revision with files of its own.
 * <p>D3: where a school is taken out of a draft, the files of its annex go with it; their lines and checksums stay.
 */
@Module(name = "funding.annex", uses = "funding.application", exposes = {"AnnexQueries", "DecisionQueries"}, reads = {"Annex", "Application"})
package de.schulpakt.funding.annex;

import de.schulpakt.platform.Module;
