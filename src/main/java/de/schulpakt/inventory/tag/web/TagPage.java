package de.schulpakt.inventory.tag.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.tag.TagQueries;
import de.schulpakt.inventory.tag.TagRolls;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** What the code of a tag opens: the device that has it, or the question on which device it is. */
@Named
@ViewScoped
public class TagPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient TagQueries queries;
    @Inject
    transient TagRolls rolls;
    @Inject
    transient DeviceQueries devices;
    @Inject
    transient Guard guard;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private String no;
    private final Form form = new Form();
    private transient TagQueries.Tag tag;

    /** Reads the tag that the address names; without one it is asked for. */
    public void load() {
        act.show(() -> {
            no = no == null ? here.param("tag") : no;
            if (!no.isBlank()) {
                form.putIfAbsent("tag", getTag().no());
            }
        });
    }

    /** Binds it; the next tag can be scanned at once. */
    public String bind() {
        String outcome = act.run(() -> rolls.bind(new TagRolls.Bind(form.text("tag"), devices.named(form.text("number")).get(0))), "tag.done.bind", "tag?faces-redirect=true");
        tag = null;
        return outcome;
    }

    /** The tag of the address, read once per request of the browser; null without one. */
    public TagQueries.Tag getTag() {
        if (tag == null && no != null && !no.isBlank()) {
            tag = queries.tag(no);
        }
        return tag;
    }

    /** True if the asker binds tags. */
    public boolean isBinding() {
        return guard.may(Permission.DEVICE_PLACE);
    }

    public Form getForm() {
        return form;
    }
}
