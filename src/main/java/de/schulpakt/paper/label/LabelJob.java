package de.schulpakt.paper.label;

import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Refused;
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
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Labels that somebody wants and a job makes. Its files are {@link LabelPart}s. */
@Entity
@Table(name = "label_job")
class LabelJob {
    /** What has brought down the server as often as this is not begun again. */
    private static final int MOST_ATTEMPTS = 3;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "user_id")
    private Long userId;
    @Column(name = "user_name")
    private String userName;
    @Column(name = "source")
    private String source;
    @Column(name = "asked")
    private String asked;
    @Column(name = "format")
    private String format;
    @Enumerated(EnumType.STRING)
    @Column(name = "code")
    private LabelCode code;
    @Column(name = "first_free")
    private int firstFree;
    @Column(name = "frame")
    private boolean frame;
    @Column(name = "ids")
    private String ids;
    @Column(name = "total")
    private int total;
    @Column(name = "done")
    private int done;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private LabelJobState state;
    @Column(name = "begun")
    private int begun;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Version
    @Column(name = "version")
    private int version;

    protected LabelJob() {
    }

    LabelJob(Actor by, LabelQueries.Sheet sheet, String asked, List<Long> ids, Instant at) {
        this.userId = by.id();
        this.userName = by.name();
        this.source = sheet.of();
        this.asked = asked;
        this.format = sheet.format().code();
        this.code = sheet.code();
        this.firstFree = sheet.first();
        this.frame = sheet.frame();
        this.ids = ids.stream().map(String::valueOf).collect(Collectors.joining(" "));
        this.total = ids.size();
        this.state = LabelJobState.RUNNING;
        this.createdAt = at;
    }

    /** A server begins with the next part; false if that was tried too often. */
    boolean begins() {
        return ++begun <= MOST_ATTEMPTS;
    }

    /** The next part is kept. */
    void made(int things, Instant at) {
        done += things;
        begun = 0;
        if (done == total) {
            end(LabelJobState.DONE, at);
        }
    }

    /** Nothing more is made. */
    void end(LabelJobState how, Instant at) {
        state = how;
        endedAt = at;
    }

    /** Somebody ends it; refused {@code label.ended} if it has. */
    void cancel(Instant at) {
        if (state != LabelJobState.RUNNING) {
            throw new Refused("label.ended");
        }
        end(LabelJobState.CANCELLED, at);
    }

    /** The things of the next part, of so many labels a page: full pages, but for the last part. */
    List<Long> next(int perPage, int about) {
        List<Long> all = Arrays.stream(ids.split(" ")).map(Long::valueOf).toList();
        int pages = Math.max(1, about / perPage);
        int fits = pages * perPage - (done == 0 ? firstFree - 1 : 0);
        return all.subList(done, Math.min(total, done + fits));
    }

    /** The place at which the next part begins. */
    int first() {
        return done == 0 ? firstFree : 1;
    }

    Long id() {
        return id;
    }

    Long userId() {
        return userId;
    }

    String source() {
        return source;
    }

    String asked() {
        return asked;
    }

    String format() {
        return format;
    }

    LabelCode code() {
        return code;
    }

    boolean frame() {
        return frame;
    }

    LabelJobState state() {
        return state;
    }

    int total() {
        return total;
    }

    int done() {
        return done;
    }
}
