package de.schulpakt.procurement.request.web;

import static de.schulpakt.identity.Permission.REQUEST_EDIT;

import de.schulpakt.platform.draft.Draft;
import de.schulpakt.platform.draft.Drafts;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.web.Act;
import de.schulpakt.procurement.catalogue.CatalogueQueries;
import de.schulpakt.procurement.request.RequestQueries;
import de.schulpakt.procurement.request.Requests;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a request: what, for which room, how many; shows price and money while it is written. */
@Named
@ViewScoped
public class RequestEditPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient RequestQueries queries;
    @Inject
    transient Requests requests;
    @Inject
    transient CatalogueQueries catalogue;
    @Inject
    transient SchoolQueries schools;
    @Inject
    transient Drafts drafts;
    @Inject
    transient Act act;
    private Long id;
    private Long school;
    private Integer version;
    private String no;
    private String title;
    private String reason;
    private final List<WishLine> lines = new ArrayList<>();
    private boolean schoolChoice;
    private Instant draftAt;
    private transient RequestQueries.Preview preview;

    /** Reads a request to change, or begins one for a school. */
    public void load() {
        act.show(() -> {
            List<SchoolQueries.Option> choice = schools.options(REQUEST_EDIT, null, new PageRequest(1, 2, null)).rows();
            schoolChoice = choice.size() > 1;
            if (id != null) {
                RequestQueries.View r = queries.view(id);
                school = r.schoolId();
                version = r.version();
                no = r.no();
                title = r.title();
                reason = r.reason();
                r.lines().forEach(l -> lines.add(new WishLine(l.itemId(), l.roomId(), l.quantity())));
            } else if (school == null && choice.size() == 1) {
                school = choice.get(0).id();
            }
            Optional<Draft> draft = drafts.find(getDraft());
            draft.ifPresent(this::takeSubject);
            draft.ifPresent(this::takeLines);
            if (lines.isEmpty()) {
                lines.add(new WishLine());
            }
            if (school != null) {
                getPreview();
            }
        });
    }

    /** What was typed and not yet sent is typed still. */
    private void takeSubject(Draft draft) {
        draftAt = draft.keptAt();
        title = draft.text("title");
        reason = draft.text("reason");
        Long typed = draft.number("schoolId");
        if (schools.option(REQUEST_EDIT, typed).isPresent()) {
            school = typed;
        }
    }

    /** The lines of the draft; an article or a room that is gone meanwhile is left empty. */
    private void takeLines(Draft draft) {
        lines.clear();
        Set<Long> rooms = school == null ? Set.of() : schools.rooms(school).stream().map(SchoolQueries.RoomOption::id).collect(Collectors.toSet());
        for (int i = 0; draft.fields().containsKey("wishes:" + i + ":item"); i++) {
            String line = "wishes:" + i + ":";
            Long item = draft.number(line + "item");
            Long room = draft.number(line + "room");
            Long quantity = draft.number(line + "quantity");
            lines.add(new WishLine(catalogue.offered(item).isPresent() ? item : null, rooms.contains(room) ? room : null,
                    quantity == null || quantity > Integer.MAX_VALUE ? null : Integer.valueOf(quantity.intValue())));
        }
    }

    /** The name under which what is typed is kept: a draft on an older version is another one. */
    public String getDraft() {
        return id == null ? "request" : "request-" + id + "-" + version;
    }

    /** When the draft that is shown was kept, null if none is. */
    public Instant getDraftAt() {
        return draftAt;
    }

    /** The school it is for, as the question before it is sent names it. */
    public String getSchoolName() {
        return schools.option(REQUEST_EDIT, school).map(SchoolQueries.Option::name).orElse("");
    }

    /** Another school was chosen: its rooms are others. */
    public void chooseSchool() {
        lines.forEach(l -> l.setRoomId(null));
        preview = null;
    }

    /** One more line, for the room of the last. */
    public void add() {
        WishLine next = new WishLine();
        next.setRoomId(lines.isEmpty() ? null : lines.get(lines.size() - 1).getRoomId());
        lines.add(next);
        preview = null;
    }

    /** One line less. */
    public void remove(int index) {
        if (index >= 0 && index < lines.size()) {
            lines.remove(index);
        }
        preview = null;
    }

    /** Something was typed: price and money are counted again. */
    public void count() {
        preview = null;
    }

    /** Keeps it as a draft. */
    public String save() {
        return act.run(() -> "request?faces-redirect=true&id=" + store(), "request.saved");
    }

    /** Keeps it and hands it in. If it cannot be handed in, it is kept as a draft and the page says why. */
    public String submit() {
        String saved = act.run(() -> "request?faces-redirect=true&id=" + store(), null);
        if (saved == null) {
            return null;
        }
        RequestQueries.View stored = queries.view(id);
        version = stored.version();
        no = stored.no();
        return act.run(() -> requests.submit(id, new Requests.Submit(version, null)), "request.submitted", saved);
    }

    private Long store() {
        List<Requests.Line> wanted = wanted();
        if (id == null) {
            id = requests.create(new Requests.Create(school, title, reason, wanted));
        } else {
            requests.change(id, new Requests.Rewrite(version, title, reason, wanted));
        }
        return id;
    }

    /** The lines of which anything is filled in. */
    private List<Requests.Line> wanted() {
        return lines.stream().filter(l -> l.getItemId() != null)
                .map(l -> new Requests.Line(l.getItemId(), l.getRoomId(), l.getQuantity())).toList();
    }

    /** Price and money of what is filled in now. */
    public RequestQueries.Preview getPreview() {
        if (preview == null && school != null) {
            preview = queries.preview(school, lines.stream()
                    .map(l -> new Requests.Line(l.getItemId(), l.getRoomId(), l.getQuantity())).toList());
        }
        return preview;
    }

    /** Back to where one came from. */
    public String getBack() {
        return id == null ? "requests.xhtml" : "request.xhtml?id=" + id;
    }

    /** True if it can be for more than one school and none is fixed yet. */
    public boolean isSchoolChoice() {
        return id == null && schoolChoice;
    }

    public List<WishLine> getLines() {
        return lines;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public Long getSchool() {
        return school;
    }

    public void setSchool(Long school) {
        this.school = school;
    }

    public String getNo() {
        return no;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
