package de.schulpakt;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands in an address is text: a parameter that cannot be made of it keeps the whole program from being deployed. */
class ResourceParametersTest {
    @Test
    void what_an_address_says_can_be_made_of_text() {
        List<String> wrong = new ArrayList<>();
        int[] seen = new int[1];
        Rooms.read().classes().stream().filter(type -> type.isAnnotatedWith(Path.class)).map(JavaClass::reflect).forEach(type -> {
            for (Method method : type.getDeclaredMethods()) {
                for (Parameter parameter : method.getParameters()) {
                    if (parameter.isAnnotationPresent(QueryParam.class) || parameter.isAnnotationPresent(PathParam.class)) {
                        seen[0]++;
                        if (!ofText(parameter.getType())) {
                            wrong.add(type.getSimpleName() + "." + method.getName() + " " + parameter);
                        }
                    }
                }
            }
        });
        assertThat(seen[0]).isGreaterThan(300);
        assertThat(wrong).isEmpty();
    }

    private static boolean ofText(Class<?> type) {
        if (type.isPrimitive() || type.isEnum() || type == String.class || List.class.isAssignableFrom(type)) {
            return true;
        }
        for (String name : List.of("valueOf", "fromString")) {
            try {
                if (type.getMethod(name, String.class).getReturnType() == type) {
                    return true;
                }
            } catch (NoSuchMethodException e) {
                // the next one may be there
            }
        }
        return Arrays.stream(type.getConstructors()).anyMatch(made -> Arrays.equals(made.getParameterTypes(), new Class<?>[] {String.class}));
    }
}
