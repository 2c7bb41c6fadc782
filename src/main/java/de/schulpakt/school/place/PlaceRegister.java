package de.schulpakt.school.place;

import static de.schulpakt.identity.Permission.SCHOOL_VIEW;

import de.schulpakt.identity.register.NavEntry;
import de.schulpakt.identity.register.SearchSource;
import de.schulpakt.identity.register.SubjectLink;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: its place in the rail, the pages of a school and a room, the search for schools. */
@Dependent
class PlaceRegister {
    @Produces
    NavEntry nav() {
        return new NavEntry("schools", 20, "/school/schools.xhtml", SCHOOL_VIEW);
    }

    @Produces
    SubjectLink link() {
        return new SubjectLink("School", "/school/school.xhtml?id={id}", SCHOOL_VIEW);
    }

    @Produces
    SubjectLink room() {
        return new SubjectLink("Room", "/school/room.xhtml?id={id}", SCHOOL_VIEW);
    }

    @Produces
    SearchSource search() {
        return new SearchSource("School", 10, SCHOOL_VIEW, SearchSource.Within.SCHOOLS, """
                select s.id as id, s.officialNo as no, s.name as title, s.city as place from School s
                where {scope} and (s.officialNo like :start escape '!' or s.name like :any escape '!')
                order by case when s.name = :same then 0 else 1 end, s.name""", SearchSource.Exact.NUMBER_OR_TITLE);
    }
}
