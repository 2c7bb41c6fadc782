/**
 * The finance system of an authority: what was spent goes there as a file, in runs.
 *
 * <p>Words: a <em>run</em> is a file of postings, a <em>line</em> one posting in it with account, cost centre and the number of its special item
 * (Sonderposten); a <em>rule</em> says which of these belong to a programme, a category or a school. Money: a run moves none.
 *
 * <p>D1: what goes there is what was spent and corrected. Reservations and commitments are a matter of this house: the finance system keeps its own.
 * <p>D2: a posting is in one run only that is not withdrawn ({@code finance_line_open_once}). Who withdraws a run says why; its postings go into
 * the next one.
 * <p>D3: lines are frozen with the format of the day: the file of a run is the same each time, and its checksum is kept. A rule that is changed
 * holds for the next run.
 * <p>D4: each of the three values is taken from the rule that says most of what is posted; of two that say equally much, school goes before
 * programme and programme before category. Own money has its account
 * from its own line of the household.
 * <p>D5: accounts, columns and notations are data of the authority. Whose files ask for an account gets no run with a posting without one.
 * <p>D6: locks are taken in the order: setting of the authority, run. Postings are never locked: they do not change.
 */
@Module(name = "procurement.finance", uses = "procurement.payment",
        exposes = {"FinanceAction", "FinanceColumn", "FinanceFiles", "FinanceFlow", "FinanceQueries", "FinanceRunList", "FinanceRuns", "FinanceSettings",
                "FinanceState"},
        reads = {"Application", "Authority", "Budget", "Posting", "Programme", "School"})
package de.schulpakt.procurement.finance;

import de.schulpakt.platform.Module;
