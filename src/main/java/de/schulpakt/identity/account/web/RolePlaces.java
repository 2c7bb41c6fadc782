package de.schulpakt.identity.account.web;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.Grant;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Places;
import de.schulpakt.identity.Role;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.web.ChoiceSource;
import de.schulpakt.platform.web.Choices;
import de.schulpakt.platform.web.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Where a role can hold, for the forms that give roles and the pages that show them. */
@Named
@RequestScoped
public class RolePlaces implements ChoiceSource {
    /** A line of a form: a role and where it holds. */
    public static final class Line implements Serializable {
        private static final long serialVersionUID = 1L;
        private String role;
        private String place;

        public String getRole() {
            return role;
        }

        public void setRole(String role) {
            this.role = role;
        }

        public String getPlace() {
            return place;
        }

        public void setPlace(String place) {
            this.place = place;
        }

        boolean isEmpty() {
            return role == null || role.isEmpty();
        }

        Grant grant() {
            Long id = place == null || place.length() < 2 ? null : Long.valueOf(place.substring(1));
            return new Grant(isEmpty() ? null : Role.valueOf(role), id != null && place.charAt(0) == 'a' ? id : null,
                    id != null && place.charAt(0) == 's' ? id : null);
        }
    }

    @Inject
    Guard guard;
    @Inject
    Places places;
    @Inject
    Language language;
    private Map<Long, String> authorities;
    private final Map<Long, String> schools = new HashMap<>();

    public List<Role> getRoles() {
        return List.of(Role.values());
    }

    /** Where a role holds, in words. */
    public String where(Long authorityId, Long schoolId) {
        if (schoolId != null) {
            return school(schools.computeIfAbsent(schoolId, id -> places.named(List.of(id)).stream().findFirst().map(Places.Place::name).orElse("")));
        }
        return authorityId == null ? text("users.everywhere") : authority(authorities().getOrDefault(authorityId, ""));
    }

    /** Names of the schools on a page of many, asked for together. */
    public void know(Collection<Long> schoolIds) {
        places.named(schoolIds.stream().filter(Objects::nonNull).collect(Collectors.toSet())).forEach(s -> schools.put(s.id(), s.name()));
    }

    @Override
    public String name() {
        return "places";
    }

    /** All authorities, and the schools of an authority; the key is a letter and an id. */
    @Override
    public Choices find(Asked asked) {
        guard.requireEverywhere(USER_ADMIN);
        String typed = asked.text() == null ? "" : asked.text().toLowerCase(asked.locale());
        List<Choices.Choice> rows = new ArrayList<>();
        authorities().forEach((id, name) -> {
            if (name.toLowerCase(asked.locale()).contains(typed)) {
                rows.add(new Choices.Choice("a" + id, authority(name)));
            }
        });
        Page<Places.Place> found = places.schools(asked.text(), new PageRequest(1, SHOWN, null));
        found.rows().forEach(s -> rows.add(new Choices.Choice("s" + s.id(), school(s.name()))));
        return new Choices(rows, rows.size() - found.rows().size() + found.total()).with(chosen(asked.chosen()));
    }

    private Choices.Choice chosen(String key) {
        if (key == null || !key.matches("[as]\\d{1,18}")) {
            return null;
        }
        Long id = Long.valueOf(key.substring(1));
        if (key.charAt(0) == 'a') {
            return authorities().containsKey(id) ? new Choices.Choice(key, authority(authorities().get(id))) : null;
        }
        return places.named(List.of(id)).stream().findFirst().map(s -> new Choices.Choice(key, school(s.name()))).orElse(null);
    }

    private Map<Long, String> authorities() {
        if (authorities == null) {
            authorities = new LinkedHashMap<>();
            places.authorities().forEach(a -> authorities.put(a.id(), a.name()));
        }
        return authorities;
    }

    private String authority(String name) {
        return text("users.authority") + ": " + name;
    }

    private String school(String name) {
        return text("users.school") + ": " + name;
    }

    private String text(String key) {
        return Texts.get(language.getLocale(), key);
    }
}
