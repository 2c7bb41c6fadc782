package de.schulpakt.demo;

import static de.schulpakt.demo.DemoTable.text;

import de.schulpakt.funding.application.ApplicationQueries;
import de.schulpakt.funding.application.Applications;
import de.schulpakt.funding.audit.Samples;
import de.schulpakt.funding.correction.BudgetCorrections;
import de.schulpakt.funding.household.FollowCostKind;
import de.schulpakt.funding.household.FollowCosts;
import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.pack.Signers;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.programme.Programmes;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.funding.proof.ProofKind;
import de.schulpakt.funding.proof.ProofQueries;
import de.schulpakt.funding.proof.Proofs;
import de.schulpakt.funding.settlement.DrawdownQueries;
import de.schulpakt.funding.settlement.Drawdowns;
import de.schulpakt.funding.snapshot.Snapshots;
import de.schulpakt.funding.transfer.Transfers;
import de.schulpakt.platform.Clock;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Programme, rules, ceiling and applications of the demo. */
@ApplicationScoped
class DemoFunding {
    private static final long CEILING_CENTS = 42_000_000L;
    @Inject
    FollowCosts follow;
    @Inject
    Programmes programmes;
    @Inject
    Applications applications;
    @Inject
    ApplicationQueries queries;
    @Inject
    ProgrammeQueries programmeQueries;
    @Inject
    BudgetQueries budgets;
    @Inject
    Transfers transfers;
    @Inject
    BudgetCorrections corrections;
    @Inject
    Drawdowns drawdowns;
    @Inject
    DrawdownQueries drawdownQueries;
    @Inject
    Clock clock;
    @Inject
    Proofs proofs;
    @Inject
    ProofQueries proofQueries;
    @Inject
    Snapshots snapshots;
    @Inject
    Samples samples;
    @Inject
    Signers signers;
    @Inject
    DemoPlaces places;

    /** Confirms the rules that were read in an official source. */
    void confirm(Long programme) {
        Set<String> verified = DemoTable.read("programme-digitalpakt-2.csv").stream().filter(row -> Boolean.parseBoolean(text(row, "verified")))
                .map(row -> text(row, "kind") + text(row, "category") + text(row, "valid_from")).collect(Collectors.toSet());
        for (ProgrammeQueries.Rule rule : programmeQueries.view(programme).rules()) {
            String category = Arrays.stream(Category.values()).map(Category::name).filter(rule.category()::equals).findFirst().orElse(null);
            if (verified.contains(rule.kind().name() + category + rule.validFrom())) {
                programmes.confirmRule(new Programmes.ConfirmRule(programme, rule.id(), rule.version(), rule.source(), rule.sourceUrl()));
            }
        }
    }

    /** From that day on a second person confirms approvals above an amount in cents, gross; answers the rule, which is still to be confirmed. */
    Long second(Long programme, long cents, LocalDate from) {
        return programmes.addRule(new Programmes.AddRule(programme, RuleKind.REQUEST_SECOND_CENTS, null, String.valueOf(cents), from,
                "Dienstanweisung Beschaffung der Stadt (Beispiel): Vier-Augen-Prinzip über 25.000 EUR brutto", null, false));
    }

    void confirmed(Long programme, Long rule) {
        ProgrammeQueries.Rule found = programmeQueries.view(programme).rules().stream().filter(r -> r.id().equals(rule)).findFirst().orElseThrow();
        programmes.confirmRule(new Programmes.ConfirmRule(programme, rule, found.version(), found.source(), found.sourceUrl()));
    }

    /** More was spent of a budget than stands there, in cents; a second person is to confirm it. */
    void correct(String school, Category category, long cents, String reason) {
        Long budget = budget(school, category);
        corrections.propose(budget, new BudgetCorrections.Propose(budgets.view(budget).version(), cents, reason));
    }

    /** Somebody whose signature under a rule pack counts. */
    void signer() {
        signers.add(new Signers.Add("Beispiel, Regelwerke", "MCowBQYDK2VwAyEAGiNdD4dpDK0Qw3zrNBpytjpS7RMUiMSm1/j1jM/2kew="));
    }

    /** DigitalPakt 2.0 with its rules as data, still to be confirmed; answers its id. */
    Long programme(Long authority) {
        Long programme = programmes.create(new Programmes.Create("DigitalPakt 2.0", "DigitalPakt 2.0, Handlungsstrang Infrastruktur",
                LocalDate.of(2025, 1, 1), LocalDate.of(2030, 12, 31)));
        for (NamedCsvRecord row : DemoTable.read("programme-digitalpakt-2.csv")) {
            programmes.addRule(new Programmes.AddRule(programme, RuleKind.valueOf(text(row, "kind")), text(row, "category") == null ? null
                    : Category.valueOf(text(row, "category")), text(row, "value"), LocalDate.parse(text(row, "valid_from")),
                    text(row, "source"), text(row, "source_url"), false));
        }
        programmes.setCeiling(new Programmes.SetCeiling(programme, authority, null, CEILING_CENTS,
                "Demo: angenommene erste Stufe; für Koblenz ist im DigitalPakt 2.0 noch nichts Amtliches veröffentlicht",
                false));
        return programme;
    }

