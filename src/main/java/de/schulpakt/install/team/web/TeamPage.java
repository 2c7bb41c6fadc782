package de.schulpakt.install.team.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.install.team.TeamQueries;
import de.schulpakt.install.team.Teams;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** A team, or a new one when the address names none. */
@Named
@ViewScoped
public class TeamPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Teams teams;
    @Inject
    transient TeamQueries queries;
    @Inject
    transient SchoolQueries schools;
    @Inject
    transient Guard guard;
    @Inject
    transient Act act;
    private transient List<SchoolQueries.AuthorityOption> authorities;
    private Long id;
    private TeamQueries.View view;
    private final Form form = new Form();

    /** Reads the team; a new one is only for technicians of an authority. */
    public void load() {
        act.show(() -> {
            if (id == null) {
                if (getAuthorities().isEmpty()) {
                    throw new Forbidden(Permission.TICKET_WORK);
                }
                return;
            }
            view = queries.view(id);
            form.putIfAbsent("name", view.name());
            form.putIfAbsent("leadId", view.leadId());
            form.putIfAbsent("fromOn", view.today());
        });
    }

    /** Founds the team. */
    public String found() {
        return act.run(() -> "team?faces-redirect=true&id=" + teams.found(new Teams.Found(getAuthorities().size() == 1 ? getAuthorities().get(0).id()
                : form.number("authorityId"), form.text("name"))), "team.done");
    }

    public String rename() {
        return run(() -> teams.rename(id, new Teams.Rename(view.version(), form.text("name"))));
    }

    public String join() {
        return run(() -> teams.join(id, new Teams.Join(form.number("technicianId"), form.day("fromOn"), form.day("toOn"))));
    }

    /** Other days of the member that is chosen. */
    public String change() {
        TeamQueries.Member member = member("changed");
        return run(() -> teams.change(member == null ? -1 : member.id(), new Teams.Days(member == null ? null : member.version(), form.day("rightFromOn"), form.day("rightToOn"),
                form.text("changeReason"))));
    }

    /** The member that is chosen was none. */
    public String remove() {
        TeamQueries.Member member = member("removed");
        return run(() -> teams.remove(member == null ? -1 : member.id(), new Teams.Why(member == null ? null : member.version(), form.text("removeReason"))));
    }

    public String lead() {
        return run(() -> teams.lead(id, new Teams.Lead(view.version(), form.number("leadId"))));
    }

    public String end() {
        return run(() -> teams.end(id, new Teams.End(view.version(), form.number("successorId"), form.text("reason"))));
    }

    public String resume() {
        return run(() -> teams.resume(id, new Teams.Why(view.version(), form.text("reason"))));
    }

    private TeamQueries.Member member(String field) {
        Long member = form.number(field);
        return view.members().stream().filter(one -> one.id().equals(member)).findFirst().orElse(null);
    }

    private String run(Runnable step) {
        String outcome = act.run(step, "team.done", "team?faces-redirect=true&id=" + id);
        if (outcome == null) {
            load();
        }
        return outcome;
    }

    /** The authorities for which the asker works. */
    public List<SchoolQueries.AuthorityOption> getAuthorities() {
        if (authorities == null) {
            authorities = schools.authorities().stream().filter(a -> guard.mayAuthority(Permission.TICKET_WORK, a.id())).toList();
        }
        return authorities;
    }

    public TeamQueries.View getView() {
        return view;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public Form getForm() {
        return form;
    }
}
