package de.schulpakt.install.defect.web;

import de.schulpakt.install.defect.DefectList;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** What stands beside the list of defects. */
@Named
@RequestScoped
public class DefectsPage {
    public DefectList.Standing[] getStandings() {
        return DefectList.Standing.values();
    }
}
