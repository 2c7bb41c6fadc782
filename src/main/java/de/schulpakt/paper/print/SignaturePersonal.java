package de.schulpakt.paper.print;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. The name under a signature is a part of what was signed: it goes by {@link SignatureAge}. */
@Dependent
class SignaturePersonal {
    @Produces
    PersonalData signatures() {
        return PersonalData.renamed("signature", "actor_id", "actor_name", "signed_at", "kind", "subject_type", "subject_id", "name");
    }

    @Produces
    PersonalData withdrawn() {
        return PersonalData.named("signature", "withdrawn_by", "withdrawn_at", "kind", "subject_type", "subject_id");
    }
}
