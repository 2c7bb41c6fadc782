package de.schulpakt.install.ready;

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

/** A text that the technicians of an authority have ready. */
@Entity
@Table(name = "ready_text")
class ReadyText {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "authority_id")
    private Long authorityId;
    @Column(name = "kind_code")
    private String kindCode;
    @Enumerated(EnumType.STRING)
    @Column(name = "place")
    private ReadyPlace place;
    @Column(name = "name")
    private String name;
    @Column(name = "text_de")
    private String textDe;
    @Column(name = "text_en")
    private String textEn;
    @Column(name = "ended")
    private boolean ended;
    @Version
    @Column(name = "version")
    private int version;

    protected ReadyText() {
    }

    ReadyText(Long authorityId, ReadyTexts.Facts facts) {
        this.authorityId = authorityId;
        says(facts);
    }

    void change(Integer seen, ReadyTexts.Facts facts) {
        Conflict.unlessSame(ref(), seen, version);
        says(facts);
    }

    private void says(ReadyTexts.Facts facts) {
        kindCode = facts.kind() == null || facts.kind().isBlank() ? null : facts.kind();
        place = facts.place();
        name = facts.name().strip();
        textDe = facts.textDe().strip();
        textEn = facts.textEn().strip();
    }

    void end(Integer seen, boolean over) {
        Conflict.unlessSame(ref(), seen, version);
        ended = over;
    }

    boolean ended() {
        return ended;
    }

    Ref ref() {
        return new Ref("ReadyText", id, name).ofAuthority(authorityId);
    }

    Long id() {
        return id;
    }

    Long authorityId() {
        return authorityId;
    }
}
