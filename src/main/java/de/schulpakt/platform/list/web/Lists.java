package de.schulpakt.platform.list.web;

import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.ListView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All lists that the rooms have declared, by the address of their page. */
@ApplicationScoped
public class Lists {
    @Inject
    @Any
    Instance<ListOf<?>> all;

    /** The list whose page has this address without ending. */
    public Optional<ListOf<?>> at(String page) {
        for (ListOf<?> list : all) {
            if (list.pages().containsKey(page)) {
                return Optional.of(list);
            }
        }
        return Optional.empty();
    }

    /** What the address of a page asks for, with what the list takes for granted; what makes no sense in it is passed over. */
    static ListView view(ListOf<?> list, String page, HttpServletRequest request) {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> sent.put(name, List.of(values)));
        list.pages().get(page).forEach((name, value) -> sent.put(name, List.of(value)));
        return list.usual(new ListView(sent, false));
    }
}
