package de.schulpakt.identity;

import de.schulpakt.platform.list.Circles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Circles that follow from roles: colleagues of a role at an authority or a school are a team; all who have a role of the authority are its circle, and
 * whoever has a role belongs to the circle of the installation. Offices share with all; schools share among themselves. Who administers ends
 * what was shared, everywhere if the administration holds everywhere.
 */
@ApplicationScoped
class RoleCircles implements Circles {
    private static final String EVERYWHERE = "*";

    @Inject
    CurrentUser current;
    @Inject
    Guard guard;

    @Override
    public List<Circle> mine() {
        Map<String, Circle> all = new LinkedHashMap<>();
        List<Circle> found = new ArrayList<>();
        for (Grant grant : current.grants()) {
            // who sees some awards only is nobody's colleague: neither told what they share nor heard by them
            if (current.limited(grant)) {
                continue;
            }
            boolean office = grant.role().permissions().contains(Permission.INTERNAL_VIEW);
            boolean admin = grant.role().permissions().contains(Permission.USER_ADMIN);
            boolean everywhere = grant.authorityId() == null && grant.schoolId() == null;
            String place = grant.schoolId() != null ? "S" + grant.schoolId() : everywhere ? EVERYWHERE : "A" + grant.authorityId();
            found.add(new Circle(place + ":" + grant.role(), "list.circle.team", grant.role(), true, admin));
            if (grant.authorityId() != null) {
                found.add(new Circle(place, "list.circle.authority", null, office, admin));
            }
            found.add(new Circle(EVERYWHERE, "list.circle.all", null, everywhere && (office || admin), everywhere && admin));
        }
        for (Circle circle : found) {
            all.merge(circle.key(), circle, (a, b) -> new Circle(a.key(), a.text(), a.value(), a.shares() || b.shares(), a.ends() || b.ends()));
        }
        return List.copyOf(all.values());
    }

    @Override
    public boolean endsAll() {
        return guard.mayEverywhere(Permission.USER_ADMIN);
    }

    @Override
    public Circle of(String key) {
        int role = key.indexOf(':');
        return role >= 0 ? new Circle(key, "list.circle.team", Role.valueOf(key.substring(role + 1)), false, true)
                : new Circle(key, EVERYWHERE.equals(key) ? "list.circle.all" : "list.circle.authority", null, false, true);
    }
}
