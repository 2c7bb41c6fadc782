package de.schulpakt.inventory.award;

import de.schulpakt.platform.text.Fold;
import de.schulpakt.platform.text.Sentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which position of an award may have paid for a device, by day, kind, price and supplier, with reasons and certainty.
 *
 * @param points  certainty in percent
 * @param reasons what speaks for it
 */
public record AwardGuess(Awards.Award award, int points, List<Sentence> reasons) {
    /** From this certainty on, in percent, a position is proposed; below it is asked. */
    public static final int SURE = 70;
    /** So many percent the best must be ahead of the next one. */
    private static final int AHEAD = 20;
    private static final int DAY = 35;
    private static final int KIND = 15;
    private static final int PRICE = 30;
    private static final int NEAR_PRICE = 15;
    private static final int SUPPLIER = 20;
    /** Within a tenth a price is near: shipping, discount, another tax rate. */
    private static final int TENTH = 10;

    /**
     * What is known of a device.
     *
     * @param kind      name of the kind of its model, null if it is not known
     * @param boughtOn  null if it is not known; then nothing is guessed
     * @param price     gross in cents; null if it is not known, then nothing is guessed
     * @param supplier  null if it is not known
     */
    public record Thing(String kind, LocalDate boughtOn, Long price, String supplier) {
    }

    /**
     * The positions that may be meant, the surest first. One is none if the day is outside of its approval period, the price is more than all that is
     * approved, or its category pays for no such thing.
     */
    public static List<AwardGuess> of(Thing thing, Collection<Awards.Award> awards) {
        return thing.boughtOn() == null || thing.price() == null ? List.of() : awards.stream().filter(a -> may(thing, a)).map(a -> guess(thing, a))
                .sorted(Comparator.comparing(AwardGuess::points).reversed().thenComparing(g -> g.award().budgetId())).toList();
    }

    /** The one that is meant surely enough to be proposed; null if none is, or another is nearly as likely. */
    public static AwardGuess sure(List<AwardGuess> guesses) {
        return guesses.isEmpty() || guesses.get(0).points() < SURE || guesses.size() > 1 && guesses.get(0).points() - guesses.get(1).points() < AHEAD ? null
                : guesses.get(0);
    }

    /**
     * Those that a text names by number or file number of the award, and by the number of the position if it says one: A-2026-0001,
     * A-2026-0001/3, ISB-1 Pos. 3.
     */
    public static List<Awards.Award> named(String typed, Collection<Awards.Award> awards) {
        String key = bare(typed);
        return key.isEmpty() ? List.of() : awards.stream().filter(a -> Stream.of(a.applicationNo(), a.reference()).filter(no -> no != null && !bare(no).isEmpty())
                .anyMatch(no -> key.startsWith(bare(no)) && position(key.substring(bare(no).length()), a.positionNo()))).toList();
    }

    /** True for nothing, and for what names this position behind the number of its award. */
    private static boolean position(String rest, int no) {
        return rest.isEmpty() || rest.matches("(/|pos|position)\\d{1,9}") && Integer.parseInt(rest.replaceAll("\\D", "")) == no;
    }

    private static boolean may(Thing thing, Awards.Award award) {
        boolean before = award.from() == null || !thing.boughtOn().isBefore(award.from());
        boolean after = award.to() == null || !thing.boughtOn().isAfter(award.to());
        return before && after && thing.price() <= award.approvedCents() && (thing.kind() == null || award.kinds().contains(thing.kind()));
    }

    private static AwardGuess guess(Thing thing, Awards.Award award) {
        List<Sentence> reasons = new ArrayList<>();
        int points = 0;
        if (award.from() != null && award.to() != null) {
            points += DAY;
            reasons.add(Sentence.of("award_guess.day", award.from(), award.to()));
        }
        if (thing.kind() != null) {
            points += KIND;
            reasons.add(Sentence.of("award_guess.kind"));
        }
        if (award.prices().contains(thing.price())) {
            points += PRICE;
            reasons.add(Sentence.of("award_guess.price"));
        } else if (award.prices().stream().anyMatch(price -> Math.abs(price - thing.price()) * TENTH <= price)) {
            points += NEAR_PRICE;
            reasons.add(Sentence.of("award_guess.near_price"));
        }
        if (thing.supplier() != null && award.suppliers().stream().anyMatch(name -> bare(name).equals(bare(thing.supplier())))) {
            points += SUPPLIER;
            reasons.add(Sentence.of("award_guess.supplier"));
        }
        return new AwardGuess(award, points, List.copyOf(reasons));
    }

    private static String bare(String text) {
        String key = Fold.key(text);
        return key == null ? "" : key.replaceAll("[^\\p{L}\\p{N}/]", "");
    }
}
