package de.schulpakt.paper.label;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.text.Sentence;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The sheets and rolls that labels are printed on, as an administrator measures them. */
@UseCases
public class LabelFormats {
    private static final int LONGEST = 100_000;
    private static final int MOST_LABELS = 999;
    private static final int APART = 10;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;
    @Inject
    Clock clock;
    @Inject
    Actor actor;

    /**
     * Adds a format, which stands behind the others.
     *
     * @return its id
     * @throws Refused {@code label_format_code_once} if there is one of this code; {@code label.format_wide}, {@code label.format_high} if its labels do not fit on its
     *                 page or lie upon each other; {@code label.format_many} for more than 999 labels on a page
     */
    public Long create(@Valid Create cmd) {
        guard.requireEverywhere(USER_ADMIN);
        fits(cmd.measures());
        List<LabelFormat> all = all();
        if (all.stream().anyMatch(f -> f.code().equals(cmd.code()))) {
            throw new Refused("label_format_code_once");
        }
        LabelFormat format = new LabelFormat(cmd.code(), cmd.name(), new LabelSizes(cmd.measures()), all.stream().mapToInt(LabelFormat::place).max().orElse(0) + APART);
        em.persist(format);
        em.flush();
        history.record(format.ref(), LabelFormatAction.ADD_FORMAT, Said.that("said.label_format", told(format)));
        return format.id();
    }

    /**
     * Changes a format; how it was before is kept and can be had again. One that is no longer offered is known to labels that are being made.
     *
     * @throws Refused as {@link #create}; {@code label.format_last} for the last one that is offered
     */
    public void change(long id, @Valid Change cmd) {
        guard.requireEverywhere(USER_ADMIN);
        fits(cmd.measures());
        LabelFormat format = one(id, cmd.version());
        if (!cmd.offered() && format.offered() && all().stream().filter(LabelFormat::offered).count() == 1) {
            throw new Refused("label.format_last");
        }
        Sentence before = told(format);
        keep(format);
        format.set(cmd.name(), new LabelSizes(cmd.measures()), cmd.offered());
        history.record(format.ref(), LabelFormatAction.CHANGE_FORMAT, Said.that("said.label_format_changed", before, told(format)));
    }

    /**
     * A format is again as it was before; how it is now is kept as well.
     *
     * @throws NotFound if it never was so
     */
    public void restore(long id, @Valid Restore cmd) {
        guard.requireEverywhere(USER_ADMIN);
        LabelFormat format = one(id, cmd.version());
        LabelFormatBefore before = Find.one(em, LabelFormatBefore.class, cmd.beforeId());
        if (!before.formatId().equals(id)) {
            throw new NotFound("LabelFormat", cmd.beforeId());
        }
        Sentence was = told(format);
        keep(format);
        format.set(before.name(), new LabelSizes(before.sizes().measures()), format.offered());
        history.record(format.ref(), LabelFormatAction.RESTORE_FORMAT, Said.that("said.label_format_changed", was, told(format)));
    }

    private LabelFormat one(long id, Integer seen) {
        LabelFormat format = Find.locked(em, LabelFormat.class, id);
        Conflict.unlessSame(format.ref(), seen, format.version());
        return format;
    }

    private void keep(LabelFormat format) {
        em.persist(new LabelFormatBefore(format, clock.now(), actor.name()));
    }

    /** One after the other: the place is behind the last one, and one is left. */
    private List<LabelFormat> all() {
        return em.createQuery("select f from LabelFormat f order by f.id", LabelFormat.class).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    private static void fits(Measures m) {
        if (m.across() * m.down() > MOST_LABELS) {
            throw new Refused("label.format_many", MOST_LABELS);
        }
        if (m.edgeX() + (m.across() - 1) * m.stepX() + m.labelWidth() > m.pageWidth() || m.across() > 1 && m.stepX() < m.labelWidth()) {
            throw new Refused("label.format_wide");
        }
        if (m.edgeY() + (m.down() - 1) * m.stepY() + m.labelHeight() > m.pageHeight() || m.down() > 1 && m.stepY() < m.labelHeight()) {
            throw new Refused("label.format_high");
        }
    }

    private static Sentence told(LabelFormat format) {
        Measures m = format.sizes().measures();
        return Sentence.of(format.offered() ? "said.label_measures" : "said.label_measures_off", format.name(), mm(m.pageWidth()), mm(m.pageHeight()), m.across(), m.down(), mm(m.edgeX()),
                mm(m.edgeY()), mm(m.stepX()), mm(m.stepY()), mm(m.labelWidth()), mm(m.labelHeight()));
    }

    private static String mm(int hundredths) {
        return java.math.BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString().replace('.', ',');
    }

    /**
     * The measures of a sheet or roll, in hundredths of a millimetre.
     *
     * @param across labels side by side; so down below each other
     * @param edgeX  from the left of the page to the first label; so edgeY from the top
     * @param stepX  from the left of a label to that of the next; so stepY from top to top
     */
    public record Measures(@NotNull @Min(100) @Max(LONGEST) Integer pageWidth, @NotNull @Min(100) @Max(LONGEST) Integer pageHeight, @NotNull @Min(1) @Max(MOST_LABELS) Integer across,
            @NotNull @Min(1) @Max(MOST_LABELS) Integer down, @NotNull @Min(0) @Max(LONGEST) Integer edgeX, @NotNull @Min(0) @Max(LONGEST) Integer edgeY,
            @NotNull @Min(0) @Max(LONGEST) Integer stepX, @NotNull @Min(0) @Max(LONGEST) Integer stepY, @NotNull @Min(100) @Max(LONGEST) Integer labelWidth,
            @NotNull @Min(100) @Max(LONGEST) Integer labelHeight) {
    }

    /**
     * A new format.
     *
     * @param code its name for programs: capital letters, digits and underscores, which never changes
     * @param name as it stands on the package
     */
    public record Create(@NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String code, @NotBlank @Size(max = 80) String name, @NotNull @Valid Measures measures) {
    }

    /** How a format is from now on; offered is false if it cannot be chosen any longer. */
    public record Change(@NotNull Integer version, @NotBlank @Size(max = 80) String name, @NotNull @Valid Measures measures, @NotNull Boolean offered) {
    }

    /** How it was before, by the id of that. */
    public record Restore(@NotNull Integer version, @NotNull Long beforeId) {
    }
}
