package de.schulpakt.install.rating.web;

import de.schulpakt.install.rating.RatingQueries;
import de.schulpakt.install.rating.Ratings;
import de.schulpakt.platform.web.Act;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** What the school thinks of the ticket that the page shows. */
@Named
@ViewScoped
public class RatingForm implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 5;
    @Inject
    transient Ratings ratings;
    @Inject
    transient RatingQueries queries;
    @Inject
    transient Act act;
    private transient RatingQueries.View view;
    private Integer stars;
    private String word;
    private String note;
    private String reason;

    /** What is said of a ticket; read once for each drawing. */
    public RatingQueries.View of(Long ticket) {
        if (view == null) {
            view = queries.of(ticket);
            if (stars == null && view.stars() != null) {
                stars = view.stars();
                word = view.word();
            }
        }
        return view;
    }

    public String accept(Long id, Integer version) {
        return act.run(() -> ratings.accept(id, new Ratings.Accept(version, note, stars, word)), "ticket.done.accept", back(id));
    }

    public String rate(Long id) {
        return act.run(() -> ratings.rate(id, new Ratings.Rate(stars, word)), "rating.done", back(id));
    }

    public String withdraw(Long id) {
        return act.run(() -> ratings.withdraw(id, new Ratings.Withdraw(reason)), "rating.done.withdraw", back(id));
    }

    private static String back(Long id) {
        return "ticket?faces-redirect=true&id=" + id;
    }

    /** The numbers to choose, the best first. */
    public Integer[] getChoices() {
        Integer[] all = new Integer[MOST];
        for (int i = 0; i < MOST; i++) {
            all[i] = MOST - i;
        }
        return all;
    }

    public Integer getStars() {
        return stars;
    }

    public void setStars(Integer stars) {
        this.stars = stars;
    }

    public String getWord() {
        return word;
    }

    public void setWord(String word) {
        this.word = word;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
