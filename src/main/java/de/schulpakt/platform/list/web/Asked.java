package de.schulpakt.platform.list.web;

import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.web.Language;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The query parameters of a list in REST: {@code @BeanParam Asked asked}. What the list does not know is refused by it. */
public class Asked {
    @Context
    private UriInfo uri;

    /** What is asked of the list. */
    public ListView view() {
        Map<String, List<String>> sent = new LinkedHashMap<>(uri.getQueryParameters());
        sent.remove(Language.NAME);
        return new ListView(sent, true);
    }
}
