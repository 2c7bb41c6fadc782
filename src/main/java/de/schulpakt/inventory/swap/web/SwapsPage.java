package de.schulpakt.inventory.swap.web;

import de.schulpakt.inventory.swap.Swaps;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** What stands beside the list of swaps. */
@Named
@RequestScoped
public class SwapsPage {
    public Swaps.SwapKind[] getKinds() {
        return Swaps.SwapKind.values();
    }
}
