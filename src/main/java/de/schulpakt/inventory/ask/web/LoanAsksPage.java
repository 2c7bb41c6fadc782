package de.schulpakt.inventory.ask.web;

import de.schulpakt.inventory.ask.AskState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** What stands beside the list of asks. */
@Named
@RequestScoped
public class LoanAsksPage {
    public AskState[] getStates() {
        return AskState.values();
    }
}
