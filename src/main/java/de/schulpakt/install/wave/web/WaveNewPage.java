package de.schulpakt.install.wave.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.install.kind.Kind;
import de.schulpakt.install.kind.KindQueries;
import de.schulpakt.install.wave.WaveQueries;
import de.schulpakt.install.wave.Waves;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Language;
import de.schulpakt.school.place.RoomKind;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A new wave: what it is about, its trades, a look at what it would make, and then its tickets. */
@Named
@ViewScoped
public class WaveNewPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LINES = 5;
    private static final Pattern MATERIAL = Pattern.compile("(\\d{1,5}(?:[.,]\\d{1,2})?)\\s{0,3}[x\u00d7]?\\s{1,3}(\\S.{0,119})");
    @Inject
    transient Waves waves;
    @Inject
    transient WaveQueries queries;
    @Inject
    transient KindQueries kindQueries;
    @Inject
    transient SchoolQueries schoolQueries;
    @Inject
    transient Guard guard;
    @Inject
    transient Clock clock;
    @Inject
    transient Language language;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private Long authorityId;
    private List<Long> schoolIds = List.of();
    private WaveQueries.Look look;
    private transient List<Kind> kinds;
    private transient Page<SchoolQueries.Option> schools;
    private transient List<SchoolQueries.AuthorityOption> authorities;

    /** Proposes the usual trades. */
    public void load() {
        act.show(() -> {
            if (getAuthorities().isEmpty()) {
                throw new Forbidden(Permission.TICKET_WORK);
            }
            authorityId = getAuthorities().get(0).id();
            form.put("startsOn", clock.today().plusDays(7));
            propose(1, "CABLING", false, true, 6, "2 Doppeldose Cat. 6A\n80 m Installationskabel");
            propose(2, "SWITCH", true, true, 2, "1 Switch 24 Ports");
            propose(3, "ACCESS_POINT", false, true, 8, "1 Access Point");
            propose(4, "ROLL_OUT", false, false, 10, null);
        });
    }

    private void propose(int line, String kind, boolean perBuilding, boolean network, int perDay, String material) {
        form.put("kind" + line, getKinds().stream().anyMatch(one -> one.code().equals(kind)) ? kind : "");
        form.put("perBuilding" + line, perBuilding);
        form.put("network" + line, network);
        form.put("perDay" + line, perDay);
        form.put("material" + line, material);
    }

    /** Shows what it would make. */
    public String look() {
        return act.run(() -> {
            look = queries.look(plan());
        }, null, null);
    }

    /** Makes it. */
    public String create() {
        return act.run(() -> "wave?faces-redirect=true&id=" + waves.create(plan()), "wave.done.create");
    }

    private Waves.Plan plan() {
        List<Waves.Trade> trades = new ArrayList<>();
        for (int line = 1; line <= LINES; line++) {
            if (form.text("kind" + line) != null) {
                trades.add(new Waves.Trade(form.text("kind" + line), form.ticked("perBuilding" + line), form.ticked("network" + line),
                        form.whole("perDay" + line), material(form.text("material" + line))));
            }
        }
        return new Waves.Plan(authorityId, form.text("name"), schoolIds, form.text("building"), form.text("floor"),
                form.choice(RoomKind.class, "roomKind"), form.day("startsOn"), trades);
    }

    static List<Waves.Material> material(String lines) {
        return lines == null ? List.of() : lines.lines().map(String::strip).filter(line -> !line.isEmpty()).map(WaveNewPage::line).toList();
    }

    private static Waves.Material line(String line) {
        Matcher parts = MATERIAL.matcher(line);
        if (!parts.matches()) {
            throw new Refused("wave.material_line", line);
        }
        return new Waves.Material(parts.group(2).strip(), new BigDecimal(parts.group(1).replace(',', '.')));
    }

    /** The numbers of the lines. */
    public int[] getLines() {
        return new int[] {1, 2, 3, 4, 5};
    }

    public WaveQueries.Look getLook() {
        return look;
    }

    /** The name of a trade. */
    public String tradeName(WaveQueries.LookTrade trade) {
        return trade.name(language.getLocale().getLanguage());
    }

    /** The name of a kind. */
    public String kindName(Kind kind) {
        return kind.name(language.getLocale().getLanguage());
    }

    /** The kinds of which tickets can be opened. */
    public List<Kind> getKinds() {
        if (kinds == null) {
            kinds = kindQueries.known().stream().filter(Kind::offered).toList();
        }
        return kinds;
    }

    /** The schools to choose from, with how many there are. */
    public Page<SchoolQueries.Option> getSchools() {
        if (schools == null) {
            schools = schoolQueries.all(Permission.TICKET_WORK);
        }
        return schools;
    }

    /** The authorities for which the asker works. */
    public List<SchoolQueries.AuthorityOption> getAuthorities() {
        if (authorities == null) {
            authorities = schoolQueries.authorities().stream().filter(a -> guard.mayAuthority(Permission.TICKET_WORK, a.id())).toList();
        }
        return authorities;
    }

    public RoomKind[] getRoomKinds() {
        return RoomKind.values();
    }

    public Long getAuthorityId() {
        return authorityId;
    }

    public void setAuthorityId(Long authorityId) {
        this.authorityId = authorityId;
    }

    public List<Long> getSchoolIds() {
        return schoolIds;
    }

    public void setSchoolIds(List<Long> schoolIds) {
        this.schoolIds = schoolIds;
    }

    public Form getForm() {
        return form;
    }
}
