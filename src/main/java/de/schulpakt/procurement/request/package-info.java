/**
 * The request of a school (Bedarfsmeldung): what it asks for, line by line with the room it is for, from the draft to the
 * decision, and how far the goods are.
 *
 * <p>Words: a <em>request</em> has lines; a {@code Wish} is a line as the orders see it; the <em>paying plan</em> says which
 * budget pays which line. Money: approving reserves, giving up releases; ordering and receiving belong to the orders.
 *
 * <p>D1: a line keeps the price that stood in the catalogue when the line was written; a later change of the catalogue is
 * shown beside it but moves no money unless the person who orders says so ({@code Orders.Place.currentPrices}).
 * <p>D2: superseded by D6: a line is paid by one budget. Which one may differ from line to line
 * ({@link de.schulpakt.procurement.request.PayingPlan}): the money whose approval period ends first is used first, as long
 * as the line fits wholly.
 * <p>D3: the states CANCELLED and the action CANCEL of a request free money that was reserved and is not needed any more;
 * without them an approved wish that nobody orders would hold its money for ever.
 * <p>D4: orders stand above requests. They reach the lines through {@link de.schulpakt.procurement.request.Wishes}, which
 * locks the requests before the orders change anything; how far an order is, the request's queries read from its rows.
 * <p>D5: the rest of a request of which lines are ordered is given up by a row of its own (CANCEL_REST), so that the table alone says what follows.
 * <p>D6: a line is paid by one to many budgets, whose parts are the line to the cent (largest remainder). The plan proposes them,
 * the officer changes them by amount or share, before the decision as a note and after it, until the order, by counter-postings.
 * Each line has one main payer under whose rules it stands: the position with the largest part, own money only where none pays.
 * <p>D7: what is not approved of a request becomes a request of its own (SPLIT_OFF), open or refused: so a request has one state,
 * each line one history, and nothing that was asked for is lost. Whoever asked for the whole does not approve the rest.
 * <p>D8: a line is one article for one room. Who writes asks by article and ticks rooms ({@code web.RequestEditPage}), and pages show
 * an article once with its rooms ({@code RequestQueries.View.byArticle}); money, order and receipt stay with the room, so that a
 * part of the rooms can be approved, ordered and delivered.
 * <p>D9: a set is asked for as a whole and becomes a line for each of its articles, which remembers it; from then on every piece has
 * its own price, payer, order line and serial number. A set has no price of its own, so its articles' prices are always its sum.
 * <p>D10: a decision is taken back (RECONSIDER) as long as nothing is ordered, whatever it was: money is freed by counter-postings, the lines
 * forget who paid them, and what pays them next has a source of its own. What is ordered is put right at the order.
 * <p>D11: above the amount of a rule (REQUEST_SECOND_CENTS) an approval is the first of two. Its money is reserved at once, so that nobody else
 * spends it meanwhile, and its lines cannot be ordered; the second person is neither who approved nor who asked. What counts is what is approved of
 * all that was asked for together, whoever pays it; where own money pays, the rules of the programmes are asked in which its authority has money. Only a
 * verified rule asks; another is said in the history.
 * <p>D12: money that is moved in the step of the approval belongs to it: it is only held until the second person confirms, and goes back with a decision
 * that is taken back, unless it is booked and who takes the decision back says that it stays.
 */
@Module(name = "procurement.request", uses = {"procurement.catalogue", "funding.rule", "funding.transfer"},
        exposes = {"Part", "RequestAction", "RequestFlow", "RequestList", "RequestQueries", "RequestState", "Requests", "Turn", "Way",
                "Wish", "Wishes"},
        reads = {"Application", "Budget", "Building", "CatalogueItem", "CatalogueSet", "Device", "DeviceModel", "OrderLine", "PurchaseOrder", "Room", "School", "SetMember", "Transfer"})
package de.schulpakt.procurement.request;

import de.schulpakt.platform.Module;
