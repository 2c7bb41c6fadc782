package de.schulpakt.install.kind;

import java.util.List;

/**
 * A revision of a kind, as tickets need to know it.
 *
 * @param stepsDe     the lines of the checklist
 * @param stepsEn     the same lines in English
 * @param measurement true: ends with a measured link, which the school accepts
 * @param photo       true: ends only with a photo among the ticket's papers
 * @param acceptance  true: the school accepts; false: who did the work ends it
 * @param schoolOpens true: the school's people may open such tickets too
 * @param minutes     usual length of a visit
 * @param followUp    code of the kind that is opened at the same place when the work has ended, null for none
 * @param defectKind  code of the kind that puts right what the school finds when it accepts
 * @param clocked     true: service levels hold
 * @param offered     false: no new tickets
 * @param latest      true for the revision of new tickets
 * @param noisy       true: disturbs lessons, so that dates in school holidays are proposed first
 * @param results     what it asks for beside steps, photo and measurement
 * @param workers     who may take such tickets and work on them
 * @param team        name of the team for {@link KindWorkers#TEAM}, null for all others
 */
public record Kind(Long id, String code, Integer revision, String nameDe, String nameEn, List<String> stepsDe, List<String> stepsEn,
        Boolean measurement, Boolean photo, Boolean acceptance, KindDevices devices, Boolean schoolOpens, Priority priority,
        Integer minutes, String followUp, String defectKind, Boolean clocked, Boolean offered, Boolean latest, Boolean noisy, List<KindResult> results,
        KindWorkers workers, String team) {
    /** The name in a language; what is not English is German. */
    public String name(String language) {
        return "en".equals(language) ? nameEn : nameDe;
    }

    /** The checklist in a language. */
    public List<String> steps(String language) {
        return "en".equals(language) ? stepsEn : stepsDe;
    }
}
