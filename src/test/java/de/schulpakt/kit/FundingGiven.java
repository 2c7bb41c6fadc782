package de.schulpakt.kit;

import de.schulpakt.funding.application.ApplicationQueries;
import de.schulpakt.funding.application.Applications;
import de.schulpakt.funding.correction.BudgetCorrections;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.Programmes;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.identity.Role;
import de.schulpakt.platform.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;

/** Programmes, applications and budgets for tests, made through the use cases by a funding officer of all schools. */
public final class FundingGiven {
    /** Login of the funding officer that all of this acts as. */
    public static final String OFFICER = "given.funding";
    private static final String DEPUTY = "given.deputy";
    /** First day of the programme that {@link #programme} makes. */
    public static final LocalDate START = LocalDate.of(2025, 1, 1);
    /** Last day of the programme that {@link #programme} makes. */
    public static final LocalDate END = LocalDate.of(2090, 12, 31);

    private FundingGiven() {
    }

    /** A programme with 10 % own share, all categories allowed, five years of binding, direct award up to 10,000 EUR net. */
    public static Long programme(Db db, String code) {
        Long id = officer(db, () -> db.get(Programmes.class).create(new Programmes.Create(code, code, START, END)));
        rule(db, id, RuleKind.OWN_SHARE_BP, null, "1000");
        rule(db, id, RuleKind.CATEGORY_ALLOWED, null, "YES");
        rule(db, id, RuleKind.BINDING_YEARS, null, "5");
        rule(db, id, RuleKind.BINDING_START, null, "COMMISSIONING");
        rule(db, id, RuleKind.BINDING_MODE, null, "EXACT_DATE");
        rule(db, id, RuleKind.DIRECT_AWARD_LIMIT, null, "1000000");
        rule(db, id, RuleKind.REPORT_DAYS, null, "06-30,12-31");
        return id;
    }

    /** A rule that holds from the first day of the programme. */
    public static Long rule(Db db, Long programmeId, RuleKind kind, Category category, String value) {
        return rule(db, programmeId, kind, category, value, START);
    }

    /** A rule that holds from a day on, confirmed by a second person. */
    public static Long rule(Db db, Long programmeId, RuleKind kind, Category category, String value, LocalDate validFrom) {
        Long rule = officer(db, () -> db.get(Programmes.class).addRule(new Programmes.AddRule(programmeId, kind, category, value, validFrom,
                "test", null, false)));
        deputy(db, () -> {
            Integer version = (int) db.number("SELECT version FROM programme_rule WHERE id = ?", rule);
            db.get(Programmes.class).confirmRule(new Programmes.ConfirmRule(programmeId, rule, version, "test", null));
            return null;
        });
        return rule;
    }

    /** The first ceiling of an authority, confirmed by a second person: grant money in cents. */
    public static void ceiling(Db db, Long programmeId, Long authorityId, long cents) {
        officer(db, () -> {
            db.get(Programmes.class).setCeiling(new Programmes.SetCeiling(programmeId, authorityId, null, cents, "test", false));
            return null;
        });
        confirmCeiling(db, programmeId, authorityId);
    }

    /** The second person confirms the ceiling that stands there. */
    public static void confirmCeiling(Db db, Long programmeId, Long authorityId) {
        deputy(db, () -> {
            Integer version = (int) db.number("SELECT version FROM programme_ceiling WHERE programme_id = ? AND authority_id = ?", programmeId,
                    authorityId);
            db.get(Programmes.class).confirmCeiling(new Programmes.ConfirmCeiling(programmeId, authorityId, version, "test"));
            return null;
        });
    }

    /** A draft. */
    public static Long application(Db db, Long programmeId, Long authorityId) {
        return officer(db, () -> db.get(Applications.class).create(new Applications.Create(programmeId, authorityId, "Antrag")));
    }

    /** Adds a school to a draft. */
    public static Long annex(Db db, Long applicationId, Long schoolId) {
        return officer(db, () -> db.get(Applications.class).addAnnex(applicationId, new Applications.AddAnnex(version(db, applicationId),
                schoolId, null, null)));
    }

