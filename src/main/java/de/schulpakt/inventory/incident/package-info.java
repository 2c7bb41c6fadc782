/**
 * Damage, loss and theft of devices as cases: what police and insurer say, what it costs, who pays.
 *
 * <p>Words: a <em>case</em> (Schadensfall) is one thing that happened to one device; it is <em>closed</em> when nothing more is expected of anybody.
 *
 * <p>D1: a case stands beside the device and changes nothing of it: that it is lost, in repair or given up is said there, with binding and second person.
 * <p>D2: no money moves: what an insurer or who caused it has paid goes to the authority's cash office, and is written down here. What a school claims of borrowers
 * is a claim of its own ({@code inventory.claim}).
 * <p>D3: a case belongs to the school that had the device when it happened, also after the device has gone on.
 * <p>D4: what happened names nobody; who caused it stands in the papers of the case, if anywhere. A closed case is opened again with a reason.
 */
@Module(name = "inventory.incident", uses = {"inventory.device", "paper"},
        exposes = {"IncidentAction", "IncidentFlow", "IncidentKind", "IncidentList", "IncidentPayer", "IncidentQueries", "IncidentState", "Incidents"},
        reads = {"Device", "DeviceModel", "School"})
package de.schulpakt.inventory.incident;

import de.schulpakt.platform.Module;
