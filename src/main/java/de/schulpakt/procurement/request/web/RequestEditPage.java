package de.schulpakt.procurement.request.web;

import static de.schulpakt.identity.Permission.REQUEST_EDIT;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.draft.Draft;
import de.schulpakt.platform.draft.Drafts;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Params;
import de.schulpakt.procurement.catalogue.CatalogueList;
import de.schulpakt.procurement.catalogue.CatalogueQueries;
import de.schulpakt.procurement.request.RequestQueries;
import de.schulpakt.procurement.request.Requests;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes a request: rooms are ticked once, articles are taken from cards, and each has a number for every room and, where it
 * differs, for single rooms. Shows price and money while it is written. What is typed into rooms and numbers is named by ids
 * ({@code room}, {@code each-i7}, {@code cell-i7-101}), so that a draft fits whatever was ticked or taken meanwhile.
 */
@Named
@ViewScoped
public class RequestEditPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int CARDS = 12;
    private static final int MOST_CARDS = 60;
    private static final String READ = "request.typed";

    @Inject
    transient RequestQueries queries;
    @Inject
    transient Requests requests;
    @Inject
    transient CatalogueQueries catalogue;
    @Inject
    transient CatalogueList articles;
    @Inject
    transient SchoolQueries schools;
    @Inject
    transient Drafts drafts;
    @Inject
    transient Act act;
    private Long id;
    private Long school;
    private Long copy;
    private Integer version;
    private String no;
    private String title;
    private String reason;
    private String find;
    private String category;
    private int cards = CARDS;
    private final List<WishPick> picks = new ArrayList<>();
    private final Set<Long> ticked = new LinkedHashSet<>();
    private boolean schoolChoice;
    private Instant draftAt;
    private transient List<SchoolQueries.RoomOption> rooms;
    private transient SchoolQueries.Option named;
    private transient Page<CatalogueQueries.Row> offers;
    private transient List<CatalogueQueries.Set> sets;
    private transient RequestQueries.Preview preview;
    private transient List<Requests.Line> previewOf;
    private transient Map<Category, RequestQueries.Free> free;
    private transient Map<Long, CatalogueQueries.Face> faces;

    /** Reads a request to change or to copy, or begins one for a school. */
    public void load() {
        act.show(() -> {
            List<SchoolQueries.Option> choice = schools.options(REQUEST_EDIT, null, new PageRequest(1, 2, null)).rows();
            schoolChoice = choice.size() > 1;
            if (id != null || copy != null) {
                RequestQueries.View r = queries.view(id != null ? id : copy);
                title = r.title();
                reason = r.reason();
                if (id != null) {
                    school = r.schoolId();
                    version = r.version();
                    no = r.no();
                } else if (schools.option(REQUEST_EDIT, r.schoolId()).isPresent()) {
                    school = r.schoolId();
                }
                fill(whole(r.lines()));
            } else if (school == null && choice.size() == 1) {
                school = choice.get(0).id();
            }
            drafts.find(getDraft()).ifPresent(this::take);
        });
    }

    /** Lines as they were asked for: those of a set make up whole sets again, where their numbers still are those of the set. */
    private List<Requests.Line> whole(List<RequestQueries.View.Line> lines) {
        List<Requests.Line> asked = new ArrayList<>();
        Map<Long, Map<Long, List<RequestQueries.View.Line>>> sets = new LinkedHashMap<>();
        for (RequestQueries.View.Line line : lines) {
            if (line.setId() == null) {
                asked.add(new Requests.Line(line.itemId(), line.roomId(), line.quantity()));
            } else {
                sets.computeIfAbsent(line.setId(), s -> new LinkedHashMap<>()).computeIfAbsent(line.roomId(), r -> new ArrayList<>()).add(line);
            }
        }
        sets.forEach((id, rooms) -> {
            Map<Long, Integer> members = new HashMap<>();
            catalogue.set(id).members().forEach(m -> members.put(m.itemId(), m.pieces()));
            rooms.forEach((room, some) -> {
                Set<Integer> numbers = some.stream().map(l -> l.quantity() % members.getOrDefault(l.itemId(), Integer.MAX_VALUE) == 0
                        ? l.quantity() / members.get(l.itemId()) : -1).collect(Collectors.toSet());
                if (some.size() == members.size() && numbers.size() == 1 && !numbers.contains(-1)) {
                    asked.add(new Requests.Line(null, room, numbers.iterator().next(), id));
                } else {
                    some.forEach(l -> asked.add(new Requests.Line(l.itemId(), room, l.quantity())));
                }
            });
        });
        return asked;
    }

    /** Lines by article or set: the number that most rooms have is that of each room. */
    private void fill(List<Requests.Line> lines) {
        Set<Long> known = getRooms().stream().map(SchoolQueries.RoomOption::id).collect(Collectors.toSet());
        lines.stream().map(Requests.Line::roomId).filter(known::contains).forEach(ticked::add);
        Map<String, Map<Long, Integer>> wanted = new LinkedHashMap<>();
        lines.stream().filter(l -> known.contains(l.roomId()) && l.quantity() != null)
                .forEach(l -> wanted.computeIfAbsent(l.setId() == null ? "i" + l.itemId() : "s" + l.setId(), i -> new HashMap<>()).merge(l.roomId(), l.quantity(), Integer::sum));
        wanted.forEach((key, pieces) -> pick(key).ifPresent(pick -> {
            Integer usual = ticked.stream().map(r -> pieces.getOrDefault(r, 0)).collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()))
                    .entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
            pick.setEach(usual.toString());
            ticked.stream().filter(r -> !usual.equals(pieces.getOrDefault(r, 0))).forEach(r -> pick.set(r, pieces.getOrDefault(r, 0).toString()));
        }));
    }

    /** What was typed and not yet sent is typed still; an article or a room that is gone meanwhile is left out. */
    private void take(Draft draft) {
        draftAt = draft.keptAt();
        title = draft.text("title");
        reason = draft.text("reason");
        Long typed = draft.number("schoolId");
        if (schools.option(REQUEST_EDIT, typed).isPresent()) {
            school = typed;
            rooms = null;
        }
        picks.clear();
        ticked.clear();
        read(draft.fields().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().split("\n"), (a, b) -> a, LinkedHashMap::new)), true);
        fill(linesOf(draft));
    }

    /** A draft that was typed when a request was still written line by line. */
    private static List<Requests.Line> linesOf(Draft draft) {
        List<Requests.Line> lines = new ArrayList<>();
        for (int i = 0; draft.fields().containsKey("wishes:" + i + ":item"); i++) {
            String line = "wishes:" + i + ":";
            Long pieces = draft.number(line + "quantity");
            if (draft.number(line + "item") != null && draft.number(line + "room") != null && pieces != null && pieces <= Integer.MAX_VALUE) {
                lines.add(new Requests.Line(draft.number(line + "item"), draft.number(line + "room"), pieces.intValue()));
            }
        }
        return lines;
    }

    /** Reads rooms and numbers as the browser has sent them, once for each press. */
    private void typed() {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext sent = faces.getExternalContext();
        if (faces.isPostback() && sent.getRequestMap().putIfAbsent(READ, true) == null) {
            read(sent.getRequestParameterValuesMap(), false);
        }
    }

    private void read(Map<String, String[]> fields, boolean pick) {
        Set<Long> known = getRooms().stream().map(SchoolQueries.RoomOption::id).collect(Collectors.toSet());
        ticked.clear();
        Arrays.stream(fields.getOrDefault("room", new String[0])).map(Params::number).filter(Objects::nonNull).filter(known::contains).forEach(ticked::add);
        fields.forEach((name, values) -> {
            String[] parts = name.split("-");
            if (parts.length < 2 || !("each".equals(parts[0]) || "cell".equals(parts[0]))) {
                return;
            }
            Optional<WishPick> one = picks.stream().filter(p -> p.getKey().equals(parts[1])).findFirst();
            if (one.isEmpty() && pick) {
                one = pick(parts[1]);
            }
            Long room = parts.length == 3 ? Params.number(parts[2]) : null;
            one.ifPresent(p -> {
                if ("each".equals(parts[0])) {
                    p.setEach(values[0]);
                } else if (known.contains(room)) {
                    p.set(room, values[0]);
                }
            });
        });
    }

    /** The article or set of that key, taken now if it was not and is offered today. */
    private Optional<WishPick> pick(String key) {
        Optional<WishPick> there = picks.stream().filter(p -> p.getKey().equals(key)).findFirst();
        Long number = key.isEmpty() ? null : Params.number(key.substring(1));
        if (there.isPresent() || number == null) {
            return there;
        }
        Optional<WishPick> taken = key.startsWith("s") ? getAllSets().stream().filter(s -> s.id().equals(number)).findFirst()
                .map(s -> new WishPick(null, s.id(), s.name(), made(s), null, s.priceCents()))
                : catalogue.offered(number).map(r -> new WishPick(r.id(), null, r.name(), r.maker() + " " + r.model(), r.category(), r.priceCents()));
        taken.ifPresent(picks::add);
        return taken;
    }

    /** What belongs to a set, in words. */
    public String made(CatalogueQueries.Set set) {
        return set.members().stream().map(m -> m.pieces() + " × " + m.name()).collect(Collectors.joining(", "));
    }

    private List<CatalogueQueries.Set> getAllSets() {
        if (sets == null) {
            sets = catalogue.sets(false).stream().filter(CatalogueQueries.Set::offered).toList();
        }
        return sets;
    }

    /** Sets that can be taken, those with the words that were typed and with an article of the category. */
    public List<CatalogueQueries.Set> getSets() {
        Category wanted = Params.constant(Category.class, category);
        String words = find == null ? "" : find.strip().toLowerCase(Locale.ROOT);
        return getAllSets().stream().filter(s -> wanted == null || s.members().stream().anyMatch(m -> m.category() == wanted))
                .filter(s -> (s.name() + " " + made(s)).toLowerCase(Locale.ROOT).contains(words)).toList();
    }

    /** The name under which what is typed is kept: a draft on an older version is another one. */
    public String getDraft() {
        return id != null ? "request-" + id + "-" + version : copy != null ? "request-copy-" + copy : "request";
    }

    /** When the draft that is shown was kept, null if none is. */
    public Instant getDraftAt() {
        return draftAt;
    }

    /** The school it is for, as the question before it is sent names it. */
    public String getSchoolName() {
        if (named == null || !named.id().equals(school)) {
            named = schools.option(REQUEST_EDIT, school).orElse(null);
        }
        return named == null ? "" : named.name();
    }

    /** Another school was chosen: its rooms are others. */
    public void chooseSchool() {
        typed();
        ticked.clear();
        rooms = null;
        preview = null;
        free = null;
    }

    /** Shows other cards. */
    public void search() {
        cards = CARDS;
        offers = null;
        faces = null;
    }

    /** Shows more cards. */
    public void more() {
        cards = Math.min(MOST_CARDS, cards + CARDS);
        offers = null;
        faces = null;
    }

    /** Takes an article ({@code i7}) or a set ({@code s3}). */
    public void add(String key) {
        typed();
        pick(key);
    }

    /** Leaves an article out. */
    public void drop(String key) {
        typed();
        picks.removeIf(p -> p.getKey().equals(key));
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
        List<Requests.Line> wanted = new ArrayList<>();
        getPicks().forEach(pick -> wanted.addAll(pick.required(chosen())));
        if (id == null) {
            id = requests.create(new Requests.Create(school, title, reason, wanted));
        } else {
            requests.change(id, new Requests.Rewrite(version, title, reason, wanted));
        }
        return id;
    }

    private List<Long> chosen() {
        return getChosenRooms().stream().map(SchoolQueries.RoomOption::id).toList();
    }

    /** What an article comes to, zero as long as a number is none. */
    public int pieces(WishPick pick) {
        try {
            return pick.lines(chosen()).stream().mapToInt(Requests.Line::quantity).sum();
        } catch (Refused e) {
            return 0;
        }
    }

    /** Price and money of what is filled in now; numbers that are none count nothing. */
    public RequestQueries.Preview getPreview() {
        List<Requests.Line> lines = new ArrayList<>();
        getPicks().stream().filter(p -> pieces(p) > 0).forEach(p -> lines.addAll(p.lines(chosen())));
        if (school != null && (preview == null || !lines.equals(previewOf))) {
            previewOf = lines;
            preview = queries.preview(school, lines);
        }
        return preview;
    }

    /** The articles that are taken. */
    public List<WishPick> getPicks() {
        typed();
        return picks;
    }

    /** Articles that can be taken. */
    public Page<CatalogueQueries.Row> getOffers() {
        if (offers == null) {
            offers = articles.page(ListView.all().with("q", find).with("category", Params.constant(Category.class, category))
                    .with("offered", true).with("size", cards));
        }
        return offers;
    }

    /** Picture and data sheet of an article that can be taken; null if it has none. */
    public CatalogueQueries.Face face(Long itemId) {
        if (faces == null) {
            faces = catalogue.faces(getOffers().rows().stream().map(CatalogueQueries.Row::id).toList());
        }
        return faces.get(itemId);
    }

    /** True if more cards can be shown. */
    public boolean isMore() {
        return getOffers().rows().size() < getOffers().total() && cards < MOST_CARDS;
    }

    /** True if the article or set is taken. */
    public boolean taken(String key) {
        return picks.stream().anyMatch(p -> p.getKey().equals(key));
    }

    /** What the positions of the school have left for a category; null if the asker may not see them or there are none. */
    public RequestQueries.Free free(Category of) {
        if (free == null) {
            free = school == null ? Map.of() : queries.free(school);
        }
        return free.get(of);
    }

    /** True if the asker sees what the school may still spend. */
    public boolean isMoneySeen() {
        return school != null && queries.seesMoney(school);
    }

    /** The rooms of the school. */
    public List<SchoolQueries.RoomOption> getRooms() {
        if (rooms == null) {
            rooms = school == null ? List.of() : schools.rooms(school);
        }
        return rooms;
    }

    /** The rooms that are ticked, in the order of the school. */
    public List<SchoolQueries.RoomOption> getChosenRooms() {
        typed();
        return getRooms().stream().filter(r -> ticked.contains(r.id())).toList();
    }

    /** True if the room is ticked. */
    public boolean ticked(Long room) {
        typed();
        return ticked.contains(room);
    }

    public Category[] getCategories() {
        return Category.values();
    }

    /** Back to where one came from. */
    public String getBack() {
        return id != null ? "request.xhtml?id=" + id : copy != null ? "request.xhtml?id=" + copy : "requests.xhtml";
    }

    /** True if it can be for more than one school and none is fixed yet. */
    public boolean isSchoolChoice() {
        return id == null && schoolChoice;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public Long getCopy() {
        return copy;
    }

    public void setCopy(Long copy) {
        this.copy = copy;
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

    public String getFind() {
        return find;
    }

    public void setFind(String find) {
        this.find = find;
    }

    public String getCategory() {
        return category;
    }

    public void setCategory(String category) {
        this.category = category;
    }
}
