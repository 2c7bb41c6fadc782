package de.schulpakt.funding.rule.web;

import de.schulpakt.funding.rule.RuleQueries;
import de.schulpakt.platform.web.Act;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** All rules of an application; which kept check they are compared with stands in the address. */
@Named
@RequestScoped
public class RulesPage {
    @Inject
    RuleQueries queries;
    @Inject
    Act act;
    private Long application;
    private Long check;
    private RuleQueries.View view;

    /** Reads the rules of the application that the URL names. */
    public void load() {
        act.show(() -> view = queries.view(application == null ? 0 : application, check));
    }

    public Long getApplication() {
        return application;
    }

    public void setApplication(Long application) {
        this.application = application;
    }

    public Long getCheck() {
        return check;
    }

    public void setCheck(Long check) {
        this.check = check;
    }

    public RuleQueries.View getView() {
        return view;
    }
}
