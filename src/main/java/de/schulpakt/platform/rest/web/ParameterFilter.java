package de.schulpakt.platform.rest.web;

import de.schulpakt.platform.BadParameter;
import de.schulpakt.platform.web.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Refuses query parameters that a question of the API does not know, those that stand there twice, and values of another type, naming them: a question that
 * was mistyped must not be answered with everything. Lists know their parameters themselves.
 */
@Provider
@ApplicationScoped
public class ParameterFilter implements ContainerRequestFilter {
    private static final Map<Method, Map<String, Class<?>>> KNOWN = new ConcurrentHashMap<>();
    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if (method == null || !List.of("GET", "HEAD").contains(request.getMethod())
                || Arrays.stream(method.getParameters()).anyMatch(p -> p.isAnnotationPresent(BeanParam.class))) {
            return;
        }
        Map<String, Class<?>> known = KNOWN.computeIfAbsent(method, ParameterFilter::parameters);
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            Class<?> type = Language.NAME.equals(name) ? String.class : known.get(name);
            if (type == null) {
                throw BadParameter.unknown(name);
            }
            if (values.size() > 1 && !Collection.class.isAssignableFrom(type)) {
                throw BadParameter.twice(name);
            }
            values.stream().filter(value -> !value.isEmpty() && !fits(type, value)).findFirst().ifPresent(value -> {
                throw BadParameter.value(name, value);
            });
        });
    }

    private static Map<String, Class<?>> parameters(Method method) {
        return Arrays.stream(method.getParameters()).filter(p -> p.isAnnotationPresent(QueryParam.class))
                .collect(Collectors.toMap(p -> p.getAnnotation(QueryParam.class).value(), Parameter::getType));
    }

    private static boolean fits(Class<?> type, String value) {
        if (type == Long.class || type == long.class) {
            return value.matches("-?\\d{1,18}");
        }
        if (type == Integer.class || type == int.class) {
            return value.matches("-?\\d{1,9}");
        }
        if (type == Boolean.class || type == boolean.class) {
            return value.equals("true") || value.equals("false");
        }
        if (type == LocalDate.class) {
            try {
                return value.equals(LocalDate.parse(value).toString());
            } catch (DateTimeException e) {
                return false;
            }
        }
        return !type.isEnum() || Arrays.stream(type.getEnumConstants()).anyMatch(c -> ((Enum<?>) c).name().equals(value));
    }
}
