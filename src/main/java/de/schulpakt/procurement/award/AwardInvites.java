package de.schulpakt.procurement.award;

import de.schulpakt.platform.Actor;
import de.schulpakt.identity.Steps;
import de.schulpakt.paper.PaperQueries;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.mail.Letter;
import de.schulpakt.platform.mail.MailSettings;
import de.schulpakt.platform.mail.Mails;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks companies of an award file for their offer by mail, in German, each in a letter of its own. */
@UseCases
public class AwardInvites {
    private static final int FAR_DAYS = 365;
    private static final long MOST_BYTES = 10L << 20;

    @PersistenceContext
    EntityManager em;
    @Inject
    Steps steps;
    @Inject
    Clock clock;
    @Inject
    Actor actor;
    @Inject
    Mails mails;
    @Inject
    PaperQueries papers;

    /**
     * Companies of the file are asked by mail.
     *
     * @param to          whom
     * @param answerUntil last day for their offers
     * @param answerTo    mail address to which offers go
     * @param words       that say what is to be offered, may be null
     * @param paperIds    files of the award file that go with it, null for none
     * @param again       true: also who was asked by mail before
     */
    public record Invite(@NotNull Integer version, @NotEmpty @Size(max = 50) List<@NotNull @Valid To> to, @NotNull LocalDate answerUntil,
            @NotBlank @Email @Size(max = 200) String answerTo, @Size(max = 2000) String words, @Size(max = 20) List<@NotNull Long> paperIds, Boolean again) {
    }

    /**
     * One of them.
     *
     * @param email null: the address of the supplier in the catalogue; an empty one is none
     */
    public record To(@NotNull Long bidId, @Email @Size(max = 200) String email) {
    }

    private record Company(Long id, String company, BidState state, String email) {
    }

    private record Before(Long bidId, Instant sentAt) {
    }

    /**
     * Asks them, all or none. Nobody else who was asked is named to anybody.
     *
     * @throws NotFound for a company or a file that is not of the award file
     * @throws Refused  {@code award.call_off_asks_nobody} for a call-off of a framework contract, which was awarded with it,
     *                  {@code award.no_mail_server}: the text can be copied and sent otherwise; {@code award.answer_day} for a day that is not after
     *                  today or farther away than a year, {@code award.invite_answered} for a company that has answered, {@code award.invite_no_address},
     *                  {@code award.invited_before} if nobody says that it is to be asked again, {@code award.files_large} for files of more than 10 MB
     *                  together, {@code paper.waiting} and {@code paper.infected} for a file that nobody may open
     */
    public void invite(long id, @Valid Invite cmd) {
        var step = steps.begin(AwardFile.class, id, AwardAction.INVITE, cmd.version());
        AwardFile file = step.subject();
        // nothing else changes: who sends this twice must notice
        em.lock(file, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        file.refuseCallOff();
        if (!MailSettings.read().on()) {
            throw new Refused("award.no_mail_server");
        }
        if (!cmd.answerUntil().isAfter(clock.today()) || cmd.answerUntil().isAfter(clock.today().plusDays(FAR_DAYS))) {
            throw new Refused("award.answer_day", cmd.answerUntil());
        }
        Map<Long, Company> companies = companies(id);
        Map<Long, Instant> before = before(id);
        List<Letter.File> files = files(id, cmd.paperIds());
        String authority = Ask.of(em, String.class, "select a.name from Authority a where a.id = :id").set("id", file.authorityId()).one().orElseThrow();
        List<String> told = new ArrayList<>();
        Set<Long> done = new HashSet<>();
        for (To to : cmd.to()) {
            Company company = companies.get(to.bidId());
            if (company == null) {
                throw new NotFound("AwardBid", to.bidId());
            }
            if (done.add(to.bidId())) {
                told.add(company.company());
                send(file, authority, company, to, cmd, files, before.get(to.bidId()));
            }
        }
        step.record(Said.that("said.award_invited", String.join(", ", told), cmd.answerUntil()).andWords(cmd.words()));
    }

    private void send(AwardFile file, String authority, Company company, To to, Invite cmd, List<Letter.File> files, Instant before) {
        if (company.state() != BidState.ASKED) {
            throw new Refused("award.invite_answered", company.company());
        }
        String address = to.email() == null ? company.email() : AwardFile.known(to.email());
        if (address == null) {
            throw new Refused("award.invite_no_address", company.company());
        }
        if (before != null && !Boolean.TRUE.equals(cmd.again())) {
            throw new Refused("award.invited_before", company.company(), Clock.day(before));
        }
        long number = Ask.of(em, Long.class, "select count(i) from AwardInvite i where i.bidId = :bid").set("bid", company.id()).one().orElse(0L) + 1;
        String name = "award-" + company.id() + "-" + number;
        mails.write(new Letter(name, address, company.company(), InviteText.subject(file.ref().no(), file.title()), InviteText.paragraphs(authority, file.ref().no(), file.title(),
                cmd.answerUntil(), cmd.answerTo(), cmd.words(), before == null ? null : Clock.day(before), actor.name()), null, null, InviteText.text("award.mail.foot"), null,
                null, files).answeredTo(cmd.answerTo().strip()));
        em.persist(new AwardInvite(company.id(), address, cmd, files.stream().map(Letter.File::name).collect(Collectors.joining(", ")), name, actor.name(), clock.now()));
        em.flush();
    }

    private Map<Long, Company> companies(long id) {
        return Ask.of(em, Company.class, """
                select b.id as id, b.company as company, b.state as state_, s.email as email from AwardBid b left join Supplier s on s.id = b.supplierId
                where b.awardId = :id order by b.id""").set("id", id).list().stream().collect(Collectors.toMap(Company::id, c -> c));
    }

    /** When each company was asked last. */
    private Map<Long, Instant> before(long id) {
        return Ask.of(em, Before.class, "select i.bidId as bidId, max(i.sentAt) as sentAt from AwardInvite i join AwardBid b on b.id = i.bidId where b.awardId = :id group by i.bidId")
                .set("id", id).list().stream().collect(Collectors.toMap(Before::bidId, Before::sentAt));
    }

    private List<Letter.File> files(long id, List<Long> paperIds) {
        List<Letter.File> files = new ArrayList<>();
        long bytes = 0;
        for (Long paper : new LinkedHashSet<>(paperIds == null ? List.<Long>of() : paperIds)) {
            PaperQueries.Row row = papers.row(paper);
            if (!"AwardFile".equals(row.subjectType()) || row.subjectId() != id) {
                throw new NotFound("Paper", paper);
            }
            bytes += row.size();
            if (bytes > MOST_BYTES) {
                throw new Refused("award.files_large", MOST_BYTES >> 20);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                papers.copy(papers.content(paper), out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            files.add(new Letter.File(row.name(), row.mediaType(), out.toByteArray()));
        }
        return files;
    }
}
