package de.schulpakt.identity.person.web;

import de.schulpakt.identity.person.PersonalFiles;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Formats;
import de.schulpakt.platform.web.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What is kept of the person, to read; the file holds all of it. */
@Named
@RequestScoped
public class PersonalPage {
    private static final int SHOWN = 20;
    @Inject
    PersonalFiles files;
    @Inject
    Act act;
    @Inject
    Language language;
    @Inject
    Formats formats;
    private PersonalFiles.File file;

    /** Reads what is kept. */
    public void load() {
        act.show(this::getFile);
    }

    public PersonalFiles.File getFile() {
        if (file == null) {
            file = files.mine(SHOWN);
        }
        return file;
    }

    /** The names of the columns of a part. */
    public List<String> columns(PersonalFiles.Part part) {
        return List.copyOf(part.rows().get(0).keySet());
    }

    /** A value as people read it: times, days, words for constants. */
    public String shown(Object value) {
        if (value == null) {
            return "–";
        }
        if (value instanceof Instant at) {
            return formats.instant(at);
        }
        if (value instanceof LocalDate day) {
            return formats.date(day);
        }
        String text = String.valueOf(value);
        return Texts.has(language.getLocale(), text) ? Texts.get(language.getLocale(), text, "…", "…", "…") : text;
    }
}
