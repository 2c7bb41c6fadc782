package de.schulpakt.exchange;

import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.step.Change;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A file that is to be imported: kept with its settings until the import has ended, then its result is kept. */
@Entity
@Table(name = "import_job")
class ImportJob {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "kind")
    private String kind;
    @Column(name = "file_name")
    private String fileName;
    @Lob
    @Column(name = "content")
    private byte[] content;
    @Column(name = "settings")
    private String settings;
    @Column(name = "header_key")
    private String headerKey;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private ImportState state;
    @Column(name = "rows_total")
    private int rowsTotal;
    @Column(name = "rows_done")
    private int rowsDone;
    @Column(name = "rows_new")
    private int rowsNew;
    @Column(name = "rows_changed")
    private int rowsChanged;
    @Column(name = "rows_same")
    private int rowsSame;
    @Column(name = "rows_wrong")
    private int rowsWrong;
    @Column(name = "message")
    private String message;
    @Column(name = "actor_id")
    private Long actorId;
    @Column(name = "actor_name")
    private String actorName;
    @Column(name = "started_by")
    private Long startedBy;
    @Column(name = "stored_row")
    private Long storedRow;
    @Column(name = "attempts")
    private int attempts;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Version
    @Column(name = "version")
    private int version;

    protected ImportJob() {
    }

    ImportJob(String kind, String fileName, byte[] content, ImportSettings settings, String headerKey, Actor actor, Instant now) {
        this.kind = kind;
        this.fileName = fileName;
        this.content = content;
        this.settings = settings.text();
        this.headerKey = headerKey;
        this.state = ImportState.READY;
        this.actorId = actor.id();
        this.actorName = actor.name();
        this.createdAt = now;
    }

    Long id() {
        return id;
    }

    ImportState state() {
        return state;
    }

    Ref ref() {
        return new Ref("ImportJob", id, fileName);
    }

    void set(ImportSettings other, String header) {
        settings = other.text();
        headerKey = header;
        message = null;
    }

    /** A step of {@link ImportFlow}, by somebody who saw this version; a null version is the program's own step. */
    Change<ImportState> apply(ImportAction action, Integer seen) {
        if (seen != null) {
            seen(seen);
        }
        Change<ImportState> change = ImportFlow.TABLE.step(state, action);
        state = change.to();
        return change;
    }

    /** Conflict unless this version was seen. */
    void seen(Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
    }

    void started(ImportCounts counts, Long who) {
        count(counts);
        startedBy = who;
        attempts = 0;
        rowsDone = 0;
        message = null;
    }

    /** Who started it; of what was started before this was kept, who uploaded it. */
    Long startedBy() {
        return startedBy == null ? actorId : startedBy;
    }

    /** A server begins to store it, for so many times now. */
    int begun() {
        return ++attempts;
    }

    void ended(Instant now, int done, String why) {
        endedAt = now;
        rowsDone = done;
        message = why;
        if (state != ImportState.FAILED) {
            content = null;
        }
    }

    /** All of it is stored; this is the newest line of the history. */
    void stored(Long row) {
        storedRow = row;
    }

    void count(ImportCounts counts) {
        rowsTotal = counts.total();
        rowsNew = counts.created();
        rowsChanged = counts.changed();
        rowsSame = counts.same();
        rowsWrong = counts.wrong();
    }
}
