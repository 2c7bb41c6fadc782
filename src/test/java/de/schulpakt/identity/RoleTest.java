package de.schulpakt.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoleTest {
    @Test
    void who_may_do_something_may_also_see_it() {
        for (Role role : Role.values()) {
            for (Permission permission : role.permissions()) {
                assertThat(role.permissions()).as(role + " " + permission).contains(permission.seenBy());
            }
        }
    }

    @Test
    void an_auditor_only_looks() {
        assertThat(Role.AUDITOR.permissions()).allMatch(p -> p.seenBy() == p && p != Permission.USER_ADMIN);
    }

    @Test
    void nobody_both_requests_and_decides() {
        for (Role role : Role.values()) {
            assertThat(role.permissions().contains(Permission.REQUEST_EDIT) && role.permissions().contains(Permission.REQUEST_DECIDE))
                    .as(role.name()).isFalse();
        }
    }

    @Test
    void the_administrator_moves_no_money() {
        assertThat(Role.ADMIN.permissions()).doesNotContain(Permission.REQUEST_DECIDE, Permission.ORDER_PLACE,
                Permission.DELIVERY_RECEIVE, Permission.BUDGET_CORRECT, Permission.APPLICATION_DECIDE);
    }
}
