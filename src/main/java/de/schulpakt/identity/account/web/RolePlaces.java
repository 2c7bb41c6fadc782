package de.schulpakt.identity.account.web;

import de.schulpakt.identity.Grant;
import de.schulpakt.identity.Places;
import de.schulpakt.identity.Role;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.web.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where a role can hold, for the forms that give roles and the pages that show them. */
@Named
@RequestScoped
public class RolePlaces {
    /** A place to choose; the key is empty for everywhere, else a letter and an id. */
    public record Choice(String key, String label) {
    }

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
    Places places;
    @Inject
    Language language;
    private List<Choice> choices;
    private Map<String, String> names;

    /** Everywhere, all authorities, all schools of an authority. */
    public List<Choice> getChoices() {
        if (choices == null) {
            choices = new ArrayList<>(List.of(new Choice("", text("users.everywhere"))));
            places.authorities().forEach(a -> choices.add(new Choice("a" + a.id(), text("users.authority") + ": " + a.name())));
            places.schools().forEach(s -> choices.add(new Choice("s" + s.id(), text("users.school") + ": " + s.name())));
        }
        return choices;
    }

    public List<Role> getRoles() {
        return List.of(Role.values());
    }

    /** Where a role holds, in words. */
    public String where(Long authorityId, Long schoolId) {
        if (names == null) {
            names = getChoices().stream().collect(Collectors.toMap(Choice::key, Choice::label));
        }
        return names.getOrDefault(schoolId != null ? "s" + schoolId : authorityId != null ? "a" + authorityId : "", "");
    }

    private String text(String key) {
        return Texts.get(language.getLocale(), key);
    }
}
