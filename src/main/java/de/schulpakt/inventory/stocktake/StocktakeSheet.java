package de.schulpakt.inventory.stocktake;

import de.schulpakt.paper.print.Printable;
import de.schulpakt.paper.print.Sheet;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The protocol of a stock-taking: what was counted, what differs and why, and who has counted when. */
@ApplicationScoped
class StocktakeSheet implements Printable {
    /** Outcomes of which the protocol says why, those that weigh most first. */
    private static final List<StocktakeOutcome> DIFFERENT = List.of(StocktakeOutcome.MISSING, StocktakeOutcome.DISPUTED, StocktakeOutcome.ELSEWHERE,
            StocktakeOutcome.UNEXPECTED, StocktakeOutcome.RETIRED, StocktakeOutcome.UNKNOWN, StocktakeOutcome.LENT);
    private static final Set<StocktakeOutcome> EXPECTED_ROOM = EnumSet.of(StocktakeOutcome.MISSING, StocktakeOutcome.LENT);

    @Inject
    StocktakeQueries stocktakes;
    @Inject
    SchoolQueries schools;

    @Override
    public String name() {
        return "stocktake";
    }

    @Override
    public String subject() {
        return "Stocktake";
    }

    /** It is not kept: a closed stock-taking says the same at any time. */
    @Override
    public String kept() {
        return null;
    }

    @Override
    public Sheet sheet(long id, Long authority, Locale locale) {
        StocktakeQueries.View view = stocktakes.view(id);
        Sheet sheet = Sheet.of(name(), locale, view.no()).titled("print.stocktake.title", view.no()).from(view.authorityId(), schools.school(view.schoolId()).authority());
        sheet.fact("stocktake.name", view.title()).fact("device.school", view.school()).fact("device.room", view.room() == null ? sheet.text("stocktake.all_rooms") : view.room())
                .fact("stocktake.min_price", view.minCents() == null ? null : sheet.money(view.minCents())).fact("stocktake.bought_until", sheet.date(view.boughtUntil()))
                .fact("stocktake.sample", view.samplePercent() == null ? null : String.valueOf(view.samplePercent()))
                .fact("device.state", sheet.word(view.state()))
                .fact("stocktake.opened", Sheet.lines(sheet.instant(view.openedAt()), view.openedBy()))
                .fact("stocktake.closed", view.closedAt() == null ? null : Sheet.lines(sheet.instant(view.closedAt()), view.closedBy()));
        StocktakeQueries.Counts counts = view.counts();
        sheet.table("print.stocktake.counts", sheet.column("print.stocktake.what", 70), sheet.number("print.stocktake.number", 30));
        sheet.row(sheet.text("stocktake.expected"), String.valueOf(view.expected()));
        sheet.row(sheet.word(StocktakeOutcome.FOUND), String.valueOf(counts.found()));
        DIFFERENT.forEach(one -> sheet.row(sheet.word(one), String.valueOf(counts.of(one))));
        List<StocktakeQueries.Item> items = stocktakes.all(id);
        differences(sheet, items.stream().filter(item -> DIFFERENT.contains(item.outcome()))
                .sorted(Comparator.comparing(item -> DIFFERENT.indexOf(item.outcome()))).toList());
        found(sheet, items.stream().filter(item -> item.outcome() == StocktakeOutcome.FOUND).toList());
        return sheet.signs("print.stocktake.sign_counted", "print.stocktake.sign_head");
    }

    private static void differences(Sheet sheet, List<StocktakeQueries.Item> items) {
        if (items.isEmpty()) {
            sheet.heading("print.stocktake.differences").words(sheet.text("print.stocktake.none"));
            return;
        }
        sheet.table("print.stocktake.differences", sheet.column("stocktake.item", 26), sheet.column("device.state", 16), sheet.column("device.room", 16),
                sheet.column("print.stocktake.counted", 20), sheet.column("stocktake.why", 22));
        items.forEach(item -> sheet.row(what(item), Sheet.lines(sheet.word(item.outcome()), item.moved() ? sheet.text("stocktake.moved")
                        : item.outcome() == StocktakeOutcome.LENT ? sheet.text("stocktake.lent_confirm") : null),
                room(sheet, item), Sheet.lines(sheet.instant(item.foundAt()), item.foundBy()), Sheet.lines(item.explained(), item.explainedBy())));
    }

    private static void found(Sheet sheet, List<StocktakeQueries.Item> items) {
        if (items.isEmpty()) {
            return;
        }
        sheet.table("print.stocktake.found", sheet.column("stocktake.item", 42), sheet.column("device.room", 30), sheet.column("print.stocktake.counted", 28));
        items.forEach(item -> sheet.row(what(item), room(sheet, item), Sheet.lines(sheet.instant(item.foundAt()), item.foundBy())));
    }

    private static String what(StocktakeQueries.Item item) {
        return item.deviceId() == null ? item.number() : Sheet.lines(Sheet.joined(item.inventoryNo(), item.serial()), item.model());
    }

    private static String room(Sheet sheet, StocktakeQueries.Item item) {
        if (EXPECTED_ROOM.contains(item.outcome()) || item.foundRoom() == null) {
            return item.expectedRoom() == null ? "" : item.expectedRoom();
        }
        boolean differs = item.expected() && !item.foundRoomId().equals(item.expectedRoomId());
        return Sheet.lines(item.foundRoom(), differs ? sheet.text("stocktake.instead_of", item.expectedRoom() == null ? sheet.text("devices.no_room") : item.expectedRoom()) : null);
    }
}
