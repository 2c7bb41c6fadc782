package de.schulpakt.identity.provider;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.register.AdminEntry;
import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house, and what it keeps of people. */
@Dependent
class ProviderRegister {
    @Produces
    AdminEntry provider() {
        return new AdminEntry("provider", 13, "/identity/provider.xhtml", USER_ADMIN);
    }

    @Produces
    PersonalData connection() {
        return PersonalData.deleted("provider_account", "user_id", "linked_at", "issuer", "person_key", "seen_at");
    }

    @Produces
    PersonalData roles() {
        return PersonalData.deleted("provider_role", "user_id", "given_at", "role", "authority_id", "school_id");
    }

    @Produces
    PersonalData rules() {
        return PersonalData.kept("claim_rule", "made_by", "made_at", "claim", "value", "role");
    }
}
