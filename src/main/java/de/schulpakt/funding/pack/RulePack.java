package de.schulpakt.funding.pack;

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
import java.time.Instant;

/** A rule pack as it came. */
@Entity
@Table(name = "rule_pack")
class RulePack implements Stateful<PackState, PackAction> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "code")
    private String code;
    @Column(name = "name")
    private String name;
    @Column(name = "edition")
    private String edition;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private PackState state;
    @Column(name = "programme_id")
    private Long programmeId;
    @Column(name = "file_name")
    private String fileName;
    @Column(name = "checksum")
    private String checksum;
    @Column(name = "signer_id")
    private Long signerId;
    @Column(name = "content")
    private String content;
    @Column(name = "created_at")
    private Instant createdAt;
    @Version
    @Column(name = "version")
    private int version;

    protected RulePack() {
    }

    RulePack(Pack pack, String fileName, String checksum, Long signerId, String content, Instant createdAt) {
        this.code = pack.code();
        this.name = pack.name();
        this.edition = pack.edition();
        this.state = PackState.CHECKED;
        this.fileName = fileName;
        this.checksum = checksum;
        this.signerId = signerId;
        this.content = content;
        this.createdAt = createdAt;
    }

    Long id() {
        return id;
    }

    String content() {
        return content;
    }

    Long signerId() {
        return signerId;
    }

    Long programmeId() {
        return programmeId;
    }

    void importedInto(Long programme) {
        this.programmeId = programme;
    }

    @Override
    public Ref ref() {
        return new Ref("RulePack", id, code + ", " + edition);
    }

    @Override
    public PackState state() {
        return state;
    }

    @Override
    public Transitions<PackState, PackAction> flow() {
        return PackFlow.FLOW;
    }

    @Override
    public Change<PackState> apply(PackAction action, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        Change<PackState> change = PackFlow.FLOW.step(state, action);
        state = change.to();
        return change;
    }
}
