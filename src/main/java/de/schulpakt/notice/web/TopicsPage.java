package de.schulpakt.notice.web;

import de.schulpakt.notice.NoticeQueries;
import de.schulpakt.notice.NoticeWay;
import de.schulpakt.notice.Notices;
import de.schulpakt.platform.web.Act;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one wants to hear of. */
@Named
@ViewScoped
public class TopicsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient NoticeQueries queries;
    @Inject
    transient Notices notices;
    @Inject
    transient Act act;
    private transient List<NoticeQueries.Topic> topics;
    private final Map<String, Boolean> wanted = new HashMap<>();

    /** Reads what was chosen. */
    public void load() {
        act.show(() -> getTopics().forEach(topic -> wanted.put(topic.topic(), topic.way() != NoticeWay.NONE)));
    }

    /** Keeps what is chosen. */
    public String save() {
        return act.run(() -> getTopics().stream().filter(topic -> !topic.needed()).forEach(topic -> notices.choose(new Notices.Choose(
                topic.topic(), Boolean.TRUE.equals(wanted.get(topic.topic())) ? NoticeWay.INBOX : NoticeWay.NONE))), "notice.saved",
                "inbox?faces-redirect=true");
    }

    public List<NoticeQueries.Topic> getTopics() {
        if (topics == null) {
            topics = queries.topics();
        }
        return topics;
    }

    /** Which topics are wanted, by name. */
    public Map<String, Boolean> getWanted() {
        return wanted;
    }
}