    /** Adds a position to a school of a draft: eligible expenditure in cents. */
    public static Long position(Db db, Long applicationId, Long annexId, Category category, long cents) {
        return officer(db, () -> db.get(Applications.class).addPosition(applicationId, new Applications.AddPosition(version(db, applicationId), annexId, category, "Ausstattung", cents, null)));
    }

    /** Submits a draft. */
    public static void submit(Db db, Long applicationId) {
        officer(db, () -> {
            db.get(Applications.class).submit(applicationId, new Applications.Submit(version(db, applicationId), null));
            return null;
        });
    }

    /** Approves all that was applied for, for the time from the programme's first day to its last. */
    public static void approve(Db db, Long applicationId) {
        deputy(db, () -> {
            ApplicationQueries.View view = view(db, applicationId);
            List<Applications.Approved> positions = view.annexes().stream().flatMap(a -> a.positions().stream())
                    .map(p -> new Applications.Approved(p.id(), p.appliedCents())).toList();
            db.get(Applications.class).decide(applicationId, new Applications.Decide(view.version(), "ISB-1",
                    db.get(Clock.class).today(), START, END, positions, null, null, null, null));
            return null;
        });
    }

    /** A budget of a school, with all that it needs: programme, ceiling, application, decision. Returns its id. */
    public static Long budget(Db db, Long authorityId, Long schoolId, Category category, long cents) {
        Long programme = programme(db, "Programm " + db.number("SELECT count(*) FROM programme"));
        ceiling(db, programme, authorityId, cents);
        Long application = application(db, programme, authorityId);
        position(db, application, annex(db, application, schoolId), category, cents);
        submit(db, application);
        approve(db, application);
        return view(db, application).annexes().get(0).positions().get(0).budgetId();
    }

    /** Corrects what a budget has spent: the officer proposes, the deputy confirms. Answers the correction. */
    public static Long correct(Db db, Long budgetId, long cents, String reason) {
        Long id = officer(db, () -> db.get(BudgetCorrections.class).propose(budgetId, new BudgetCorrections.Propose(
                (int) db.number("SELECT version FROM budget WHERE id = ?", budgetId), cents, reason)));
        return deputy(db, () -> {
            db.get(BudgetCorrections.class).confirm(id, new BudgetCorrections.Confirm((int) db.number("SELECT version FROM budget_correction WHERE id = ?", id), null));
            return id;
        });
    }

    /** The application as its page shows it now. */
    public static ApplicationQueries.View view(Db db, Long applicationId) {
        return officer(db, () -> db.get(ApplicationQueries.class).view(applicationId));
    }

    /** The version that somebody sees who opens the application's page now. */
    public static Integer version(Db db, Long applicationId) {
        return view(db, applicationId).version();
    }

    /** How many notices of a kind the second officer has and has not read, and which are not done by what followed. */
    public static long waits(Db db, String kind) {
        return db.number("select count(*) from notice where kind = ? and read_at is null and user_id = (select id from app_user where login = ?)", kind, DEPUTY);
    }

    /** Acts as a second funding officer of all schools, who decides what the first has applied for. */
    public static <T> T deputy(Db db, Callable<T> work) {
        if (db.number("SELECT count(*) FROM app_user WHERE login = ?", DEPUTY) == 0) {
            SchoolGiven.user(db, DEPUTY, Role.FUNDING_OFFICER, null, null);
        }
        return SchoolGiven.as(db, DEPUTY, work);
    }

    /** Acts as the funding officer of all schools. */
    public static <T> T officer(Db db, Callable<T> work) {
        if (db.number("SELECT count(*) FROM app_user WHERE login = ?", OFFICER) == 0) {
            SchoolGiven.user(db, OFFICER, Role.FUNDING_OFFICER, null, null);
        }
        return SchoolGiven.as(db, OFFICER, work);
    }
}
