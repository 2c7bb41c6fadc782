package de.schulpakt.funding.household;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.step.Change;
import de.schulpakt.platform.step.Stateful;
import de.schulpakt.platform.step.Transitions;
import de.schulpakt.platform.text.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;

/** What an award costs its authority in each year from one to another. Gross, in cents. */
@Entity
@Table(name = "follow_cost")
class FollowCost implements Stateful<FollowCostState, FollowCostAction> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "no")
    private String no;
    @Column(name = "application_id")
    private Long applicationId;
    @Column(name = "authority_id")
    private Long authorityId;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private FollowCostKind kind;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private FollowCostState state;
    @Column(name = "title")
    private String title;
    @Column(name = "yearly_cents")
    private long yearlyCents;
    @Column(name = "first_year")
    private int firstYear;
    @Column(name = "last_year")
    private int lastYear;
    @Column(name = "ended_year")
    private Integer endedYear;
    @Column(name = "source")
    private String source;
    @Column(name = "model_kind")
    private String modelKind;
    @Column(name = "ends_in")
    private Integer endsIn;
    @Column(name = "devices")
    private Integer devices;
    @Column(name = "useful_years")
    private Integer usefulYears;
    @Column(name = "recorded_by")
    private String recordedBy;
    @Column(name = "recorded_at")
    private Instant recordedAt;
    @Version
    @Column(name = "version")
    private int version;

    protected FollowCost() {
    }

    private FollowCost(String no, Long applicationId, Long authorityId, FollowCostKind kind, String recordedBy, Instant recordedAt) {
        this.no = no;
        this.applicationId = applicationId;
        this.authorityId = authorityId;
        this.kind = kind;
        this.state = FollowCostState.CURRENT;
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
    }

    /** One that a person has recorded. */
    static FollowCost recorded(String no, Long authorityId, FollowCosts.Record cmd, String by, Instant at) {
        FollowCost cost = new FollowCost(no, cmd.applicationId(), authorityId, cmd.kind(), by, at);
        cost.says(cmd.title(), cmd.yearlyCents(), cmd.firstYear(), cmd.lastYear());
        cost.source = cmd.source().strip();
        return cost;
    }

    /** The replacement of devices, in the year in which their useful life ends. */
    static FollowCost replacing(String no, Long authorityId, FollowCosts.TakeOver cmd, ReplacementFinder.Row found, String by, Instant at) {
        FollowCost cost = new FollowCost(no, cmd.applicationId(), authorityId, FollowCostKind.REPLACEMENT, by, at);
        cost.says(cmd.title(), found.paidCents(), found.endsIn(), found.endsIn());
        cost.modelKind = found.modelKind();
        cost.endsIn = found.endsIn();
        cost.devices = Math.toIntExact(found.devices());
        cost.usefulYears = found.usefulYears();
        return cost;
    }

    Long id() {
        return id;
    }

    FollowCostKind kind() {
        return kind;
    }

    Money yearly() {
        return Money.of(yearlyCents);
    }

    int firstYear() {
        return firstYear;
    }

    int lastYear() {
        return lastYear;
    }

    /** It has another title, amount or other years. */
    void change(FollowCosts.Change cmd) {
        if (text(cmd.title()) == null && modelKind == null) {
            throw new Refused("follow_cost.untitled");
        }
        if (Objects.equals(text(cmd.title()), title) && cmd.yearlyCents() == yearlyCents && cmd.firstYear() == firstYear && cmd.lastYear() == lastYear) {
            throw new Refused("follow_cost.same");
        }
        says(cmd.title(), cmd.yearlyCents(), cmd.firstYear(), cmd.lastYear());
    }

    /** That year is its last one. */
    void ended(int year) {
        if (year < firstYear || year >= lastYear) {
            throw new Refused("follow_cost.end_year", String.valueOf(firstYear), String.valueOf(lastYear));
        }
        this.endedYear = year;
    }

    /** It counts in all of its years again. */
    void reopened() {
        this.endedYear = null;
    }

    private static String text(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private void says(String newTitle, long newYearly, int first, int last) {
        if (last < first) {
            throw new Refused("follow_cost.years", String.valueOf(first), String.valueOf(last));
        }
        this.title = text(newTitle);
        this.yearlyCents = newYearly;
        this.firstYear = first;
        this.lastYear = last;
    }

    @Override
    public Ref ref() {
        return new Ref("FollowCost", id, no).ofAuthority(authorityId);
    }

    @Override
    public Long authorityId() {
        return authorityId;
    }

    @Override
    public FollowCostState state() {
        return state;
    }

    @Override
    public Transitions<FollowCostState, FollowCostAction> flow() {
        return FollowCostFlow.FLOW;
    }

    @Override
    public Change<FollowCostState> apply(FollowCostAction action, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        Change<FollowCostState> change = FollowCostFlow.FLOW.step(state, action);
        state = change.to();
        return change;
    }
}
