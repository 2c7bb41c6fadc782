package de.schulpakt.inventory.tag.web;

import de.schulpakt.inventory.tag.TagQueries;
import de.schulpakt.inventory.tag.TagRolls;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One roll. */
@Named
@ViewScoped
public class TagRollPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient TagQueries queries;
    @Inject
    transient TagRolls rolls;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private Long id;
    private Integer version;
    private final Form form = new Form();
    private transient TagQueries.View view;

    /** Reads what the address names. */
    public void load() {
        act.show(() -> {
            id = id == null ? Params.number(here.param("id")) : id;
            version = getView().version();
        });
    }

    /** What is left is not used any more. */
    public String end() {
        return run(() -> rolls.end(id, new TagRolls.Why(version, form.text("reason"))), "tag.done.end");
    }

    /** It was ended by mistake. */
    public String reopen() {
        return run(() -> rolls.reopen(id, new TagRolls.Why(version, form.text("why"))), "tag.done.reopen");
    }

    private String run(Runnable step, String done) {
        String outcome = act.run(step, done, "tag-roll?faces-redirect=true&id=" + id);
        view = null;
        if (outcome == null) {
            act.show(() -> version = getView().version());
        }
        return outcome;
    }

    /** The roll, read once per request of the browser. */
    public TagQueries.View getView() {
        if (view == null) {
            if (id == null) {
                throw new NotFound("TagRoll", id);
            }
            view = queries.view(id);
        }
        return view;
    }

    public Form getForm() {
        return form;
    }
}
