package de.schulpakt.school.letter.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.paper.Intake;
import de.schulpakt.paper.Received;
import de.schulpakt.paper.print.PrintQueries;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Language;
import de.schulpakt.platform.web.Params;
import de.schulpakt.school.letter.LetterQueries;
import de.schulpakt.school.letter.Letters;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** What an authority brings to its papers: one part in one language, its versions, and how it looks. */
@Named
@ViewScoped
public class LettersPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient LetterQueries queries;
    @Inject
    transient Letters letters;
    @Inject
    transient PrintQueries prints;
    @Inject
    transient SchoolQueries schools;
    @Inject
    transient Guard guard;
    @Inject
    transient Intake intake;
    @Inject
    transient Here here;
    @Inject
    transient Language language;
    @Inject
    transient Act act;
    private transient List<LetterQueries.View> versions = List.of();
    private transient List<SchoolQueries.AuthorityOption> authorities = List.of();
    private transient List<String> parts = List.of();
    private transient LetterQueries.View shown;
    private transient Part logo;
    private Long authority;
    private String part;
    private String lang;
    private String sender;
    private String contact;
    private transient String leitwegId;
    private String footer;
    private boolean withoutLogo;
    private String opening;
    private String closing;

    /** Reads the part that the address names, and the version that is to be shown: the one named, else that in force, else the newest. */
    public void load() {
        act.show(() -> {
            guard.require(Permission.USER_ADMIN);
            authorities = schools.authorities().stream().filter(a -> guard.mayAuthority(Permission.USER_ADMIN, a.id())).toList();
            parts = Stream.concat(Stream.of(Letters.HEAD), prints.kinds().stream().map(PrintQueries.Kind::name)).toList();
            Long asked = Params.number(here.param("authority"));
            authority = asked != null || authorities.isEmpty() ? asked : authorities.get(0).id();
            part = parts.contains(here.param("part")) ? here.param("part") : Letters.HEAD;
            lang = "en".equals(here.param("in")) ? "en" : "de";
            if (authority != null && authorities.stream().noneMatch(a -> a.id().equals(authority))) {
                throw new NotFound("Authority", authority);
            }
            versions = authority == null ? List.of() : queries.versions(authority, part, lang);
            Long named = Params.number(here.param("version"));
            shown = versions.stream().filter(v -> v.id().equals(named)).findFirst().or(() -> versions.stream()
                    .filter(v -> Boolean.TRUE.equals(v.inForce())).findFirst()).or(() -> versions.stream().findFirst()).orElse(null);
            leitwegId = authority == null ? null : queries.leitwegId(authority);
            fill();
        });
    }

    private void fill() {
        if (shown != null) {
            sender = shown.sender();
            contact = shown.contact();
            footer = shown.footer();
            opening = shown.opening();
            closing = shown.closing();
        }
    }

    /** Keeps the form as a new version, and shows it. */
    public String write() {
        return act.run(() -> {
            Letters.Write cmd = new Letters.Write(sender, contact, footer, withoutLogo, opening, closing);
            Long id;
            try (Received picture = logo == null || logo.getSize() == 0 ? null : taken()) {
                id = letters.write(authority, part, lang, cmd, picture);
            }
            return address() + "&version=" + id;
        }, "letter.written");
    }

    private Received taken() {
        try (InputStream in = logo.getInputStream()) {
            return intake.take(in, logo.getSubmittedFileName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a version in force. */
    public String use(long id) {
        return act.run(() -> letters.use(id), "letter.used", address());
    }

    private String address() {
        return "letters?faces-redirect=true&authority=" + authority + "&part=" + part + "&in=" + lang;
    }

    /** True if the part is the head. */
    public boolean isHead() {
        return Letters.HEAD.equals(part);
    }

    public List<LetterQueries.View> getVersions() {
        return versions;
    }

    public List<SchoolQueries.AuthorityOption> getAuthorities() {
        return authorities;
    }

    public List<String> getParts() {
        return parts;
    }

    /** The version whose words stand in the form and whose example stands beside it; null if there is none. */
    public LetterQueries.View getShown() {
        return shown;
    }

    public Part getLogo() {
        return logo;
    }

    public void setLogo(Part logo) {
        this.logo = logo;
    }

    public Long getAuthority() {
        return authority;
    }

    public String getPart() {
        return part;
    }

    public String getLang() {
        return lang;
    }

    public String getSender() {
        return sender;
    }

    public void setSender(String sender) {
        this.sender = sender;
    }

    public String getContact() {
        return contact;
    }

    public void setContact(String contact) {
        this.contact = contact;
    }

    /** The number for electronic invoices, which is entered at the invoices. */
    public String getLeitwegId() {
        return leitwegId;
    }

    public String getFooter() {
        return footer;
    }

    public void setFooter(String footer) {
        this.footer = footer;
    }

    public boolean isWithoutLogo() {
        return withoutLogo;
    }

    public void setWithoutLogo(boolean withoutLogo) {
        this.withoutLogo = withoutLogo;
    }

    public String getOpening() {
        return opening;
    }

    public void setOpening(String opening) {
        this.opening = opening;
    }

    public String getClosing() {
        return closing;
    }

    public void setClosing(String closing) {
        this.closing = closing;
    }
}
