package de.schulpakt.install.kind;

import de.schulpakt.platform.Ref;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/** A revision of a kind of tickets; never changed, only followed by the next one. */
@Entity
@Table(name = "ticket_kind")
class TicketKind {
    /** Kind of what puts defects right unless another one is named. */
    private static final String FAULT = "FAULT";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "code")
    private String code;
    @Column(name = "revision")
    private int revision;
    /** True for the newest one, null for all before: a unique key holds that there is one. */
    @Column(name = "latest")
    private Boolean latest;
    @Column(name = "name_de")
    private String nameDe;
    @Column(name = "name_en")
    private String nameEn;
    @Column(name = "steps_de")
    private String stepsDe;
    @Column(name = "steps_en")
    private String stepsEn;
    @Column(name = "measurement")
    private boolean measurement;
    @Column(name = "photo")
    private boolean photo;
    @Column(name = "acceptance")
    private boolean acceptance;
    @Enumerated(EnumType.STRING)
    @Column(name = "devices")
    private KindDevices devices;
    @Column(name = "school_opens")
    private boolean schoolOpens;
    @Enumerated(EnumType.STRING)
    @Column(name = "priority")
    private Priority priority;
    @Column(name = "minutes")
    private int minutes;
    @Column(name = "follow_up")
    private String followUp;
    @Column(name = "defect_kind")
    private String defectKind;
    @Column(name = "clocked")
    private boolean clocked;
    @Column(name = "offered")
    private boolean offered;
    @Column(name = "noisy")
    private boolean noisy;
    /** What it asks for, as {@link KindResult} writes it; null for nothing. */
    @Column(name = "results")
    private String results;
    @Enumerated(EnumType.STRING)
    @Column(name = "workers")
    private KindWorkers workers;
    @Column(name = "team")
    private String team;

    protected TicketKind() {
    }

    TicketKind(String code, int revision, Kinds.Facts facts) {
        this.code = code;
        this.revision = revision;
        this.latest = true;
        this.nameDe = facts.nameDe().strip();
        this.nameEn = facts.nameEn().strip();
        this.stepsDe = String.join("\n", lines(facts.stepsDe()));
        this.stepsEn = String.join("\n", lines(facts.stepsEn()));
        this.measurement = facts.measurement();
        this.photo = facts.photo();
        this.acceptance = facts.acceptance();
        this.devices = facts.devices();
        this.schoolOpens = facts.schoolOpens();
        this.priority = facts.priority();
        this.minutes = facts.minutes();
        this.followUp = facts.followUp() == null || facts.followUp().isBlank() ? null : facts.followUp();
        this.defectKind = facts.defectKind() == null || facts.defectKind().isBlank() ? FAULT : facts.defectKind();
        this.clocked = facts.clocked();
        this.offered = facts.offered();
        this.noisy = Boolean.TRUE.equals(facts.noisy());
        this.results = KindResult.kept(facts.asked());
        this.workers = facts.worked();
        this.team = workers == KindWorkers.TEAM ? facts.team().strip() : null;
    }

    /** Lines that say something. */
    static List<String> lines(String text) {
        return text == null ? List.of() : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** Another revision takes its place. */
    TicketKind followed(Kinds.Facts facts) {
        latest = null;
        return new TicketKind(code, revision + 1, facts);
    }

    int revision() {
        return revision;
    }

    Long id() {
        return id;
    }

    Ref ref() {
        return new Ref("TicketKind", id, code);
    }

    Kind kind() {
        return new Kind(id, code, revision, nameDe, nameEn, lines(stepsDe), lines(stepsEn), measurement, photo, acceptance, devices,
                schoolOpens, priority, minutes, followUp, defectKind, clocked, offered, Boolean.TRUE.equals(latest), noisy,
                KindResult.of(results), workers, team);
    }
}
