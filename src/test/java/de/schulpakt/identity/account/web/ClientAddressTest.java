package de.schulpakt.identity.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose word is taken for where a request comes from. */
class ClientAddressTest {
    @Test
    void only_a_known_proxy_is_believed() {
        assertThat(address(Optional.empty(), "192.0.2.1", "203.0.113.9")).isEqualTo("192.0.2.1");
        assertThat(address(Optional.of("10.0.0.1, 10.0.0.2"), "192.0.2.1", "203.0.113.9")).isEqualTo("192.0.2.1");
        assertThat(address(Optional.of("10.0.0.1, 10.0.0.2"), "10.0.0.2", "203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(address(Optional.of("10.0.0.1"), "10.0.0.1", null)).isEqualTo("10.0.0.1");
    }

    @Test
    void of_several_addresses_the_one_that_the_proxy_saw_counts() {
        assertThat(address(Optional.of("10.0.0.1"), "10.0.0.1", "1.2.3.4, 203.0.113.9")).isEqualTo("203.0.113.9");
    }

    private static String address(Optional<String> proxies, String near, String forwarded) {
        ClientAddress address = new ClientAddress();
        address.proxies = proxies;
        return address.of((HttpServletRequest) Proxy.newProxyInstance(ClientAddressTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class}, (proxy, method, args) ->
                        method.getName().equals("getRemoteAddr") ? near : method.getName().equals("getHeader") ? forwarded : null));
    }
}
