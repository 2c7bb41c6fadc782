package de.schulpakt.identity.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.identity.account.SignIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which addresses are open to somebody who has not signed in. */
class SessionFilterTest {
    @Test
    void a_detour_through_an_open_folder_does_not_lead_to_a_page() throws Exception {
        assertThat(asked("/resources/../index.xhtml", "/index.xhtml")).isEqualTo("redirect");
        assertThat(asked("/jakarta.faces.resource/../procurement/requests.xhtml", "/procurement/requests.xhtml")).isEqualTo("redirect");
        assertThat(asked("/favicon/../procurement/requests.csv", "/procurement/requests.csv")).isEqualTo("redirect");
    }

    @Test
    void what_everybody_may_see_is_open() throws Exception {
        assertThat(asked("/login.xhtml", "/login.xhtml")).isEqualTo("passed");
        assertThat(asked("/jakarta.faces.resource/look.js.xhtml", "/jakarta.faces.resource/look.js.xhtml")).isEqualTo("passed");
        assertThat(asked("/health/ready", "/health/ready")).isEqualTo("passed");
    }

    private static String asked(String sent, String mapped) throws Exception {
        List<String> calls = new ArrayList<>();
        HttpServletRequest request = of(HttpServletRequest.class, Map.of("getRequestURI", sent, "getServletPath", mapped,
                "getContextPath", ""), calls);
        HttpServletResponse response = of(HttpServletResponse.class, Map.of(), calls);
        FilterChain chain = (a, b) -> calls.add("passed");
        SessionFilter filter = new SessionFilter();
        filter.address = new ClientAddress() {
            @Override
            public String of(HttpServletRequest asked) {
                return "192.0.2.7";
            }
        };
        filter.signIn = new SignIn() {
            @Override
            public void from(String address) {
                calls.add("from");
            }
        };
        filter.doFilter(request, response, chain);
        return calls.contains("passed") ? "passed" : calls.contains("sendRedirect") ? "redirect" : "nothing";
    }

    private static <T> T of(Class<T> type, Map<String, Object> answers, List<String> calls) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            calls.add(method.getName());
            return answers.get(method.getName());
        }));
    }
}
