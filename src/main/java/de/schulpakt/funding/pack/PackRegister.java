package de.schulpakt.funding.pack;

import static de.schulpakt.identity.Permission.PROGRAMME_VIEW;

import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the pages of a rule pack and of its signers, and what it keeps of people. */
@Dependent
class PackRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("RulePack", "/funding/pack.xhtml?id={id}", PROGRAMME_VIEW);
    }

    @Produces
    SubjectLink signers() {
        return new SubjectLink("PackSigner", "/funding/signers.xhtml", PROGRAMME_VIEW);
    }

    @Produces
    PersonalData added() {
        return PersonalData.named("pack_signer", "added_by", "added_at", "name");
    }

    @Produces
    PersonalData ended() {
        return PersonalData.named("pack_signer", "ended_by", "ended_on", "name");
    }
}
