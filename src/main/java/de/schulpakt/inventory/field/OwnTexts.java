package de.schulpakt.inventory.field;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.stream.Collectors;

/** What the fields of a device say together stands in its row. */
@ApplicationScoped
class OwnTexts {
    private static final String TELL = """
            update device d set d.own_text = (select left(group_concat(concat(f.label, ': ', coalesce(v.text, v.number, date_format(v.day_on, '%d.%m.%Y'),
                if(v.flag, '✓', '✗'))) order by f.label separator ' · '), 1000)
            from own_value v join own_field f on f.id = v.field_id where v.device_id = d.id and v.ended_at is null) where d.id in (""";

    @PersistenceContext
    EntityManager em;

    /** Of these devices. */
    void tell(List<Long> devices) {
        em.createNativeQuery(TELL + devices.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")").executeUpdate();
    }

    /** Of all devices at which something is entered in a field. */
    void tellOf(long fieldId) {
        em.createNativeQuery(TELL + "select o.device_id from own_value o where o.field_id = ?1 and o.ended_at is null)").setParameter(1, fieldId).executeUpdate();
    }
}
