package de.schulpakt.inventory.value;

import static de.schulpakt.identity.Permission.BUDGET_VIEW;

import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page of a statement and of the classes, and what it keeps of people. */
@Dependent
class ValueRegister {
    @Produces
    SubjectLink run() {
        return new SubjectLink("AssetRun", "/inventory/assets.xhtml?run={id}", BUDGET_VIEW);
    }

    @Produces
    SubjectLink kind() {
        return new SubjectLink("DepreciationClass", "/inventory/asset-runs.xhtml", BUDGET_VIEW);
    }

    @Produces
    PersonalData made() {
        return PersonalData.named("asset_run", "made_by", "made_at", "no");
    }
}
