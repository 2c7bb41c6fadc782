package de.schulpakt.install.floor;

import de.schulpakt.paper.print.Printable;
import de.schulpakt.paper.print.Sheet;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** A floor plan to be taken along: the picture with numbers, and what each of them is. */
@ApplicationScoped
class FloorSheet implements Printable {
    private static final int WIDTH = 175;
    @Inject
    FloorQueries queries;
    @Inject
    FloorPicture pictures;
    @Inject
    SchoolQueries schools;

    @Override
    public String name() {
        return "floor";
    }

    @Override
    public String subject() {
        return "FloorPlan";
    }

    @Override
    public String kept() {
        return null;
    }

    @Override
    public Sheet sheet(long id, Long authority, Locale locale) {
        FloorQueries.View view = queries.plan(id);
        SchoolQueries.View school = schools.school(view.plan().schoolId());
        String place = Sheet.joined(view.plan().building(), view.plan().floor());
        Sheet sheet = Sheet.of(name(), locale, place).titled("print.floor.title", place).from(school.authorityId(), school.authority());
        sheet.fact("network.school", Sheet.lines(school.name(), school.address()));
        if (view.pictureId() != null) {
            sheet.picture(FloorPicture.numbered(pictures.bytes(view.pictureId()), view.marks()), sheet.text("print.floor.title", place), WIDTH);
        }
        if (view.marks().isEmpty()) {
            return sheet.words(sheet.text("floor.none"));
        }
        sheet.table("floor.marks", sheet.number("floor.number", 8), sheet.column("floor.what", 34), sheet.column("network.room", 26), sheet.column("floor.state", 32));
        int number = 1;
        for (FloorQueries.Mark mark : view.marks()) {
            sheet.row(String.valueOf(number++), Sheet.lines(mark.name(), mark.unitKind() == null ? mark.model() : sheet.word(mark.unitKind())),
                    mark.room() == null ? "" : mark.room(), Sheet.lines(sheet.word(mark.state()), mark.player()));
        }
        return sheet;
    }
}
