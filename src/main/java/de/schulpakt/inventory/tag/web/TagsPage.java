package de.schulpakt.inventory.tag.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.inventory.tag.TagRolls;
import de.schulpakt.inventory.tag.TagState;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** What stands beside the list of rolls: the form that makes one. */
@Named
@ViewScoped
public class TagsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient TagRolls rolls;
    @Inject
    transient SchoolQueries schools;
    @Inject
    transient Guard guard;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private transient List<SchoolQueries.AuthorityOption> authorities;

    /** Makes a roll. */
    public String make() {
        return act.run(() -> "tag-roll?faces-redirect=true&id=" + rolls.make(new TagRolls.Make(form.number("authority"), form.whole("tags"), form.text("words"))),
                "tag.done.make");
    }

    /** The authorities for which the asker makes rolls. */
    public List<SchoolQueries.AuthorityOption> getAuthorities() {
        if (authorities == null) {
            authorities = schools.authorities().stream().filter(a -> guard.mayAuthority(Permission.DEVICE_ADD, a.id())).toList();
        }
        return authorities;
    }

    public TagState[] getStates() {
        return TagState.values();
    }

    public Form getForm() {
        return form;
    }
}
