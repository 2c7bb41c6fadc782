package de.schulpakt.inventory.booking;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.step.Change;
import de.schulpakt.platform.step.Stateful;
import de.schulpakt.platform.step.Transitions;
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

/** A class set goes to another room, class or person. */
@Entity
@Table(name = "loan_set_move")
class SetMove implements Stateful<SetMoveState, SetMoveAction> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "set_id")
    private Long setId;
    @Column(name = "planned_on")
    private LocalDate plannedOn;
    @Column(name = "room_id")
    private Long roomId;
    @Column(name = "school_class")
    private String schoolClass;
    @Column(name = "responsible")
    private String responsible;
    @Column(name = "class_before")
    private String classBefore;
    @Column(name = "responsible_before")
    private String responsibleBefore;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private SetMoveState state;
    @Column(name = "went")
    private int went;
    @Column(name = "erased_on")
    private LocalDate erasedOn;
    @Version
    @Column(name = "version")
    private int version;

    protected SetMove() {
    }

    SetMove(Long schoolId, SetMoves.Plan cmd) {
        this.schoolId = schoolId;
        this.setId = cmd.setId();
        this.plannedOn = cmd.plannedOn();
        this.roomId = cmd.roomId();
        this.schoolClass = text(cmd.schoolClass());
        this.responsible = text(cmd.responsible());
        this.state = SetMoveState.PLANNED;
    }

    static String text(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    Long id() {
        return id;
    }

    Long ofSet() {
        return setId;
    }

    Long roomId() {
        return roomId;
    }

    String schoolClass() {
        return schoolClass;
    }

    LocalDate plannedOn() {
        return plannedOn;
    }

    /** True if nothing was said of where it goes. */
    boolean empty() {
        return roomId == null && schoolClass == null && responsible == null;
    }

    /** True if the set belongs to another class or person afterwards. */
    boolean changes(LoanSet set) {
        return schoolClass != null && !schoolClass.equals(set.schoolClass()) || responsible != null && !responsible.equals(set.responsible());
    }

    /** The set goes to the class and person of the move; so many devices took part. */
    void done(LoanSet set, int devices) {
        classBefore = set.schoolClass();
        responsibleBefore = set.responsible();
        went = devices;
        set.of(schoolClass == null ? set.schoolClass() : schoolClass, responsible == null ? set.responsible() : responsible);
    }

    /** True if the set belonged to another class or person before, and belongs to those of the move still. */
    boolean holds(LoanSet set) {
        boolean other = schoolClass != null && !schoolClass.equals(classBefore) || responsible != null && !responsible.equals(responsibleBefore);
        return other && (schoolClass == null || schoolClass.equals(set.schoolClass())) && (responsible == null || responsible.equals(set.responsible()));
    }

    /** The set belongs to the class and person of before; what somebody has changed since stays. */
    void undone(LoanSet set) {
        if (holds(set)) {
            set.of(schoolClass == null ? set.schoolClass() : classBefore, responsible == null ? set.responsible() : responsibleBefore);
        }
        classBefore = null;
        responsibleBefore = null;
        went = 0;
    }

    /** Nothing is known of people any longer. */
    void erase(LocalDate day) {
        responsible = null;
        responsibleBefore = null;
        erasedOn = day;
    }

    @Override
    public Ref ref() {
        return new Ref("SetMove", id, String.valueOf(id)).ofSchool(schoolId);
    }

    @Override
    public Long schoolId() {
        return schoolId;
    }

    @Override
    public SetMoveState state() {
        return state;
    }

    @Override
    public Transitions<SetMoveState, SetMoveAction> flow() {
        return SetMoveFlow.FLOW;
    }

    @Override
    public Change<SetMoveState> apply(SetMoveAction action, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        Change<SetMoveState> change = SetMoveFlow.FLOW.step(state, action);
        state = change.to();
        return change;
    }
}
