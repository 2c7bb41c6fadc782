package de.schulpakt;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.step.Explained;
import jakarta.persistence.EntityManager;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Every part of every command of every use case gets what nobody should send, one at a time, beside values that make sense.
 * The answer is a field error, a refusal of the field or success: never a failure of the program, and nothing half stored.
 */
@DbTest
class HostileCommandsDbTest {
    private static final int LONG = 20_000;

    @Test
    void no_value_of_a_command_is_a_failure_of_the_program(Db db) {
        ForeignSubjectDbTest.World world = new ForeignSubjectDbTest.World(db);
        Map<String, String> wrong = new TreeMap<>();
        int[] calls = new int[1];
        for (Method method : ForeignSubjectDbTest.useCases()) {
            Object[] good = new Object[method.getParameterCount()];
            for (int i = 0; i < good.length; i++) {
                good[i] = world.value(method.getDeclaringClass(), method.getName(), method.getParameters()[i].getName(), method.getGenericParameterTypes()[i]);
            }
            for (int i = 0; i < good.length; i++) {
                int at = i;
                bad(method.getGenericParameterTypes()[i], good[i], method.getParameters()[i], method.getParameters()[i].getName(), (path, value) -> {
                    calls[0]++;
                    Object[] arguments = good.clone();
                    arguments[at] = value;
                    Throwable failure = call(db, method, arguments);
                    Optional<Explained> why = failure == null ? Optional.empty() : Explained.of(failure, Locale.GERMANY);
                    if (failure != null && (why.isEmpty() || why.get().status() >= 500)) {
                        wrong.put(method.getDeclaringClass().getSimpleName() + "." + method.getName() + " " + path, root(failure));
                    }
                });
            }
        }
        assertThat(wrong).as("of %s calls", calls[0]).isEmpty();
        assertThat(calls[0]).isGreaterThan(1_000);
        db.checks();
    }

    private static String root(Throwable failure) {
        Throwable t = failure;
        while (t.getCause() != null && t.getCause() != t) {
            t = t.getCause();
        }
        return t.toString().lines().findFirst().orElse("");
    }

    /** Calls it, writes what it has changed, and undoes it; answers what was thrown. */
    private static Throwable call(Db db, Method method, Object[] arguments) {
        Throwable[] thrown = new Throwable[1];
        try {
            db.tx(() -> {
                SchoolGiven.as(db, ForeignSubjectDbTest.AT_HOME, () -> {
                    try {
                        method.invoke(db.get(method.getDeclaringClass()), arguments);
                        db.get(EntityManager.class).flush();
                    } catch (InvocationTargetException e) {
                        thrown[0] = e.getCause();
                    } catch (RuntimeException e) {
                        thrown[0] = e;
                    }
                    return null;
                });
                throw new Undone();
            });
        } catch (RuntimeException e) {
            return thrown[0] == null && !(e instanceof Undone) ? e : thrown[0];
        }
        return thrown[0];
    }

    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private interface Found {
        void value(String path, Object value);
    }

    /** All hostile forms of a value, each with the place in which it differs from the good one. */
    private static void bad(Type type, Object good, AnnotatedElement place, String path, Found found) {
        Class<?> raw = type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
        if (!raw.isPrimitive()) {
            found.value(path + "=null", null);
        }
        if (raw == String.class) {
            texts(place, text -> found.value(path + "=" + shown(text), text));
        } else if (raw == Long.class || raw == long.class) {
            List.of(-1L, 0L, Long.MAX_VALUE, Long.MIN_VALUE).forEach(n -> found.value(path + "=" + n, n));
        } else if (raw == Integer.class || raw == int.class) {
            List.of(-1, 0, Integer.MAX_VALUE, Integer.MIN_VALUE).forEach(n -> found.value(path + "=" + n, n));
        } else if (raw == BigDecimal.class) {
            List.of("-1", "0", "1E+30", "1E-30", "99999999999.999999").forEach(n -> found.value(path + "=" + n, new BigDecimal(n)));
        } else if (raw == LocalDate.class) {
            List.of("0001-01-01", "0026-11-23", "1900-01-01", "9999-12-31", "2100-12-31").forEach(d -> found.value(path + "=" + d, LocalDate.parse(d)));
        } else if (raw == Instant.class) {
            List.of(Instant.EPOCH, Instant.MIN, Instant.MAX, Instant.parse("9999-12-31T23:59:59Z")).forEach(at -> found.value(path + "=" + at, at));
        } else if (List.class.isAssignableFrom(raw)) {
            lists((ParameterizedType) type, (List<?>) good, path, found);
        } else if (raw.isRecord() && good != null) {
            components(raw, good, path, found);
        }
    }

    private static void texts(AnnotatedElement place, Consumer<String> each) {
        List.of("", " ", "\u200b", "\u00a0", "😀", "a\u0000b", "\u0007", "\u001b[2J", "%", "_", "%_\\", "'\"<script>", "\ud83d", "\uffff", "a\nb", "-1",
                "99999999999999999999", "x".repeat(LONG)).forEach(each);
        Size size = place.getAnnotation(Size.class);
        if (size != null && size.max() < LONG) {
            for (String one : List.of("x", "ü", "😀")) {
                each.accept(one.repeat(size.max() / one.length()));
                each.accept(one.repeat(size.max() / one.length() + 1));
            }
        }
    }

    private static void lists(ParameterizedType type, List<?> good, String path, Found found) {
        found.value(path + "=[]", List.of());
        found.value(path + "=[null]", Collections.singletonList(null));
        if (good != null && !good.isEmpty()) {
            found.value(path + "=twice the same", List.of(good.get(0), good.get(0)));
            found.value(path + "=10000 of it", Collections.nCopies(10_000, good.get(0)));
            bad(type.getActualTypeArguments()[0], good.get(0), good.getClass(), path + "[0]", (p, value) -> found.value(p, Collections.singletonList(value)));
        }
    }

    private static void components(Class<?> raw, Object good, String path, Found found) {
        RecordComponent[] components = raw.getRecordComponents();
        Object[] values = Arrays.stream(components).map(c -> read(c, good)).toArray();
        for (int i = 0; i < components.length; i++) {
            int at = i;
            bad(components[i].getGenericType(), values[i], components[i].getAccessor(), path + "." + components[i].getName(), (p, value) -> {
                Object[] changed = values.clone();
                changed[at] = value;
                found.value(p, make(raw, components, changed));
            });
        }
    }

    private static Object read(RecordComponent component, Object of) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object make(Class<?> type, RecordComponent[] components, Object[] values) {
        try {
            var constructor = type.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new AssertionError(type.getSimpleName() + " fails before anybody can explain it: " + new ArrayList<>(List.of(values)), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String shown(String text) {
        String escaped = text.chars().limit(12).mapToObj(c -> c >= ' ' && c < 127 ? String.valueOf((char) c) : String.format("\\u%04x", c))
                .reduce("", String::concat);
        return "\"" + escaped + "\"" + (text.length() > 12 ? " of " + text.length() : "");
    }
}
