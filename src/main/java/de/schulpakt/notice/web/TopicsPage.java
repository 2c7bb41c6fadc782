package de.schulpakt.notice.web;

import de.schulpakt.notice.NoticeQueries;
import de.schulpakt.notice.NoticeWay;
import de.schulpakt.notice.Notices;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Params;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
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
    private boolean address;
    private final Map<String, String> wanted = new HashMap<>();

    /** Reads what was chosen. */
    public void load() {
        act.show(() -> {
            address = queries.ownAddress();
            getTopics().forEach(topic -> wanted.put(topic.topic(), topic.way().name()));
        });
    }

    /** Keeps what is chosen. */
    public String save() {
        return act.run(() -> notices.chooseAll(new Notices.Choices(getTopics().stream().map(topic -> new Notices.Choose(topic.topic(),
                Params.constant(NoticeWay.class, wanted.get(topic.topic())))).toList())), "notice.saved", "inbox?faces-redirect=true");
    }

    /** The ways that are open for a topic: what the office needs is at least in the inbox, and mail needs a server. */
    public List<NoticeWay> ways(NoticeQueries.Topic topic) {
        return Arrays.stream(NoticeWay.values()).filter(way -> way != NoticeWay.NONE || !topic.needed())
                .filter(way -> isMail() || way == topic.way() || way == NoticeWay.INBOX || way == NoticeWay.NONE).toList();
    }

    /** True if this installation sends mail. */
    public boolean isMail() {
        return queries.mail();
    }

    /** True if the own mail address is known. */
    public boolean isAddress() {
        return address;
    }

    public List<NoticeQueries.Topic> getTopics() {
        if (topics == null) {
            topics = queries.topics();
        }
        return topics;
    }

    /** The chosen way of each topic, by name. */
    public Map<String, String> getWanted() {
        return wanted;
    }
}
