package de.schulpakt.procurement.award;

import de.schulpakt.paper.print.Printable;
import de.schulpakt.paper.print.Sheet;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The note of an award (Vergabevermerk): what was to be bought, by which procedure, who was asked, what was offered, who was chosen and why, who decided. */
@ApplicationScoped
class AwardNote implements Printable {
    @Inject
    AwardQueries awards;

    @Override
    public String name() {
        return "award-note";
    }

    @Override
    public String subject() {
        return "AwardFile";
    }

    @Override
    public String kept() {
        return "AWARD_NOTE";
    }

    @Override
    public Sheet sheet(long id, Long authority, Locale locale) {
        AwardQueries.View file = awards.view(id);
        Sheet sheet = Sheet.of(name(), locale, file.no()).titled("print.award.title", file.no()).from(file.authorityId(), file.authority());
        sheet.fact("award.title", file.title())
                .fact("orders.state", sheet.word(file.state()))
                .fact("award.kind", sheet.word(file.kind()))
                .fact("award.reason", file.reason())
                .fact("award.category", sheet.word(file.category()))
                .fact("award.programme", file.programme())
                .fact("award.started", sheet.date(file.startedOn()))
                .fact("award.estimate", sheet.money(file.estimateCents()))
                .fact("award.basis", file.basis())
                .fact("award.contract", file.contractNo())
                .fact("award.call_off", file.callOffNo());
        if (!file.bids().isEmpty()) {
            sheet.table("award.bids", sheet.column("award.company", 30), sheet.column("award.asked", 14), sheet.column("orders.state", 16),
                    sheet.column("award.offered", 14), sheet.number("award.net_eur", 12), sheet.column("award.note", 14));
            for (AwardQueries.Bid bid : file.bids()) {
                sheet.row(bid.company(), sheet.date(bid.askedOn()), sheet.word(bid.state()), bid.offeredOn() == null ? null : sheet.date(bid.offeredOn()),
                        bid.netCents() == null ? null : sheet.amount(bid.netCents()), bid.note());
            }
        }
        if (file.chosenCents() != null) {
            sheet.heading("print.award.choice");
            sheet.fact("award.chosen", file.chosen()).fact("award.chosen_net", sheet.money(file.chosenCents())).fact("award.choice_reason", file.choiceReason());
        }
        sheet.heading("print.award.people");
        step(file.timeline(), AwardAction.OPEN).ifPresent(h -> sheet.fact("print.award.opened", said(sheet, h)));
        if (file.chosenCents() != null) {
            step(file.timeline(), AwardAction.PROPOSE).ifPresent(h -> sheet.fact("print.award.proposed", said(sheet, h)));
        }
        if (file.state() == AwardState.DECIDED) {
            step(file.timeline(), AwardAction.DECIDE).ifPresent(h -> sheet.fact("print.award.decided", said(sheet, h)));
        }
        if (file.state() == AwardState.WITHDRAWN) {
            step(file.timeline(), AwardAction.WITHDRAW).ifPresent(h -> sheet.fact("print.award.withdrawn", said(sheet, h)));
        }
        if (!file.orders().isEmpty()) {
            sheet.table("award.orders", sheet.column("request.order", 40), sheet.column("orders.ordered", 30), sheet.number("award.net_eur", 30));
            file.orders().forEach(o -> sheet.row(o.no(), sheet.date(o.orderedOn()), sheet.amount(o.netCents())));
        }
        return sheet;
    }

    /** The last such step; the timeline begins with the newest. */
    private static Optional<HistoryEntry> step(List<HistoryEntry> timeline, AwardAction action) {
        return timeline.stream().filter(h -> Texts.key(action).equals(h.action())).findFirst();
    }

    private static String said(Sheet sheet, HistoryEntry entry) {
        return Sheet.joined(entry.actor(), sheet.instant(entry.at()));
    }
}
