/**
 * What an award costs the household of its authority: the own share year by year, and what goes on when the money of the fund is spent.
 *
 * <p>Words: a <em>household year</em> (Haushaltsjahr) is a calendar year; the <em>own share</em> (Eigenanteil) is what the authority pays itself of
 * eligible expenditure; a <em>payment plan</em> (Zahlungsplan) says in which household years a position is to be paid; a <em>follow-up cost</em> (Folgekosten) is paid by the authority each year after the fund, e.g. for licences or replacement.
 *
 * <p>D1: nothing is stored of the own share. It is planned in the years of the payment plan of a position (D8), otherwise in the year in which its measure ends; a position without that day, and what was
 * granted and no position has, stand in a line of their own without a year. It is bound in the year in which an order is expected, and paid in the
 * year of the posting, counted in days of Berlin.
 * <p>D2: money that is still to be paid cannot be paid in a year that is over: an order that is late and a rest of a position whose measure is over
 * stand in the first year in which they still can be paid. A year that is over has no gap: what was paid then was paid.
 * <p>D3: the own share is rounded once per application, as its decision says. A year has the difference of two rounded sums, in the order paid, bound,
 * open; so the years add up to the own share of the award, to the cent.
 * <p>D4: what is needed in a year is paid + bound + open. Against it stands what is free of own money: a position pays its own share itself, and own money
 * that pays other things is not there any more. Years are covered one after the other, years that are over included, from the line that ends first; what a
 * year leaves is passed on until the last year of its line. The gap is what this does not cover; of several awards the others' need counts too, because
 * there is only one household. Who sees some awards only sees neither own money nor gap.
 * <p>D5: follow-up costs stand beside the own share and in no gap: for those years no household is decided yet. They bind nothing and move no money.
 * <p>D6: a replacement is proposed from records only: devices of the award that are there, what the award has paid of them, and the useful life of their
 * kind, by month as depreciation counts. It becomes a follow-up cost by a click of a person, once per kind and year; where day or useful life is not known,
 * the devices are counted and nothing is proposed. If the records change afterwards, the page says so and changes nothing.
 * <p>D7: the kind of a follow-up cost does not change: another kind is another cost. All else is changed, ended or taken back with a reason, and each of
 * these has a step back.
 * <p>D8: a payment plan is of one position and comes to exactly what it has: before the decision to what was applied for, then to what its budget has. Where a
 * decision, a later version or a transfer makes it another amount, the plan does not count until it is changed, and the pages say so; it is never
 * stretched. What was paid or ordered uses the first years of a plan first. It says when money is to be paid and binds none: application, proof and
 * audit bundle know nothing of it. A position of a draft that goes takes its plan with it.
 */
@Module(name = "funding.household", uses = "funding.application",
        exposes = {"FollowCostAction", "FollowCostFlow", "FollowCostKind", "FollowCostList", "FollowCostQueries", "FollowCostState", "FollowCosts", "OwnShareQueries", "PaymentPlanAction",
                "PaymentPlanFlow", "PaymentPlanQueries", "PaymentPlanState", "PaymentPlans"},
        reads = {"Annex", "Application", "Authority", "Budget", "DepreciationClass", "Device", "DeviceModel", "DevicePayer", "FundingPosition", "OrderLine", "OrderPayer",
                "Posting", "PurchaseOrder", "School"})
package de.schulpakt.funding.household;

import de.schulpakt.platform.Module;
