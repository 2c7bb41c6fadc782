package de.schulpakt.notice.answer;

import de.schulpakt.notice.Answering;
import de.schulpakt.notice.NoticeQueries;
import de.schulpakt.paper.SubjectPlaces;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.seal.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the address to which a letter is answered, and reads it again: notice, who reads the answer, and a signature of both. */
@ApplicationScoped
class AnswerAddress implements Answering {
    private static final Pattern TOKEN = Pattern.compile("([io])([0-9a-z]{1,13})-([0-9a-v]{24})");
    private static final String CONTEXT = "answer";
    private static final int RADIX = 32;
    private static final int SIGNED = 24;
    private static final int ID_RADIX = 36;
    /** Who is mentioned in words that were changed is told so long after they were written at most. */
    private static final Duration EDITED = Duration.ofMinutes(11);
    private static final List<String> TALK = List.of("message.commented", "message.mentioned");

    @PersistenceContext
    EntityManager em;
    @Inject
    SubjectPlaces places;
    @Inject
    Seal seal;

    /** Whom the address names, and where that one's answer goes. */
    record Told(Long userId, String login, String email, String language, boolean active, String subjectType, Long subjectId, boolean internal) {
    }

    private record Row(Long userId, String login, String email, String language, Boolean active, String subjectType, Long subjectId) {
        Told told(boolean internal) {
            return new Told(userId, login, email, language, active, subjectType, subjectId, internal);
        }
    }

    @Override
    public Optional<Address> to(NoticeQueries.Row notice) {
        AnswerSettings settings = AnswerSettings.read();
        if (!settings.on() || !seal.ready() || !places.types().contains(notice.subjectType())) {
            return Optional.empty();
        }
        boolean internal = TALK.contains(notice.kind()) && internal(notice);
        String name = (internal ? "i" : "o") + Long.toString(notice.id(), ID_RADIX);
        return Optional.of(new Address(settings.local() + "+" + name + "-" + signature(name) + settings.domain(), internal));
    }

    /** True if what was told may have been an internal comment. */
    private boolean internal(NoticeQueries.Row notice) {
        return Ask.of(em, Long.class, """
                select count(c) as n from Comment c where c.subjectType = :type and c.subjectId = :id and c.internal = true
                  and c.writtenAt between :from and :to""").set("type", notice.subjectType()).set("id", notice.subjectId())
                .set("from", notice.toldAt().minus(EDITED)).set("to", notice.toldAt()).one().orElse(0L) > 0;
    }

    /** Whom one of these addresses names; empty if none is signed here, or its notice is kept no longer. */
    Optional<Told> told(List<String> addresses) {
        AnswerSettings settings = AnswerSettings.read();
        if (!settings.on()) {
            return Optional.empty();
        }
        String before = settings.local() + "+";
        for (String address : addresses) {
            if (address.startsWith(before) && address.endsWith(settings.domain()) && address.length() > before.length() + settings.domain().length()) {
                Matcher token = TOKEN.matcher(address.substring(before.length(), address.length() - settings.domain().length()));
                if (token.matches() && seal.signed(CONTEXT, token.group(1) + token.group(2), s -> text(s).equals(token.group(3)))) {
                    return notice(token.group(2)).map(row -> row.told("i".equals(token.group(1))));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Row> notice(String id) {
        try {
            return Ask.of(em, Row.class, """
                    select u.id as userId, u.login as login, u.email as email, u.language as language, u.active as active, n.subjectType as subjectType,
                      n.subjectId as subjectId
                    from Notice n join AppUser u on u.id = n.userId where n.id = :id""").set("id", Long.parseLong(id, ID_RADIX)).one();
        } catch (NumberFormatException tooLong) {
            return Optional.empty();
        }
    }

    private String signature(String name) {
        return text(seal.sign(CONTEXT, name));
    }

    /** The first 120 bits in letters that no mail system changes. */
    private static String text(byte[] signature) {
        String text = new BigInteger(1, Arrays.copyOf(signature, SIGNED * 5 / 8)).toString(RADIX);
        return "0".repeat(SIGNED - text.length()) + text;
    }
}
