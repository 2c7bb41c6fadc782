package de.schulpakt.platform.row;

import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.platform.text.SentenceJson;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Makes records of the rows of one question: the plan is made once, a row costs one call of a constructor. */
final class Rows<T> {
    private static final Map<Class<?>, Object> EMPTY = Map.of(List.class, List.of(), Set.class, Set.of(), Map.class, Map.of(),
            Collection.class, List.of());
    private static final Map<Class<?>, Class<?>> BOXES = Map.of(int.class, Integer.class, long.class, Long.class, boolean.class,
            Boolean.class, double.class, Double.class, short.class, Short.class, byte.class, Byte.class, char.class, Character.class,
            float.class, Float.class);
    private static final Map<Class<?>, Function<Object, Object>> CONVERSIONS = conversions();
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return new Shape(type);
        }
    };
    private final Function<Object, T> maker;

    private Rows(Function<Object, T> maker) {
        this.maker = maker;
    }

    /** Single values. */
    static <T> Rows<T> single(Class<T> type) {
        UnaryOperator<Object> conversion = conversion(type, "the value");
        return new Rows<>(value -> type.cast(conversion.apply(value)));
    }

    /** Records, from columns with these aliases; planned once for each choice of columns. */
    @SuppressWarnings("unchecked")
    static <T> Rows<T> of(Class<T> type, List<String> aliases) {
        return (Rows<T>) SHAPES.get(type).plans.computeIfAbsent(aliases, columns -> plan(type, columns));
    }

    private static <T> Rows<T> plan(Class<T> type, List<String> aliases) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int i = 0; i < aliases.size(); i++) {
            String name = aliases.get(i).toLowerCase(Locale.ROOT);
            if (columns.put(name.endsWith("_") ? name.substring(0, name.length() - 1) : name, i) != null) {
                throw new IllegalArgumentException(type.getName() + ": two columns are called " + name);
            }
        }
        Function<Object[], Object> maker = maker(type, "", columns);
        if (!columns.isEmpty()) {
            throw new IllegalArgumentException(type.getName() + " has no component for " + columns.keySet());
        }
        return new Rows<>(row -> type.cast(maker.apply(row instanceof Object[] cells ? cells : new Object[] {row})));
    }

    T row(Object found) {
        return maker.apply(found);
    }

    /** Takes the columns that it uses out of the map. */
    private static Function<Object[], Object> maker(Class<?> type, String prefix, Map<String, Integer> columns) {
        Shape shape = SHAPES.get(type);
        List<Function<Object[], Object>> parts = new ArrayList<>();
        for (int i = 0; i < shape.names.length; i++) {
            String name = prefix + shape.names[i];
            Class<?> part = shape.types[i];
            Integer column = columns.remove(name.toLowerCase(Locale.ROOT));
            if (column != null) {
                int at = column;
                Class<?> box = BOXES.getOrDefault(part, part);
                UnaryOperator<Object> conversion = shape.conversions[i];
                parts.add(cells -> box.isInstance(cells[at]) ? cells[at] : conversion.apply(cells[at]));
            } else if (part.isRecord() && part != Money.class && columns.keySet().stream().noneMatch(
                    c -> c.startsWith(name.toLowerCase(Locale.ROOT) + "_"))) {
                parts.add(cells -> null);
            } else if (part.isRecord() && part != Money.class) {
                List<Integer> before = List.copyOf(columns.values());
                Function<Object[], Object> nested = maker(part, name + "_", columns);
                int[] of = before.stream().filter(c -> !columns.containsValue(c)).mapToInt(c -> c).toArray();
                parts.add(cells -> Arrays.stream(of).allMatch(c -> cells[c] == null) ? null : nested.apply(cells));
            } else if (EMPTY.containsKey(part)) {
                Object empty = EMPTY.get(part);
                parts.add(cells -> empty);
            } else {
                throw new IllegalArgumentException(type.getName() + ": no column is called " + name);
            }
        }
        return shape.constructor(parts);
    }

    /** What reflection says of a record, asked once. */
    private static final class Shape {
        private final String[] names;
        private final Class<?>[] types;
        private final UnaryOperator<Object>[] conversions;
        private final Constructor<?> constructor;
        private final Map<List<String>, Rows<?>> plans = new ConcurrentHashMap<>();

        @SuppressWarnings("unchecked")
        Shape(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            names = Arrays.stream(components).map(RecordComponent::getName).toArray(String[]::new);
            types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            conversions = Arrays.stream(components).map(c -> conversion(c.getType(), type.getSimpleName() + "." + c.getName()))
                    .toArray(UnaryOperator[]::new);
            try {
                constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
        }

        Function<Object[], Object> constructor(List<Function<Object[], Object>> parts) {
            List<Function<Object[], Object>> all = List.copyOf(parts);
            return cells -> {
                Object[] values = new Object[all.size()];
                for (int i = 0; i < all.size(); i++) {
                    values[i] = all.get(i).apply(cells);
                }
                try {
                    return constructor.newInstance(values);
                } catch (InvocationTargetException e) {
                    throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            };
        }
    }

    private static UnaryOperator<Object> conversion(Class<?> type, String what) {
        Class<?> box = BOXES.getOrDefault(type, type);
        Function<Object, Object> other = CONVERSIONS.getOrDefault(box, value -> null);
        return value -> {
            if (box.isInstance(value)) {
                return value;
            }
            if (value == null) {
                if (type.isPrimitive()) {
                    throw new IllegalArgumentException(what + " is a " + type + ", which takes no null; use coalesce or a boxed type");
                }
                return EMPTY.get(type);
            }
            Object made = box.isEnum() && value instanceof String name ? named(box, name) : other.apply(value);
            if (made == null) {
                throw new IllegalArgumentException(what + " is a " + type.getSimpleName() + ", which takes no " + value.getClass().getName());
            }
            return made;
        };
    }

    private static Object named(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants()).filter(c -> ((Enum<?>) c).name().equals(name)).findFirst().orElse(null);
    }

    private static Map<Class<?>, Function<Object, Object>> conversions() {
        Map<Class<?>, Function<Object, Object>> all = new HashMap<>();
        all.put(Long.class, value -> value instanceof Number n ? (Object) exact(n).longValueExact() : null);
        all.put(Integer.class, value -> value instanceof Number n ? (Object) exact(n).intValueExact() : null);
        all.put(BigDecimal.class, value -> value instanceof Number n ? exact(n) : null);
        all.put(Double.class, value -> value instanceof Number n ? (Object) n.doubleValue() : null);
        all.put(Boolean.class, value -> value instanceof Number n ? (Object) (exact(n).signum() != 0) : null);
        all.put(Money.class, value -> value instanceof Number n ? Money.of(exact(n).longValueExact()) : null);
        all.put(Instant.class, value -> value instanceof LocalDateTime time ? time.toInstant(ZoneOffset.UTC)
                : value instanceof Timestamp stamp ? stamp.toLocalDateTime().toInstant(ZoneOffset.UTC) : null);
        all.put(Sentence.class, value -> value instanceof String kept ? SentenceJson.read(kept).stream().findFirst().orElse(null) : null);
        all.put(List.class, value -> value instanceof String kept ? SentenceJson.read(kept) : null);
        all.put(LocalDate.class, value -> value instanceof java.sql.Date day ? day.toLocalDate() : null);
        return all;
    }

    private static BigDecimal exact(Number number) {
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }
}
