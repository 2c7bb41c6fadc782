package de.schulpakt.paper;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** The bytes in the database, in pieces. An inner door: the callers have asked the guard. */
@ApplicationScoped
class PaperBytes {
    private static final int PIECE = 512 * 1024;

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    PaperSettings settings;

    /**
     * Keeps the bytes of a file, once: of two who bring the same at once the second waits and takes what the first has kept.
     * The row of the content stays locked until the transaction ends.
     *
     * @return id of the content
     * @throws Refused {@code paper.infected} for a content in which the scanner has found something, {@code paper.full}
     */
    Long keep(Received file) {
        int made = em.createNativeQuery("insert ignore into paper_content (sha256, size, media_type, scan, created_at) values (?, ?, ?, ?, ?)")
                .setParameter(1, file.sha256()).setParameter(2, file.size()).setParameter(3, file.mediaType())
                .setParameter(4, (settings.scanner() == null ? ScanState.UNCHECKED : ScanState.WAITING).name())
                .setParameter(5, LocalDateTime.ofInstant(clock.now(), ZoneOffset.UTC)).executeUpdate();
        Long id = ((Number) em.createNativeQuery("select id from paper_content where sha256 = ? for update").setParameter(1, file.sha256())
                .getSingleResult()).longValue();
        if (em.find(PaperContent.class, id).scan() == ScanState.INFECTED) {
            throw new Refused("paper.infected", file.name());
        }
        if (made > 0) {
            room();
            pieces(id, file);
        }
        return id;
    }

    private void room() {
        Number sum = (Number) em.createNativeQuery("select coalesce(sum(size), 0) from paper_content where scan <> 'INFECTED'").getSingleResult();
        if (sum.longValue() > settings.mostOfAll()) {
            throw new Refused("paper.full");
        }
    }

    private void pieces(Long id, Received file) {
        try (InputStream in = Files.newInputStream(file.file())) {
            int no = 0;
            for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                em.createNativeQuery("insert into paper_piece (content_id, no, bytes) values (?, ?, ?)").setParameter(1, id)
                        .setParameter(2, no++).setParameter(3, piece).executeUpdate();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (file.preview() != null) {
            em.createNativeQuery("insert into paper_preview (content_id, bytes) values (?, ?)").setParameter(1, id)
                    .setParameter(2, file.preview()).executeUpdate();
        }
    }

    /** Writes the bytes of a content, a piece at a time. */
    void copy(Long id, OutputStream out) throws IOException {
        for (int no = 0;; no++) {
            List<?> piece = em.createNativeQuery("select bytes from paper_piece where content_id = ? and no = ?").setParameter(1, id)
                    .setParameter(2, no).getResultList();
            if (piece.isEmpty()) {
                return;
            }
            out.write((byte[]) piece.get(0));
        }
    }

    /** The small picture of a content, null if there is none. */
    byte[] preview(Long id) {
        List<?> found = em.createNativeQuery("select bytes from paper_preview where content_id = ?").setParameter(1, id).getResultList();
        return found.isEmpty() ? null : (byte[]) found.get(0);
    }

    /** Forgets the bytes, and keeps that they were there: in them the scanner has found something. */
    void empty(Long id) {
        em.createNativeQuery("delete from paper_piece where content_id = ?").setParameter(1, id).executeUpdate();
        em.createNativeQuery("delete from paper_preview where content_id = ?").setParameter(1, id).executeUpdate();
    }

    /** Deletes a content that no paper has any more. */
    void dropUnused(Long id) {
        em.flush();
        em.createNativeQuery("select id from paper_content where id = ? for update").setParameter(1, id).getResultList();
        em.createNativeQuery("delete from paper_content where id = ? and scan <> 'INFECTED' and not exists"
                + " (select 1 from paper p where p.content_id = paper_content.id)").setParameter(1, id).executeUpdate();
    }
}