    /** An application in draft. */
    Long draft(Long programme, Long authority, String title) {
        return applications.create(new Applications.Create(programme, authority, title));
    }

    /** Adds a school with its positions, in euro; the media concept is either there or due on a day. */
    void annex(Long application, String school, LocalDate conceptReceived, LocalDate conceptDue, Map<Category, Long> euros) {
        Long annex = applications.addAnnex(application, new Applications.AddAnnex(version(application), places.school(school), conceptReceived,
                conceptDue));
        new TreeMap<>(euros).forEach((category, euro) -> applications.addPosition(application, new Applications.AddPosition(version(application), annex, category,
                description(category), euro * 100, detail(category, euro))));
    }

    void submit(Long application) {
        applications.submit(application, new Applications.Submit(version(application), null));
    }

    /** Draws what was spent; answers the drawdown. */
    Long draw(Long application) {
        Long drawdown = drawdowns.propose(new Drawdowns.Propose(application, null));
        drawdowns.request(drawdown, new Drawdowns.Request(drawdownQueries.view(drawdown).version(), clock.today(), null));
        return drawdown;
    }

    /** All that was asked for has come. */
    void received(Long drawdown) {
        DrawdownQueries.View view = drawdownQueries.view(drawdown);
        drawdowns.receive(drawdown, new Drawdowns.Receive(view.version(), clock.today(), view.grantCents()));
    }

    /** One school lends another what it does not need yet, in euro. */
    void lend(String from, Category ofCategory, String to, Category forCategory, long euro, LocalDate backOn, String reason) {
        transfers.move(new Transfers.Move(budget(from, ofCategory), budget(to, forCategory), euro * 100, backOn, reason));
    }

    private Long budget(String school, Category category) {
        return budgets.ofSchool(places.school(school)).stream().filter(b -> b.category() == category).findFirst().orElseThrow().id();
    }

    /** Records a decision that approves every position as applied for, but of one less, in euro, which it grants to the authority without a position. */
    void approve(Long application, String reference, LocalDate decidedOn, LocalDate from, LocalDate to, String school, Category category, long rest) {
        ApplicationQueries.View view = queries.view(application);
        Long of = places.school(school);
        List<Applications.Approved> all = view.annexes().stream().flatMap(a -> a.positions().stream().map(p -> new Applications.Approved(p.id(),
                p.appliedCents() - (a.schoolId().equals(of) && p.category() == category ? rest * 100 : 0)))).toList();
        applications.decide(application, new Applications.Decide(view.version(), reference, decidedOn, from, to, all, null, rest * 100, "ANBest-P", "2019-06"));
    }

    /** Begins a proof of use. */
    Long prove(Long application, ProofKind kind, LocalDate to) {
        return proofs.prepare(new Proofs.Prepare(application, kind, to));
    }

    /** Hands it in, with a word about what is open. */
    void handIn(Long proof, String note) {
        proofs.submit(proof, new Proofs.Submit(proofQueries.view(proof).version(), note));
    }

    /** Keeps the figures of a day. */
    void keep(Long programme, Long authority, LocalDate day) {
        snapshots.take(new Snapshots.Take(programme, authority, day));
    }

    /** Draws devices of a grant at random. */
    void sample(Long application, int size) {
        samples.draw(new Samples.Draw(application, size, null));
    }

    /** What goes on to cost after the fund. */
    void goesOn(Long application, int year) {
        follow.record(new FollowCosts.Record(application, FollowCostKind.LICENCES, "Geräteverwaltung der Tablets", 1_848_00L, year + 1, year + 5,
                "44 Tablets, 42 EUR im Jahr, Preis des Rahmenvertrags"));
        follow.record(new FollowCosts.Record(application, FollowCostKind.MAINTENANCE, "Wartung der Access Points und Switches", 3_200_00L, year + 1, year + 7,
                "Angebot des Rechenzentrums"));
    }

    private Integer version(Long application) {
        return queries.view(application).version();
    }

    /** Displays and work devices are counted; the others are a lump of work. */
    private Applications.Detail detail(Category category, long euro) {
        long unit = category == Category.DISPLAY ? 3_100_00L : category == Category.WORK_DEVICE ? 1_500_00L : 0;
        LocalDate today = clock.today();
        return unit == 0 || euro * 100 % unit != 0 ? null : new Applications.Detail((int) (euro * 100 / unit), unit, today.plusDays(60), today.plusDays(400), null, null);
    }

    private static String description(Category category) {
        return switch (category) {
            case LAN -> "Verkabelung der Unterrichtsräume, Klasse EA, mit Etagenverteilern";
            case WLAN -> "WLAN in allen Unterrichtsräumen, ein Access Point je Raum";
            case LEARNING_INFRASTRUCTURE -> "Lernplattform und Dateiablage";
            case DISPLAY -> "Interaktive Displays für Unterrichtsräume";
            case WORK_DEVICE -> "Arbeitsplätze für den Fachunterricht";
            case MOBILE_DEVICE -> "Klassensätze mobiler Endgeräte mit Hülle";
            case ADMINISTRATION -> "IT-Administration und Support";
        };
    }
}
