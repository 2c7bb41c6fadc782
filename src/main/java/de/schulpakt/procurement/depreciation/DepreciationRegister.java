package de.schulpakt.procurement.depreciation;

import static de.schulpakt.identity.Permission.BUDGET_VIEW;

import de.schulpakt.identity.register.SubjectLink;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the pages of a run and of the accounts. */
@Dependent
class DepreciationRegister {
    @Produces
    SubjectLink run() {
        return new SubjectLink("AssetBooking", "/procurement/depreciation-run.xhtml?id={id}", BUDGET_VIEW);
    }

    @Produces
    SubjectLink accounts() {
        return new SubjectLink("AssetAccount", "/procurement/depreciation-accounts.xhtml?authority={id}", BUDGET_VIEW);
    }
}
