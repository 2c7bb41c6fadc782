package de.schulpakt.install.fault;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;

/** The code of one door or one device. */
@Entity
@Table(name = "fault_code")
class FaultCode {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "code")
    private String code;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "room_id")
    private Long roomId;
    @Column(name = "device_id")
    private Long deviceId;
    @Column(name = "made_at")
    private Instant madeAt;
    @Version
    @Column(name = "version")
    private int version;

    protected FaultCode() {
    }

    FaultCode(Long schoolId, Long roomId, Long deviceId, Instant now) {
        this.schoolId = schoolId;
        this.roomId = roomId;
        this.deviceId = deviceId;
        renew(now);
    }

    /** The printed one is worth nothing any more. */
    void renew(Integer seen, Instant now) {
        Conflict.unlessSame(ref(), seen, version);
        renew(now);
    }

    private void renew(Instant now) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        code = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        madeAt = now;
    }

    Long id() {
        return id;
    }

    Long schoolId() {
        return schoolId;
    }

    Long roomId() {
        return roomId;
    }

    Long deviceId() {
        return deviceId;
    }

    Ref ref() {
        return new Ref("FaultCode", id, String.valueOf(id)).ofSchool(schoolId);
    }
}
