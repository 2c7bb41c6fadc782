package de.schulpakt.paper.label;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** A kind of things that have labels. A room brings it as a bean of CDI, application-scoped. */
public interface LabelSource {
    /** Its name in addresses, e.g. {@code devices}; its word stands under {@code label.of.<name>}. */
    String name();

    /**
     * The labels of what is asked for and the asker may see, one after the other, however many they are.
     *
     * @param sent   parameters as of the list of these things; {@code id} once or more often for single ones
     * @param strict true if what is not known is refused
     */
    void each(Map<String, List<String>> sent, boolean strict, Consumer<Label> sink);

    /** The ids of what {@link #each} would give labels for, in that order; at most so many. */
    default List<Long> ids(Map<String, List<String>> sent, boolean strict, int most) {
        List<Long> ids = new ArrayList<>();
        each(sent, strict, label -> {
            if (ids.size() < most) {
                ids.add(label.id());
            }
        });
        return ids;
    }

    /**
     * The labels of these things in their order, of those that the asker may see now.
     *
     * @param sent with what they were asked for
     */
    default void of(Map<String, List<String>> sent, List<Long> ids, Consumer<Label> sink) {
        Map<Long, Label> found = new HashMap<>();
        each(Map.of("id", ids.stream().map(String::valueOf).toList()), false, label -> found.put(label.id(), label));
        ids.stream().map(found::get).filter(Objects::nonNull).forEach(sink);
    }
}
