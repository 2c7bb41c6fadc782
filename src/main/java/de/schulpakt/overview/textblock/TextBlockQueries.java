package de.schulpakt.overview.textblock;

import static de.schulpakt.identity.Permission.APPLICATION_EDIT;
import static de.schulpakt.identity.Permission.DEVICE_VIEW;
import static de.schulpakt.identity.Permission.NETWORK_VIEW;
import static de.schulpakt.identity.Permission.SCHOOL_VIEW;

import de.schulpakt.funding.application.ApplicationQueries;
import de.schulpakt.funding.household.FollowCostQueries;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.overview.readiness.ReadinessQueries;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.school.concept.ConceptKind;
import de.schulpakt.school.concept.ConceptQueries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is recorded of an application, in words. */
@Queries
public class TextBlockQueries {
    /**
     * The text blocks of an application.
     *
     * @param blocks  paragraphs of which something is recorded, in the order in which they are read
     * @param missing what the paragraphs that were left out lack
     */
    public record View(Long applicationId, String no, String title, List<Block> blocks, List<Gap> missing) {
    }

    /**
     * A paragraph.
     *
     * @param key     what it is about, the same in every language: frame, schools, a category, network, devices, money, concepts or follow_costs
     * @param text    its sentences, to be copied
     * @param figures what stands in it, each with its rows
     * @param gaps    what no record says
     */
    public record Block(String key, String title, String text, List<Figure> figures, List<Gap> gaps) {
        private static final int LINE = 56;
        private static final int MOST_ROWS = 24;

        /** How many lines a field needs to show it. */
        public int rows() {
            return Math.min(MOST_ROWS, text.lines().mapToInt(line -> 1 + line.length() / LINE).sum() + 1);
        }
    }

    /**
     * A number, an amount or a day of a paragraph.
     *
     * @param href page of the rows it comes from, from the root of the application; null if the asker may not open it
     */
    public record Figure(String label, String value, String href) {
    }

    /**
     * What is not recorded.
     *
     * @param href page where it can be recorded, from the root of the application; null if there is none for the asker
     */
    public record Gap(String what, String href) {
    }

    /**
     * Devices of a kind that are in service at a school.
     *
     * @param dated  how many of them have a day of delivery
     * @param oldest the first of these days, null if there is none
     */
    record There(Long schoolId, ModelKind kind, Long devices, Long dated, LocalDate oldest) {
    }

    /** The schools of which the asker may see something. */
    record Sight(Scope schools, Scope networks, Scope devices, boolean edits) {
    }

    /** All that is told of. */
    record Facts(ApplicationQueries.View application, ProgrammeQueries.Span programme, List<ApplicationQueries.Missing> missing,
            Map<Long, ReadinessQueries.Network> networks, Set<ModelKind> kinds, List<There> devices, Map<Long, ConceptQueries.Valid> media,
            Map<Long, ConceptQueries.Valid> support, List<FollowCostQueries.Counting> follow, Sight sight) {
    }

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    ApplicationQueries applications;
    @Inject
    ProgrammeQueries programmes;
    @Inject
    ConceptQueries concepts;
    @Inject
    ReadinessQueries readiness;
    @Inject
    FollowCostQueries costs;

    /**
     * The text blocks of an application in a language, drafted from what is recorded now. A fixed number of statements, whatever the size.
     *
     * @throws NotFound if there is no such application or the asker may not see it
     */
    public View of(long applicationId, Locale locale) {
        ApplicationQueries.View a = applications.view(applicationId);
        List<Long> schools = a.annexes().stream().map(ApplicationQueries.AnnexView::schoolId).toList();
        Set<Category> categories = a.annexes().stream().flatMap(x -> x.positions().stream()).map(ApplicationQueries.PositionView::category).collect(Collectors.toSet());
        Sight sight = new Sight(guard.visibleSchools(SCHOOL_VIEW), guard.visibleSchools(NETWORK_VIEW), guard.visibleSchools(DEVICE_VIEW),
                guard.mayAuthority(APPLICATION_EDIT, a.authorityId()));
        Set<ModelKind> kinds = kinds(categories);
        LocalDate today = clock.today();
        return new TextBlockWriter(new Facts(a, programmes.span(a.programmeId()), applications.unrecorded(applicationId), readiness.networks(schools), kinds,
                devices(schools, kinds, sight.devices()), schools.isEmpty() ? Map.of() : concepts.valid(schools, ConceptKind.MEDIA, today),
                schools.isEmpty() ? Map.of() : concepts.valid(schools, ConceptKind.SUPPORT, today), costs.counting(applicationId), sight), locale).view();
    }

    /** What kinds of devices the catalogue has for the categories. */
    private Set<ModelKind> kinds(Set<Category> categories) {
        return categories.isEmpty() ? Set.of() : Set.copyOf(Ask.of(em, ModelKind.class,
                "select distinct m.kind from CatalogueItem c join DeviceModel m on m.id = c.modelId where c.category in :categories and m.kind <> :service")
                .set("categories", categories).set("service", ModelKind.SERVICE).list());
    }

    private List<There> devices(List<Long> schools, Set<ModelKind> kinds, Scope scope) {
        if (schools.isEmpty() || kinds.isEmpty() || scope.isEmpty()) {
            return List.of();
        }
        return scope.bind(Ask.of(em, There.class, """
                select s.id as schoolId, m.kind as kind, count(d.id) as devices, count(d.deliveredOn) as dated, min(d.deliveredOn) as oldest
                from Device d join DeviceModel m on m.id = d.modelId join School s on s.id = d.schoolId
                where d.schoolId in :schools and d.state = :state and m.kind in :kinds and""" + scope.school("s") + " group by s.id, m.kind order by s.id, m.kind"))
                .set("schools", schools).set("state", DeviceState.IN_SERVICE).set("kinds", kinds).list();
    }
}
