package de.schulpakt.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the rooms have registered as values, gathered once. Whoever goes through an {@link Instance} has every value, and the bean that
 * makes it, made anew each time: the links of one page of a list took two fifths of its time by that.
 */
@ApplicationScoped
public class Registered {
    @Inject
    @Any
    Instance<Object> all;
    private final Map<Class<?>, List<?>> values = new ConcurrentHashMap<>();

    /** All values of this kind, in no order. A value never changes, which is why only records are registered so. */
    @SuppressWarnings("unchecked")
    public <T extends Record> List<T> of(Class<T> kind) {
        return (List<T>) values.computeIfAbsent(kind, k -> all.select(k).stream().toList());
    }
}
