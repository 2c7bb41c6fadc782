package de.schulpakt.funding.pack;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;
import static de.schulpakt.identity.Permission.PROGRAMME_EDIT;
import static de.schulpakt.identity.Permission.PROGRAMME_VIEW;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.funding.programme.RuleStatus;
import de.schulpakt.identity.Duties;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Questions about rule packs. */
@Queries
public class PackQueries {
    /** A pack in a list. */
    public record Row(Long id, String code, String name, String edition, PackState state, String fileName, Instant createdAt, Long programmeId,
            String signer) {
    }

    /**
     * What the pack does to one rule.
     *
     * @param what     NEW, OTHER, SAME, or ONLY_HERE for what stays although the pack does not name it
     * @param category null: for all
     * @param before   value that stands for that day, null if none does
     * @param after    value of the pack, null if it names none
     * @param verified true if the value that stands is verified: then it goes on to hold until the new one is confirmed
     */
    public record Change(String what, RuleKind kind, Category category, LocalDate validFrom, String before, String after, boolean verified,
            RuleStatus status, String source, String url) {
        /** The value that stands, as a sentence holds it. */
        public Object said() {
            return after == null ? null : kind.said(after);
        }

        /** The value of the pack, as a sentence holds it. */
        public Object saidBefore() {
            return before == null ? null : kind.said(before);
        }
    }

    /**
     * An authority that the rules of the programme hit, as far as the asker may see it.
     *
     * @param drafts  applications not yet handed in: checked by the new rules
     * @param awaited handed in and not decided: their own share is frozen, the decision is checked by the new rules
     * @param decided approved: what is ordered and delivered from now on follows the new rules
     */
    public record Hit(Long authorityId, String authority, Long drafts, Long awaited, Long decided) {
    }

    /** A case of the pack: it holds, else the pack would have been refused. */
    public record Case(String name, Integer line) {
    }

    /** A file. */
    public record File(String name, String content) {
    }

    /** A value that no source gives. */
    public record Open(RuleKind kind, Category category, String question) {
    }

    /**
     * One pack whole.
     *
     * @param signer whose signature fits, null if it is not signed
     */
    public record View(Long id, String code, String name, String edition, PackState state, Long programmeId, String fileName, String checksum,
            String signer, Instant createdAt, List<Change> changes, List<Hit> hits, List<Case> cases, List<Open> open, Integer version,
            Set<PackAction> actions, Map<PackAction, PackAction> apart, List<HistoryEntry> timeline) {
        /** How many rules would be added. */
        public long adds() {
            return changes.stream().filter(c -> c.what().equals("NEW") || c.what().equals("OTHER")).count();
        }
    }

    /** What stands in the pack's own row. */
    record Head(String code, String name, String edition, PackState state, Long programmeId, String fileName, String checksum, String signer, String content,
            Instant createdAt, Integer version) {
    }

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Duties duties;
    @Inject
    History history;
    @Inject
    ProgrammeQueries programmes;

    /**
     * One pack, and what it changes against the rules that stand today.
     *
     * @throws NotFound if there is none
     */
    public View view(long id) {
        Head pack = head(id);
        Pack read = PackReader.read(pack.content());
        List<Change> changes = PackChange.of(read, programmes.rulesOf(pack.code())).stream().map(c -> new Change(c.what().name(), c.kind(),
                c.category(), c.validFrom(), c.standing() == null ? null : c.standing().value(), c.value(),
                c.standing() != null && c.standing().verified(), c.status(), c.source(), c.url())).toList();
        Set<PackAction> actions = guard.actions(PackFlow.FLOW, pack.state(), null);
        Map<PackAction, PackAction> apart = actions.isEmpty() ? new EnumMap<>(PackAction.class)
                : duties.withhold(new Ref("RulePack", id, pack.code()), PackFlow.FLOW, actions);
        return new View(id, pack.code(), pack.name(), pack.edition(), pack.state(), pack.programmeId(), pack.fileName(), pack.checksum(),
                pack.signer(), pack.createdAt(), changes, hits(pack.code()), read.cases().stream().map(c -> new Case(c.name(), c.line())).toList(),
                read.open().stream().map(q -> new Open(q.kind(), q.category(), q.ask())).toList(), pack.version(), actions, apart,
                history.of("RulePack", id));
    }

    /**
     * The file as it came.
     *
     * @throws NotFound if there is none
     */
    public String file(long id) {
        return head(id).content();
    }

    /**
     * The file as it came, under its name.
     *
     * @throws NotFound if there is none
     */
    public File download(long id) {
        Head head = head(id);
        return new File(head.fileName(), head.content());
    }

    /** The schema of packs. */
    @Unguarded("The form of a file, the same for everybody.")
    public String schema() {
        return PackReader.schema();
    }

    /** Names of the packs that come with the program. */
    @Unguarded("The same for everybody.")
    public List<String> shipped() {
        return ShippedPacks.NAMES;
    }

    /** True if the asker may check packs and take them over. */
    public boolean mayCheck() {
        return guard.mayEverywhere(PROGRAMME_EDIT);
    }

    private Head head(long id) {
        guard.require(PROGRAMME_VIEW);
        return Ask.of(em, Head.class, """
                select p.code as code, p.name as name, p.edition as edition, p.state as state, p.programmeId as programmeId,
                    p.fileName as fileName, p.checksum as checksum, g.name as signer, p.content as content, p.createdAt as createdAt, p.version as version
                from RulePack p left join PackSigner g on g.id = p.signerId where p.id = :id""").set("id", id).one().orElseThrow(() -> new NotFound("RulePack", id));
    }

    private List<Hit> hits(String code) {
        Scope scope = guard.visibleSchools(APPLICATION_VIEW);
        return Ask.of(em, Hit.class, """
                select t.id as authorityId, t.name as authority, sum(case when a.decidedOn is null and a.submittedOn is null then 1 else 0 end) as drafts,
                    sum(case when a.decidedOn is null and a.submittedOn is not null then 1 else 0 end) as awaited,
                    sum(case when a.decidedOn is not null then 1 else 0 end) as decided
                from Application a join Authority t on t.id = a.authorityId join Programme g on g.id = a.programmeId
                where g.code = :code and (:everywhere = true or a.authorityId in :authorities) group by t.id, t.name order by t.name""")
                .set("code", code).set("everywhere", scope.everywhere()).set("authorities", none(scope.authorities())).list();
    }

    private static Collection<Long> none(Collection<Long> ids) {
        return ids.isEmpty() ? List.of(-1L) : ids;
    }
}
