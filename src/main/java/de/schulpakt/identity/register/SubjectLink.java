package de.schulpakt.identity.register;

import de.schulpakt.identity.Permission;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where the page of a kind of subject stands. A room brings it as a CDI producer, so that messages, search and timelines can
 * lead to subjects of rooms they do not know.
 *
 * @param type   the entity's name, as in {@link de.schulpakt.platform.Ref}
 * @param page   path with {@code {id}} or {@code {no}}
 * @param seenBy the permission to open such pages; null: everybody, for pages that show one's own
 */
public record SubjectLink(String type, String page, Permission seenBy) {
    /** The path for one subject. */
    public String of(long id, String no) {
        return page.replace("{id}", String.valueOf(id)).replace("{no}", URLEncoder.encode(no == null ? "" : no, StandardCharsets.UTF_8));
    }
}
