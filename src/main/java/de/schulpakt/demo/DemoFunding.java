package de.schulpakt.demo;

import static de.schulpakt.demo.DemoTable.text;

import de.schulpakt.funding.AddAnnex;
import de.schulpakt.funding.AddPosition;
import de.schulpakt.funding.AddRule;
import de.schulpakt.funding.AnnexView;
import de.schulpakt.funding.ApplicationQueries;
import de.schulpakt.funding.ApplicationView;
import de.schulpakt.funding.Applications;
import de.schulpakt.funding.ApprovedPosition;
import de.schulpakt.funding.Category;
import de.schulpakt.funding.CreateApplication;
import de.schulpakt.funding.CreateProgramme;
import de.schulpakt.funding.DecideApplication;
import de.schulpakt.funding.Programmes;
import de.schulpakt.funding.RuleKind;
import de.schulpakt.funding.SetCeiling;
import de.schulpakt.funding.SubmitApplication;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Programme, rules, ceiling and applications of the demo. */
@ApplicationScoped
class DemoFunding {
    private static final long CEILING_CENTS = 42_000_000L;
    @Inject
    Programmes programmes;
    @Inject
    Applications applications;
    @Inject
    ApplicationQueries queries;
    @Inject
    DemoPlaces places;

    /** DigitalPakt 2.0 with its rules as data; answers its id. */
    Long programme(Long authority) {
        Long programme = programmes.create(new CreateProgramme("DigitalPakt 2.0", "DigitalPakt 2.0, Handlungsstrang Infrastruktur",
                LocalDate.of(2025, 1, 1), LocalDate.of(2030, 12, 31)));
        for (NamedCsvRecord row : DemoTable.read("programme-digitalpakt-2.csv")) {
            programmes.addRule(new AddRule(programme, RuleKind.valueOf(text(row, "kind")), text(row, "category") == null ? null
                    : Category.valueOf(text(row, "category")), text(row, "value"), LocalDate.parse(text(row, "valid_from")),
                    text(row, "source"), text(row, "source_url"), Boolean.valueOf(text(row, "verified"))));
        }
        programmes.setCeiling(new SetCeiling(programme, authority, null, CEILING_CENTS,
                "Demo: angenommene erste Stufe; für Koblenz ist im DigitalPakt 2.0 noch nichts Amtliches veröffentlicht",
                false));
        return programme;
    }

    /** An application in draft. */
    Long draft(Long programme, Long authority, String title) {
        return applications.create(new CreateApplication(programme, authority, title));
    }

    /** Adds a school with its positions, in euro; the media concept is either there or due on a day. */
    void annex(Long application, String school, LocalDate conceptReceived, LocalDate conceptDue, Map<Category, Long> euros) {
        Long annex = applications.addAnnex(new AddAnnex(application, version(application), places.school(school), conceptReceived,
                conceptDue));
        new TreeMap<>(euros).forEach((category, euro) -> applications.addPosition(new AddPosition(application, version(application), annex, category,
                description(category), euro * 100)));
    }

    void submit(Long application) {
        applications.submit(new SubmitApplication(application, version(application), null));
    }

    /** Records a decision that approves every position as applied for. */
    void approve(Long application, String reference, LocalDate decidedOn, LocalDate from, LocalDate to) {
        ApplicationView view = queries.view(application);
        List<ApprovedPosition> all = view.annexes().stream().map(AnnexView::positions).flatMap(List::stream)
                .map(p -> new ApprovedPosition(p.id(), p.appliedCents())).toList();
        applications.decide(new DecideApplication(application, view.version(), reference, decidedOn, from, to, all, null));
    }

    private Integer version(Long application) {
        return queries.view(application).version();
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
