package de.schulpakt.overview.home.web;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Role;
import de.schulpakt.overview.home.AdminHomeQueries;
import de.schulpakt.overview.home.OfficerHomeQueries;
import de.schulpakt.overview.home.SchoolHomeQueries;
import de.schulpakt.overview.home.TechnicianHomeQueries;
import de.schulpakt.overview.money.TraceQueries;
import de.schulpakt.overview.money.UsageQueries;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.list.ListView;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalTime;
import java.util.Set;

/** What waits for whoever is signed in; who has two roles sees both parts. Shows only, so it keeps no state. */
@Named("homePage")
@RequestScoped
public class HomePage {
    private static final int MORNING_ENDS = 11;
    private static final int EVENING_BEGINS = 18;
    private static final int LATEST = 12;
    @Inject
    CurrentUser user;
    @Inject
    OfficerHomeQueries officers;
    @Inject
    TechnicianHomeQueries technicians;
    @Inject
    SchoolHomeQueries schools;
    @Inject
    AdminHomeQueries admins;
    @Inject
    TraceQueries traces;
    @Inject
    Clock clock;
    private OfficerHomeQueries.Home officer;
    private TechnicianHomeQueries.Home technician;
    private SchoolHomeQueries.Home school;
    private AdminHomeQueries.Home admin;
    private UsageQueries.Sum money;
    private TraceQueries.Postings latest;

    @PostConstruct
    void load() {
        Set<Role> roles = user.roles();
        if (roles.contains(Role.FUNDING_OFFICER)) {
            officer = officers.officer();
        }
        if (roles.contains(Role.TECHNICIAN)) {
            technician = technicians.technician();
        }
        if (roles.contains(Role.SCHOOL_ADMIN)) {
            school = schools.school();
        }
        if (roles.contains(Role.ADMIN)) {
            admin = admins.admin();
        }
        if (roles.contains(Role.AUDITOR)) {
            money = officers.money();
            latest = traces.postings(ListView.all().with(ListView.SIZE, LATEST));
        }
    }

    /** Key of the greeting for this time of day. */
    public String getGreeting() {
        int hour = LocalTime.ofInstant(clock.now(), Clock.ZONE).getHour();
        return hour < MORNING_ENDS ? "home.morning" : hour < EVENING_BEGINS ? "home.day" : "home.evening";
    }

    /** Where the next visit of today is: the one that has not ended. */
    public TechnicianHomeQueries.Visit getNextVisit() {
        return technician == null ? null : technician.today().stream()
                .filter(v -> v.startsAt().plusSeconds(v.minutes() * 60L).isAfter(clock.now())).findFirst().orElse(null);
    }

    /** True for an account without any role. */
    public boolean isNothing() {
        return user.roles().isEmpty();
    }

    public OfficerHomeQueries.Home getOfficer() {
        return officer;
    }

    public TechnicianHomeQueries.Home getTechnician() {
        return technician;
    }

    public SchoolHomeQueries.Home getSchool() {
        return school;
    }

    public AdminHomeQueries.Home getAdmin() {
        return admin;
    }

    public UsageQueries.Sum getMoney() {
        return money;
    }

    public TraceQueries.Postings getLatest() {
        return latest;
    }
}
