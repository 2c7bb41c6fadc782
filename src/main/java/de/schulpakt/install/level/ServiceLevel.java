package de.schulpakt.install.level;

import de.schulpakt.install.kind.Priority;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The times of one priority. */
@Entity
@Table(name = "service_level")
class ServiceLevel {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Enumerated(EnumType.STRING)
    @Column(name = "priority")
    private Priority priority;
    @Column(name = "response_minutes")
    private Integer responseMinutes;
    @Column(name = "solution_minutes")
    private Integer solutionMinutes;
    @Version
    @Column(name = "version")
    private int version;

    protected ServiceLevel() {
    }

    Ref ref() {
        return new Ref("ServiceLevel", id, priority.name());
    }

    Integer responseMinutes() {
        return responseMinutes;
    }

    Integer solutionMinutes() {
        return solutionMinutes;
    }

    void change(ServiceLevels.Change cmd) {
        Conflict.unlessSame(ref(), cmd.version(), version);
        responseMinutes = cmd.responseMinutes();
        solutionMinutes = cmd.solutionMinutes();
    }
}
