package de.schulpakt.paper.web;

import de.schulpakt.paper.PaperKinds;
import de.schulpakt.paper.PaperQueries;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The kinds of papers, and the form for one of them. */
@Named
@ViewScoped
public class PaperKindsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String NEW = "new";
    @Inject
    transient PaperQueries queries;
    @Inject
    transient PaperKinds kinds;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private transient List<PaperQueries.Kind> rows;
    private boolean adding;
    private String code;
    private PaperQueries.Kind chosen;
    private String nameDe;
    private String nameEn;
    private Integer keepYears;
    private boolean offered;

    /** Reads the kinds, and the one that the address names. */
    public void load() {
        act.show(() -> {
            adding = NEW.equals(here.param("kind"));
            Long id = adding ? null : Params.number(here.param("kind"));
            chosen = getRows().stream().filter(k -> k.id().equals(id)).findFirst().orElse(null);
            if (chosen != null) {
                nameDe = chosen.nameDe();
                nameEn = chosen.nameEn();
                keepYears = chosen.keepYears();
                offered = chosen.offered();
            }
        });
    }

    /** Keeps the form. */
    public String save() {
        return adding ? act.run(() -> "kinds?faces-redirect=true&kind=" + kinds.create(new PaperKinds.Create(code, nameDe, nameEn, keepYears)), "papers.kind_added") : act.run(() -> kinds.change(chosen.id(), new PaperKinds.Change(chosen.version(), nameDe, nameEn, keepYears, offered)),
                "papers.kind_kept", "kinds?faces-redirect=true");
    }

    public List<PaperQueries.Kind> getRows() {
        if (rows == null) {
            rows = queries.allKinds();
        }
        return rows;
    }

    public boolean isAdding() {
        return adding;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public PaperQueries.Kind getChosen() {
        return chosen;
    }

    public String getNameDe() {
        return nameDe;
    }

    public void setNameDe(String nameDe) {
        this.nameDe = nameDe;
    }

    public String getNameEn() {
        return nameEn;
    }

    public void setNameEn(String nameEn) {
        this.nameEn = nameEn;
    }

    public Integer getKeepYears() {
        return keepYears;
    }

    public void setKeepYears(Integer keepYears) {
        this.keepYears = keepYears;
    }

    public boolean isOffered() {
        return offered;
    }

    public void setOffered(boolean offered) {
        this.offered = offered;
    }
}
