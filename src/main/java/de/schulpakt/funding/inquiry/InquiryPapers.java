package de.schulpakt.funding.inquiry;

import static de.schulpakt.identity.Permission.APPLICATION_EDIT;
import static de.schulpakt.identity.Permission.APPLICATION_VIEW;

import de.schulpakt.identity.Permission;
import de.schulpakt.paper.PaperSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** A question has its letters and mails. */
@ApplicationScoped
class InquiryPapers implements PaperSubject {
    @Override
    public String type() {
        return "Inquiry";
    }

    @Override
    public Permission permission() {
        return APPLICATION_VIEW;
    }

    @Override
    public Set<Permission> attaches() {
        return Set.of(APPLICATION_EDIT);
    }

    @Override
    public String jpql() {
        return "select t.no as no, t.authorityId as authorityId, nullif(t.authorityId, t.authorityId) as schoolId from Inquiry t where t.id = :id";
    }

    @Override
    public String awards() {
        return "select t.applicationId from Inquiry t where t.id = :id";
    }

    @Override
    public List<String> usual() {
        return List.of("LETTER");
    }
}
