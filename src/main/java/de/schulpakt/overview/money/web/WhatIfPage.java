package de.schulpakt.overview.money.web;

import de.schulpakt.overview.money.WhatIfQueries;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What would break if a decision gave less, or all went on later. */
@Named
@RequestScoped
public class WhatIfPage {
    @Inject
    WhatIfQueries queries;
    @Inject
    Act act;
    @Inject
    Here here;
    private WhatIfQueries.View view;

    /** Reads the application, the part and the months that the address names. */
    public void load() {
        Long application = Params.number(here.param("application"));
        act.show(() -> view = queries.whatIf(application == null ? 0 : application, small("percent"), small("months")));
    }

    private Integer small(String name) {
        Long number = Params.number(here.param(name));
        return number == null ? null : (int) Math.min(WhatIfQueries.ALL_PERCENT, number);
    }

    public WhatIfQueries.View getView() {
        return view;
    }
}
