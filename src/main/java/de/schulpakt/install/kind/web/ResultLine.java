package de.schulpakt.install.kind.web;

import de.schulpakt.install.kind.KindResult;
import de.schulpakt.install.kind.ResultType;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/** What an administrator types for a result that a kind asks for; without a name it is none. */
public class ResultLine implements Serializable {
    private static final long serialVersionUID = 1L;
    private String nameDe;
    private String nameEn;
    private ResultType type = ResultType.TEXT;
    private boolean needed = true;
    private String unit;
    private BigDecimal least;
    private BigDecimal most;
    private String choicesDe;
    private String choicesEn;

    static ResultLine of(KindResult result) {
        ResultLine line = new ResultLine();
        line.nameDe = result.nameDe();
        line.nameEn = result.nameEn();
        line.type = result.type();
        line.needed = result.needed();
        line.unit = result.unit();
        line.least = result.least();
        line.most = result.most();
        line.choicesDe = String.join("\n", result.choices("de"));
        line.choicesEn = String.join("\n", result.choices("en"));
        return line;
    }

    /** True if nothing is typed. */
    boolean blank() {
        return (nameDe == null || nameDe.isBlank()) && (nameEn == null || nameEn.isBlank());
    }

    KindResult result() {
        return new KindResult(nameDe, nameEn, type, needed, unit, least, most, lines(choicesDe), lines(choicesEn));
    }

    private static List<String> lines(String text) {
        return text == null ? null : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
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

    public ResultType getType() {
        return type;
    }

    public void setType(ResultType type) {
        this.type = type;
    }

    public boolean isNeeded() {
        return needed;
    }

    public void setNeeded(boolean needed) {
        this.needed = needed;
    }

    public String getUnit() {
        return unit;
    }

    public void setUnit(String unit) {
        this.unit = unit;
    }

    public BigDecimal getLeast() {
        return least;
    }

    public void setLeast(BigDecimal least) {
        this.least = least;
    }

    public BigDecimal getMost() {
        return most;
    }

    public void setMost(BigDecimal most) {
        this.most = most;
    }

    public String getChoicesDe() {
        return choicesDe;
    }

    public void setChoicesDe(String choicesDe) {
        this.choicesDe = choicesDe;
    }

    public String getChoicesEn() {
        return choicesEn;
    }

    public void setChoicesEn(String choicesEn) {
        this.choicesEn = choicesEn;
    }
}
