package de.schulpakt.notice.calendar.web;

import de.schulpakt.notice.calendar.CalendarQueries;
import de.schulpakt.notice.calendar.Calendars;
import de.schulpakt.platform.mail.MailSettings;
import de.schulpakt.platform.web.Act;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The own calendar: its address, shown once, and what stands in it. */
@Named
@ViewScoped
public class CalendarPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient CalendarQueries queries;
    @Inject
    transient Calendars calendars;
    @Inject
    transient Act act;
    private transient CalendarQueries.View view;
    private final Map<String, Boolean> wanted = new HashMap<>();
    private String made;

    /** Reads what was chosen. */
    public void load() {
        act.show(() -> getView().offered().forEach(kind -> wanted.put(kind, getView().kinds().contains(kind))));
    }

    /** Makes an address, or another one. */
    public void renew() {
        act.run(() -> made = MailSettings.read().base() + calendars.renew(chosen()), null, null);
        view = null;
    }

    /** Keeps what is to stand in it. */
    public String choose() {
        return act.run(() -> calendars.choose(chosen()), "calendar.chosen", "calendar?faces-redirect=true");
    }

    /** Ends it. */
    public String end() {
        return act.run(calendars::end, "calendar.ended", "calendar?faces-redirect=true");
    }

    private Calendars.Choose chosen() {
        List<String> kinds = getView().offered().stream().filter(kind -> Boolean.TRUE.equals(wanted.get(kind))).toList();
        return new Calendars.Choose(kinds);
    }

    public CalendarQueries.View getView() {
        if (view == null) {
            view = queries.own();
        }
        return view;
    }

    public Map<String, Boolean> getWanted() {
        return wanted;
    }

    /** The address just made, else null. */
    public String getMade() {
        return made;
    }
}
