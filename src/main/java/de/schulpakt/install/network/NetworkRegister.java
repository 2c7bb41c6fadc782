package de.schulpakt.install.network;

import static de.schulpakt.identity.Permission.NETWORK_VIEW;

import de.schulpakt.identity.register.SearchSource;
import de.schulpakt.identity.register.SubjectLink;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.util.List;

/** What the room brings to the house: the page of a unit, and the search for it, by its name or a number of its device. */
@Dependent
class NetworkRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("NetworkUnit", "/install/unit.xhtml?id={id}", NETWORK_VIEW);
    }

    @Produces
    SearchSource search() {
        return new SearchSource("NetworkUnit", 65, NETWORK_VIEW, SearchSource.Within.SCHOOLS, """
                select u.id as id, u.name as no, r.name as title, s.name as place
                from NetworkUnit u join School s on s.id = u.schoolId left join Room r on r.id = u.roomId
                where {scope} and u.live = true and {match}
                order by u.name, u.id""", SearchSource.Exact.NUMBER, List.of("u.name like :start escape '!'",
                "exists (select i.id from DeviceIdentifier i where i.deviceId = u.deviceId and i.valueKey like :key escape '!')"));
    }
}
