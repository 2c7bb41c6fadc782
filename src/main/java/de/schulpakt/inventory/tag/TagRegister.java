package de.schulpakt.inventory.tag;

import static de.schulpakt.identity.Permission.DEVICE_VIEW;

import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page of a roll, and what it keeps of people. */
@Dependent
class TagRegister {
    @Produces
    SubjectLink roll() {
        return new SubjectLink("TagRoll", "/inventory/tag-roll.xhtml?id={id}", DEVICE_VIEW);
    }

    @Produces
    PersonalData made() {
        return PersonalData.named("tag_roll", "made_by", "made_at", "no");
    }
}
