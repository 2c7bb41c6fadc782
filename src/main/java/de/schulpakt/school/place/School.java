package de.schulpakt.school.place;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A school of the register, or another place that has buildings, a network and tickets. Ids come from a sequence, so that an import writes its schools in batches. */
@Entity
@Table(name = "school")
class School {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "school_seq")
    @SequenceGenerator(name = "school_seq", sequenceName = "school_seq", allocationSize = 100)
    private Long id;
    @Column(name = "authority_id")
    private Long authorityId;
    @Column(name = "state_code")
    private String stateCode;
    @Column(name = "official_no")
    private String officialNo;
    @Enumerated(EnumType.STRING)
    @Column(name = "place")
    private PlaceKind place = PlaceKind.SCHOOL;
    /** Made by the database: questions about schools ask it and leave other places out. */
    @Column(name = "is_school", insertable = false, updatable = false)
    private boolean isSchool;
    @Column(name = "ended_on")
    private LocalDate endedOn;
    @Column(name = "name")
    private String name;
    @Enumerated(EnumType.STRING)
    @Column(name = "type")
    private SchoolType type;
    @Column(name = "street")
    private String street;
    @Column(name = "postcode")
    private String postcode;
    @Column(name = "city")
    private String city;
    @Column(name = "latitude")
    private BigDecimal latitude;
    @Column(name = "longitude")
    private BigDecimal longitude;
    @Column(name = "phone")
    private String phone;
    @Column(name = "pupils")
    private Integer pupils;
    @Version
    @Column(name = "version")
    private int version;

    protected School() {
    }

    School(Long authorityId, String stateCode, String officialNo, SchoolFacts facts) {
        this.authorityId = authorityId;
        this.stateCode = stateCode;
        this.officialNo = officialNo;
        take(facts);
    }

    Long id() {
        return id;
    }

    Ref ref() {
        return new Ref("School", id, officialNo, id, authorityId);
    }

    Long authorityId() {
        return authorityId;
    }

    String name() {
        return name;
    }

    PlaceKind place() {
        return place;
    }

    /** Says what it is; a school stays one. */
    void becomes(PlaceKind kind) {
        place = kind;
    }

    /** Refuses {@code place.ended} for a place that is not looked after any more. */
    void mustBeLookedAfter() {
        if (endedOn != null) {
            throw new Refused("place.ended", name);
        }
    }

    /** It is not looked after any more; refuses {@code place.ended} if it is not already. */
    void end(Integer seen, LocalDate today) {
        Conflict.unlessSame(ref(), seen, version);
        mustBeLookedAfter();
        endedOn = today;
    }

    /** It is looked after again; refuses {@code place.not_ended} if it is. */
    void reopen(Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        if (endedOn == null) {
            throw new Refused("place.not_ended", name);
        }
        endedOn = null;
    }

    /** Takes the facts as they are now; refuses with {@link Conflict} if the asker saw an older version. */
    void change(Integer seen, SchoolFacts facts) {
        Conflict.unlessSame(ref(), seen, version);
        take(facts);
    }

    /** Takes the facts of an import, the number as it is written there, and its authority if the school has none yet. */
    void imported(String number, SchoolFacts facts, Long authority) {
        officialNo = number;
        take(facts);
        if (authorityId == null) {
            authorityId = authority;
        }
    }

    private void take(SchoolFacts facts) {
        name = facts.name();
        type = facts.type();
        street = facts.street();
        postcode = facts.postcode();
        city = facts.city();
        latitude = facts.latitude();
        longitude = facts.longitude();
        phone = facts.phone();
        pupils = facts.pupils();
    }
}
