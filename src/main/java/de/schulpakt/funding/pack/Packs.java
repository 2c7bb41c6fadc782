package de.schulpakt.funding.pack;

import static de.schulpakt.identity.Permission.PROGRAMME_EDIT;

import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.programme.Programmes;
import de.schulpakt.funding.programme.RuleStatus;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Steps;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Sha256;
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
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rule packs: checked, taken over, confirmed by a second person. */
@UseCases
public class Packs {
    /** A file as it came. */
    public record Check(@NotBlank @Size(max = 255) String fileName, @NotNull byte[] content) {
    }

    /** A pack that comes with the program. */
    public record Shipped(@NotBlank @Size(max = 60) String name) {
    }

    /** A step on a pack that was seen in this version. */
    public record Step(@NotNull Integer version) {
    }

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Steps steps;
    @Inject
    Clock clock;
    @Inject
    History history;
    @Inject
    Programmes programmes;
    @Inject
    ProgrammeQueries queries;
    @Inject
    Signers signers;

    /**
     * Reads a file, looks who has signed it, tries its cases and keeps it; nothing is taken over.
     *
     * @return id of the pack
     * @throws Refused {@code pack.too_large}, {@code pack.not_text} and what {@link PackReader}, {@link PackCases} and
     *                 {@link Signers} refuse
     */
    public Long check(@Valid Check cmd) {
        guard.requireEverywhere(PROGRAMME_EDIT);
        if (cmd.content().length > PackReader.MOST_BYTES) {
            throw new Refused("pack.too_large", PackReader.MOST_BYTES / 1024);
        }
        return kept(cmd.fileName(), text(cmd.content()));
    }

    /**
     * The same with a pack that comes with the program.
     *
     * @throws NotFound if there is none of that name
     */
    public Long checkShipped(@Valid Shipped cmd) {
        guard.requireEverywhere(PROGRAMME_EDIT);
        return kept(cmd.name() + ".yaml", ShippedPacks.read(cmd.name()));
    }

    /**
     * Takes the rules over: unverified, beside those that stand. The programme is created if there is none of that code. What
     * stands already is left alone, an unverified value of the same day is replaced. What was signed with a key that was ended since is
     * refused with {@code pack.signature_ended}.
     */
    public void take(long id, @Valid Step cmd) {
        Steps.Step<RulePack, PackState, PackAction> step = steps.begin(RulePack.class, id, PackAction.IMPORT, cmd.version());
        signers.unlessEnded(step.subject().signerId());
        Pack pack = PackReader.read(step.subject().content());
        PackCases.tryAll(pack);
        Long known = queries.idOf(pack.code());
        Long programme = known != null ? known
                : programmes.create(new Programmes.Create(pack.code(), pack.name(), pack.starts(), pack.ends()));
        List<PackChange> changes = PackChange.of(pack, queries.rulesOf(pack.code()));
        changes.stream().filter(c -> c.what().adds()).forEach(c -> add(programme, c));
        programmes.ask(programme, pack.open().stream().map(q -> new Programmes.Open(q.kind(), q.category(), q.ask())).toList());
        step.subject().importedInto(programme);
        step.record(Said.that("said.pack", changes.stream().filter(c -> c.what().adds()).count()));
    }

    /** Confirms, as a second person, all values of the pack that it calls confirmed, by the sources that it names. */
    public void confirm(long id, @Valid Step cmd) {
        Steps.Step<RulePack, PackState, PackAction> step = steps.begin(RulePack.class, id, PackAction.CONFIRM, cmd.version());
        Pack pack = PackReader.read(step.subject().content());
        Long programme = step.subject().programmeId();
        List<PackChange> sure = PackChange.of(pack, queries.rulesOf(pack.code())).stream()
                .filter(c -> c.status() == RuleStatus.CONFIRMED && c.standing() != null && !c.standing().verified()
                        && c.what() == PackChange.What.SAME).toList();
        sure.forEach(c -> programmes.confirmRule(new Programmes.ConfirmRule(programme, c.standing().id(), c.standing().version(), c.source(), c.url())));
        step.record(Said.that("said.pack_confirmed", sure.size()));
    }

    /** Gives a pack up that was not taken over. */
    public void discard(long id, @Valid Step cmd) {
        steps.take(RulePack.class, id, PackAction.DISCARD, cmd.version(), null);
    }

    private void add(Long programme, PackChange change) {
        if (change.what() == PackChange.What.OTHER && !change.standing().verified()) {
            programmes.withdrawRule(new Programmes.WithdrawRule(programme, change.standing().id(), change.standing().version(), change.source()));
        }
        programmes.addRule(new Programmes.AddRule(programme, change.kind(), change.category(), change.value(), change.validFrom(),
                change.source(), change.url(), false, change.status()));
    }

    private Long kept(String fileName, String content) {
        Pack pack = PackReader.read(content);
        PackCases.tryAll(pack);
        Long signer = signers.signerOf(content);
        RulePack kept = new RulePack(pack, fileName, Sha256.hex(content), signer, content, clock.now());
        em.persist(kept);
        em.flush();
        history.record(kept.ref(), PackAction.CHECK, Said.that("said.pack_cases", pack.rules().size(), pack.cases().size()));
        return kept.id();
    }

    private static String text(byte[] content) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            throw new Refused("pack.not_text");
        }
    }
}
