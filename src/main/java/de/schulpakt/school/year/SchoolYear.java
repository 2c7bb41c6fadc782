package de.schulpakt.school.year;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.text.Fold;
import de.schulpakt.platform.text.Sentence;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;

/** The numbers of a school in a school year. */
@Entity
@Table(name = "school_year")
class SchoolYear {
    private static final int CENTURY = 100;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "begins")
    private int begins;
    @Column(name = "pupils")
    private Integer pupils;
    @Column(name = "teachers")
    private Integer teachers;
    @Column(name = "classes")
    private Integer classes;
    @Column(name = "source")
    private String source;
    @Column(name = "recorded_by")
    private String recordedBy;
    @Column(name = "recorded_at")
    private Instant recordedAt;
    @Version
    @Column(name = "version")
    private int version;

    protected SchoolYear() {
    }

    SchoolYear(Long schoolId, SchoolYears.Numbers numbers, String by, Instant at) {
        this.schoolId = schoolId;
        this.begins = numbers.begins();
        write(numbers, by, at);
    }

    Long id() {
        return id;
    }

    Long schoolId() {
        return schoolId;
    }

    void unlessChangedSince(Integer seen) {
        Conflict.unlessSame(new Ref("SchoolYear", id, name(begins)), seen, version);
    }

    final void write(SchoolYears.Numbers numbers, String by, Instant at) {
        this.pupils = numbers.pupils();
        this.teachers = numbers.teachers();
        this.classes = numbers.classes();
        this.source = Fold.text(numbers.source());
        this.recordedBy = by;
        this.recordedAt = at;
    }

    /** What stands in it. */
    Sentence words() {
        return Sentence.of("said.school_year", name(begins), known(pupils), known(teachers), known(classes));
    }

    private static Object known(Integer number) {
        return number == null ? Sentence.of("school_year.unknown") : number;
    }

    /** The school year of a day, by the calendar year in which it begins. */
    static int of(LocalDate day) {
        return day.getMonthValue() >= Month.AUGUST.getValue() ? day.getYear() : day.getYear() - 1;
    }

    /** 2026/27 for 2026. */
    static String name(int begins) {
        return begins + "/" + String.format("%02d", (begins + 1) % CENTURY);
    }
}
