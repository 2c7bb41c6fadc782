package de.schulpakt.identity.account.web;

import de.schulpakt.identity.account.SecurityLog.SecurityKind;
import de.schulpakt.identity.account.UserQueries;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The security log for administrators. */
@Named
@RequestScoped
public class SecurityPage {
    @Inject
    UserQueries queries;
    @Inject
    Act act;
    @Inject
    Here here;
    private Page<UserQueries.Event> rows;

    /** Reads the lines that the URL asks for. */
    public void load() {
        act.show(() -> {
            SecurityKind kind = Params.constant(SecurityKind.class, here.param("kind"));
            String address = here.param("address");
            rows = queries.events(kind == null ? null : kind.name(), Params.number(here.param("user")), address == null || address.isBlank() ? null : address.strip(),
                    PageRequest.of(Params.page(here.param("page")), null, null));
        });
    }

    public Page<UserQueries.Event> getRows() {
        return rows;
    }

    public SecurityKind[] getKinds() {
        return SecurityKind.values();
    }
}
