package de.schulpakt.inventory.field;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Use cases of own fields, for administrators of the installation. */
@UseCases
public class OwnFields {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    History history;
    @Inject
    OwnTexts texts;

    /**
     * Adds a field.
     *
     * @return its id
     * @throws Refused {@code field.choices_missing} for a choice with less than two; {@code own_field_once} if the kind has one so called
     */
    public Long create(@Valid Create cmd) {
        guard.requireEverywhere(USER_ADMIN);
        OwnField field = new OwnField(cmd);
        em.persist(field);
        em.flush();
        history.record(field.ref(), FieldAction.CREATE);
        return field.id();
    }

    /** Changes label, choices and help; what was entered stays as it is, and devices tell it by the new label. Refused as {@link #create}. */
    public void change(long id, @Valid Change cmd) {
        guard.requireEverywhere(USER_ADMIN);
        OwnField field = Find.locked(em, OwnField.class, id);
        String before = field.label();
        field.change(cmd);
        if (!before.equals(field.label())) {
            em.flush();
            texts.tellOf(id);
        }
        history.record(field.ref(), FieldAction.CHANGE, before.equals(field.label()) ? Said.NOTHING : Said.that("said.field_label", before));
    }

    /** It is not asked for any longer; its values stay. */
    public void end(long id, @Valid Step cmd) {
        guard.requireEverywhere(USER_ADMIN);
        OwnField field = Find.locked(em, OwnField.class, id);
        field.end(cmd.version(), clock.today());
        history.record(field.ref(), FieldAction.END);
    }

    /** It is asked for again. */
    public void resume(long id, @Valid Step cmd) {
        guard.requireEverywhere(USER_ADMIN);
        OwnField field = Find.locked(em, OwnField.class, id);
        field.end(cmd.version(), null);
        history.record(field.ref(), FieldAction.RESUME);
    }

    /**
     * A new field.
     *
     * @param kind    kind of models that have it; null: all
     * @param choices a line each; {@link FieldType#CHOICE} needs two, other types do not use them
     * @param help    what is meant, may be null
     */
    public record Create(ModelKind kind, @NotBlank @Size(max = 60) String label, @NotNull FieldType type, @Size(max = 2000) String choices,
            @Size(max = 200) String help) {
    }

    /** Other words for a field; see {@link Create}. */
    public record Change(@NotNull Integer version, @NotBlank @Size(max = 60) String label, @Size(max = 2000) String choices, @Size(max = 200) String help) {
    }

    /** A step of a field. */
    public record Step(@NotNull Integer version) {
    }
}
