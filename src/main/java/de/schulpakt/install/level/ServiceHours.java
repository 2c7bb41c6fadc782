package de.schulpakt.install.level;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalTime;

/** When a working day begins and ends. */
@Entity
@Table(name = "service_hours")
class ServiceHours {
    private static final long SECONDS = 60;

    @Id
    private Integer id;
    @Column(name = "opens")
    private int opens;
    @Column(name = "closes")
    private int closes;
    @Column(name = "silent_days")
    private int silentDays;
    @Version
    @Column(name = "version")
    private int version;

    protected ServiceHours() {
    }

    LocalTime opens() {
        return LocalTime.ofSecondOfDay(opens * SECONDS);
    }

    LocalTime closes() {
        return LocalTime.ofSecondOfDay(closes * SECONDS);
    }

    int silentDays() {
        return silentDays;
    }

    int version() {
        return version;
    }

    Ref ref() {
        return new Ref("ServiceHours", (long) id, String.valueOf(id));
    }

    void change(Integer seen, LocalTime from, LocalTime to, Integer silent) {
        Conflict.unlessSame(ref(), seen, version);
        opens = minute(from);
        closes = minute(to);
        silentDays = silent == null ? silentDays : silent;
    }

    private static int minute(LocalTime time) {
        return (int) (time.toSecondOfDay() / SECONDS);
    }
}
