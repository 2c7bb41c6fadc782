package de.schulpakt.funding.household;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;

import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the pages of a follow-up cost and of a payment plan, and what it keeps of people. */
@Dependent
class FollowCostRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("FollowCost", "/funding/follow-cost.xhtml?id={id}", APPLICATION_VIEW);
    }

    @Produces
    SubjectLink plan() {
        return new SubjectLink("PaymentPlan", "/funding/payment-plan.xhtml?id={id}", APPLICATION_VIEW);
    }

    @Produces
    PersonalData planned() {
        return PersonalData.named("payment_plan", "recorded_by", "recorded_at", "no");
    }

    @Produces
    PersonalData recorded() {
        return PersonalData.named("follow_cost", "recorded_by", "recorded_at", "no");
    }
}
