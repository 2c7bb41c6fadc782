package de.schulpakt.procurement.catalogue;

import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whom to ask at suppliers is forgotten by rule. */
@ApplicationScoped
class SupplierContactsJob implements JobKind {
    @Inject
    SupplierContacts contacts;

    @Override
    public String name() {
        return "supplier-contacts";
    }

    @Override
    public JobTime time() {
        return JobTime.daily(3, 55);
    }

    @Override
    public void run(JobRun run) {
        run.says("job.kind.supplier-contacts_done", contacts.forget());
    }
}
