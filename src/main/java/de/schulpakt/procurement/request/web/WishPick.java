package de.schulpakt.procurement.request.web;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.platform.Refused;
import de.schulpakt.procurement.request.Requests;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An article or a set of a request while it is written: so many pieces for each room that is ticked, another number in single rooms.
 * Numbers stand as they were typed; an empty field of a single room means the number for each room.
 */
public class WishPick implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 10_000;
    private final String key;
    private final Long itemId;
    private final Long setId;
    private final String name;
    private final String about;
    private final Category category;
    private final long priceCents;
    private String each = "1";
    private final Map<Long, String> single = new LinkedHashMap<>();

    WishPick(Long itemId, Long setId, String name, String about, Category category, long priceCents) {
        this.key = setId == null ? "i" + itemId : "s" + setId;
        this.itemId = itemId;
        this.setId = setId;
        this.name = name;
        this.about = about;
        this.category = category;
        this.priceCents = priceCents;
    }

    /**
     * The lines of these rooms; a room with nothing has none.
     *
     * @throws Refused {@code request.pick_empty} if no room gets any, {@code number.whole} for what is no number of pieces
     */
    List<Requests.Line> required(List<Long> rooms) {
        List<Requests.Line> lines = lines(rooms);
        if (lines.isEmpty()) {
            throw new Refused("request.pick_empty", name);
        }
        return lines;
    }

    /** The same, nothing if no room gets any. */
    List<Requests.Line> lines(List<Long> rooms) {
        return rooms.stream().filter(room -> pieces(room) > 0).map(room -> new Requests.Line(itemId, room, pieces(room), setId)).toList();
    }

    private Integer pieces(Long room) {
        String typed = single.getOrDefault(room, "").isBlank() ? each : single.get(room);
        if (isWrong(typed)) {
            throw new Refused("number.whole", typed.strip());
        }
        return typed == null || typed.isBlank() ? Integer.valueOf(0) : Integer.valueOf(typed.strip());
    }

    /** True if the text is no number of pieces. */
    public boolean isWrong(String typed) {
        return typed != null && !typed.isBlank() && !(typed.strip().matches("\\d{1,5}") && Integer.parseInt(typed.strip()) <= MOST);
    }

    /** True if the number for each room is none. */
    public boolean isWrongEach() {
        return isWrong(each);
    }

    /** True if the number for a single room is none. */
    public boolean wrongIn(Long room) {
        return isWrong(single.get(room));
    }

    /** True if a single room has a number of its own. */
    public boolean isDiffering() {
        return single.values().stream().anyMatch(v -> v != null && !v.isBlank());
    }

    /** What stands in the field of a single room. */
    public String in(Long room) {
        return single.get(room);
    }

    void set(Long room, String typed) {
        single.put(room, typed);
    }

    /** Identifies it among the names of the fields. */
    public String getKey() {
        return key;
    }

    public String getName() {
        return name;
    }

    /** Maker and model, or what belongs to the set. */
    public String getAbout() {
        return about;
    }

    public Category getCategory() {
        return category;
    }

    /** Gross, for one piece, today. */
    public long getPriceCents() {
        return priceCents;
    }

    public String getEach() {
        return each;
    }

    void setEach(String each) {
        this.each = each;
    }
}
