package de.schulpakt.inventory.device;

import static de.schulpakt.identity.Permission.DEVICE_SERVE;
import static de.schulpakt.identity.Permission.DEVICE_VIEW;

import de.schulpakt.identity.register.NavEntry;
import de.schulpakt.identity.register.SearchSource;
import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.identity.register.WaitingCount;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.util.List;

/** What the room brings to the house: its place in the rail, the page of a device, what waits to be put into service, the search. */
@Dependent
class DeviceRegister {
    @Produces
    NavEntry nav() {
        return new NavEntry("devices", 60, "/inventory/devices.xhtml", DEVICE_VIEW);
    }

    @Produces
    SubjectLink link() {
        return new SubjectLink("Device", "/inventory/device.xhtml?id={id}", DEVICE_VIEW);
    }

    /** A model has no page; its devices have. */
    @Produces
    SubjectLink model() {
        return new SubjectLink("DeviceModel", "/inventory/device-model.xhtml?id={id}", DEVICE_VIEW);
    }

    @Produces
    WaitingCount toServe() {
        return new WaitingCount("devices", DEVICE_SERVE, """
                device x join device_model m on m.id = x.model_id
                where x.state = 'IN_STOCK' and m.needs_network = 0 and {school:x.school_id}""");
    }

    @Produces
    SearchSource search() {
        return new SearchSource("Device", 60, DEVICE_VIEW, SearchSource.Within.SCHOOLS, """
                select d.id as id, d.inventoryNo as no, case when i.value = d.inventoryNo then d.serial else i.value end as title, s.name as place
                from DeviceIdentifier i join Device d on d.id = i.deviceId join School s on s.id = d.schoolId
                where {scope} and {match}
                order by i.valueKey, i.id""", SearchSource.Exact.NUMBER_OR_TITLE, List.of("i.valueKey like :key escape '!'"));
    }

    /** Models belong to nobody; who may see devices may see what kinds there are. */
    @Produces
    SearchSource models() {
        return new SearchSource("DeviceModel", 70, DEVICE_VIEW, SearchSource.Within.ALL, """
                select m.id as id, m.name as no, concat(m.maker, concat(' ', m.name)) as title, m.partNo as place
                from DeviceModel m where {scope}
                and (m.name like :any escape '!' or m.maker like :any escape '!' or m.partNo like :start escape '!')
                order by m.maker, m.name""", SearchSource.Exact.NONE);
    }
}
