package de.schulpakt.school.contact;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.text.Fold;
import de.schulpakt.platform.text.Sentence;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;

/** Whom to ask at a school for a task. */
@Entity
@Table(name = "school_contact")
class Contact {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "school_id")
    private Long schoolId;
    @Enumerated(EnumType.STRING)
    @Column(name = "task")
    private ContactTask task;
    @Column(name = "name")
    private String name;
    @Column(name = "phone")
    private String phone;
    @Column(name = "mail")
    private String mail;
    @Column(name = "ended_on")
    private LocalDate endedOn;
    @Version
    @Column(name = "version")
    private int version;

    protected Contact() {
    }

    Contact(Long schoolId, ContactTask task, String name, String phone, String mail) {
        this.schoolId = schoolId;
        tell(task, name, phone, mail);
    }

    Long id() {
        return id;
    }

    Long schoolId() {
        return schoolId;
    }

    void unlessChangedSince(Integer seen) {
        Conflict.unlessSame(new Ref("Contact", id, task.name()), seen, version);
    }

    /** Refused with {@code school_contact_reachable} without phone and mail, with {@code school_contact.ended} once its last day is over. */
    void write(ContactTask of, String called, String byPhone, String byMail, LocalDate today) {
        unlessEnded(today);
        tell(of, called, byPhone, byMail);
    }

    private void tell(ContactTask of, String called, String byPhone, String byMail) {
        String number = Fold.text(byPhone);
        String address = Fold.text(byMail);
        if ((number == null || number.isEmpty()) && (address == null || address.isEmpty())) {
            throw new Refused("school_contact_reachable");
        }
        this.task = of;
        this.name = Fold.text(called);
        this.phone = number;
        this.mail = address;
    }

    /** Another last day takes the place of one that is not over. */
    void end(LocalDate on, LocalDate today) {
        unlessEnded(today);
        this.endedOn = on;
    }

    /** Refused with {@code school_contact.goes_on} unless it has ended. */
    void resume() {
        if (endedOn == null) {
            throw new Refused("school_contact.goes_on");
        }
        this.endedOn = null;
    }

    private void unlessEnded(LocalDate today) {
        if (endedOn != null && endedOn.isBefore(today)) {
            throw new Refused("school_contact.ended", endedOn);
        }
    }

    /** What the history says of it: the task, and no person. */
    Sentence words() {
        return Sentence.of("said.school_contact", task);
    }
}
