package de.schulpakt.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The URL of the page that is shown, and variations of it: the filters, order and page of a list live in the URL. */
@Named("here")
@RequestScoped
public class Here {
    @Inject
    HttpServletRequest request;

    /** Path without query, of the page that the browser asked for. */
    public String getPath() {
        Object forwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        return forwarded != null ? forwarded.toString() : request.getRequestURI();
    }

    /** One query parameter, empty if absent. */
    public String param(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    /** All values of a query parameter, with commas between them. */
    public String all(String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? "" : String.join(",", values);
    }

    /** This URL with one parameter replaced, or removed when the value is null or empty. */
    public String link(String name, Object value) {
        Map<String, String> query = query();
        if (value == null || value.toString().isEmpty()) {
            query.remove(name);
        } else {
            query.put(name, value.toString());
        }
        return url(query);
    }

    /** This URL with what follows a row, instead of a page. */
    public String after(String row) {
        Map<String, String> query = query();
        query.remove("page");
        query.put("after", row);
        return url(query);
    }

    /** This URL sorted by a column; a second click turns the order round. Begins again at the first page. */
    public String sort(String column) {
        return sort(column, param("sort"));
    }

    /** The same where the order may be one that nobody asked for. */
    public String sort(String column, String now) {
        Map<String, String> query = query();
        query.put("sort", column.equals(now) ? "-" + column : column);
        query.remove("page");
        query.remove("after");
        return url(query);
    }

    /** How this column is sorted, for aria-sort: ascending, descending or none. */
    public String sorted(String column) {
        return sorted(column, param("sort"));
    }

    /** The same where the order may be one that nobody asked for. */
    public String sorted(String column, String now) {
        return column.equals(now) ? "ascending" : ("-" + column).equals(now) ? "descending" : "none";
    }

    private String url(Map<String, String> query) {
        if (query.isEmpty()) {
            return getPath();
        }
        return getPath() + query.entrySet().stream().map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&", "?", ""));
    }

    private Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        String raw = request.getQueryString();
        if (raw != null) {
            Arrays.stream(raw.split("&")).map(p -> p.split("=", 2)[0]).distinct().forEach(encoded -> {
                String name = java.net.URLDecoder.decode(encoded, StandardCharsets.UTF_8);
                String value = all(name);
                if (value != null && !value.isEmpty() && !Language.NAME.equals(name)) {
                    query.put(name, value);
                }
            });
        }
        return query;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
