package de.schulpakt.overview.phone.web;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.install.effort.StoreAction;
import de.schulpakt.install.level.WaitingReason;
import de.schulpakt.install.ticket.CableClass;
import de.schulpakt.install.ticket.TicketAction;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.inventory.stocktake.StocktakeOutcome;
import de.schulpakt.platform.Setting;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/** The page of the phone. It holds nobody's data: the script fills it with what was taken along. */
@Named
@RequestScoped
public class PhonePage {
    private static final List<String> WORDS = List.of("phone.as_of", "phone.no_network", "phone.nothing", "phone.nothing_role", "phone.no_store",
            "phone.full", "phone.big", "phone.heic", "phone.waits", "phone.refused", "phone.behind", "phone.now", "phone.again", "phone.drop", "phone.dropped",
            "phone.tried", "phone.steps_missing", "phone.results_missing", "phone.tests_big", "phone.tests_fit", "phone.tests_same", "phone.tests_left", "phone.tests_later", "phone.photo_missing", "phone.photo", "phone.note", "phone.failed", "phone.lost", "phone.take_along", "phone.count_unknown", "phone.count_moved", "phone.count_part",
            "phone.count_ended", "phone.not_taken", "phone.no_number", "phone.sign", "phone.sign_missing", "ticket.school", "ticket.place", "ticket.step.do",
            "ticket.step.undo", "ticket.step.done", "ticket.step.open", "ticket.result.given", "ticket.result.missing", "ticket.result.optional", "ticket.result.measured", "list.yes", "list.no", "ticket.room.unknown", "tickets.nobody");
    /** Longest side of a photo that waits, in pixels: a socket with its number is read on it, and a hundred of them fit on a phone. */
    private static final int PHOTO_SIDE = 2048;
    /** On less nothing is read; more is more than cameras and canvases of phones have. */
    private static final int LEAST_SIDE = 640;
    private static final int MOST_SIDE = 8192;
    /** Quality of its JPEG, of a hundred. */
    private static final int PHOTO_QUALITY = 82;
    private static final int LEAST_QUALITY = 30;
    private static final int MOST_QUALITY = 100;
    @Inject
    CurrentUser user;

    /** Whose session it is, null without one. */
    public Long getPerson() {
        return user.id();
    }

    /** The constants whose words the script needs. */
    public List<Enum<?>> getConstants() {
        List<Enum<?>> all = new ArrayList<>(List.of(TicketState.values()));
        all.addAll(List.of(TicketAction.TAKE, TicketAction.START, TicketAction.WAIT, TicketAction.RESUME, TicketAction.MEASURE,
                TicketAction.FINISH, TicketAction.SOLVE, TicketAction.TICK, TicketAction.RESULT, TicketAction.TEST));
        all.addAll(List.of(StocktakeOutcome.values()));
        all.addAll(List.of(StoreAction.SPEND, StoreAction.USE));
        return all;
    }

    /** The keys of the sentences that the script needs. */
    public List<String> getWords() {
        return WORDS;
    }

    /** The name under which the script looks for the words of a constant. */
    public String key(Enum<?> constant) {
        return constant.getDeclaringClass().getSimpleName() + "." + constant.name();
    }

    /** Longest side of a photo in pixels, as the operator has set it ({@code SCHULPAKT_PHOTO_SIDE}). */
    public int getPhotoSide() {
        return Math.min(MOST_SIDE, Setting.number("schulpakt.photo.side", LEAST_SIDE, PHOTO_SIDE));
    }

    /** Quality of its JPEG, of a hundred, as the operator has set it ({@code SCHULPAKT_PHOTO_QUALITY}). */
    public int getPhotoQuality() {
        return Math.min(MOST_QUALITY, Setting.number("schulpakt.photo.quality", LEAST_QUALITY, PHOTO_QUALITY));
    }

    public WaitingReason[] getReasons() {
        return WaitingReason.values();
    }

    public CableClass[] getClasses() {
        return CableClass.values();
    }
}
