package de.schulpakt.install.effort.web;

import de.schulpakt.install.effort.UseList;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** What stands beside the list of material that was used. */
@Named
@RequestScoped
public class MaterialPage {
    public UseList.Paid[] getPaid() {
        return UseList.Paid.values();
    }
}
