package de.schulpakt.notice;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.register.NoticeKind;
import de.schulpakt.platform.Registered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The kinds of notices that the rooms bring. */
@ApplicationScoped
class NoticeKinds {
    @Inject
    Registered registered;
    @Inject
    Guard guard;

    NoticeKind of(String key) {
        return registered.of(NoticeKind.class).stream().filter(k -> k.key().equals(key)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no room brings a NoticeKind " + key));
    }

    /** The topics that concern whoever asks, by name, each with whether it is needed. */
    Map<String, Boolean> topics() {
        return registered.of(NoticeKind.class).stream().filter(k -> k.to() == null || guard.may(k.to()))
                .collect(Collectors.toMap(NoticeKind::topic, NoticeKind::needed, Boolean::logicalOr, TreeMap::new));
    }

    /** How people hear of a topic who have chosen nothing. */
    NoticeWay usual(String topic) {
        return registered.of(NoticeKind.class).stream().anyMatch(k -> k.topic().equals(topic) && k.mail()) ? NoticeWay.MAIL : NoticeWay.INBOX;
    }

    /** The keys of the kinds that ask somebody to do something. */
    List<String> tasks() {
        return registered.of(NoticeKind.class).stream().filter(NoticeKind::task).map(NoticeKind::key).sorted().toList();
    }

    /** The roles that have a permission. */
    static List<String> roles(Permission permission) {
        return Arrays.stream(Role.values()).filter(role -> role.permissions().contains(permission)).map(Role::name).toList();
    }
}
