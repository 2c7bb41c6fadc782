package de.schulpakt.paper.label;

import java.util.List;
import java.util.Map;
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
}
