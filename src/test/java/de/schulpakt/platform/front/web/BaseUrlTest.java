package de.schulpakt.platform.front.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which hosts and origins are this installation. */
class BaseUrlTest {
    private final BaseUrl tls = new BaseUrl("https://Schulpakt.example.org/");
    private final BaseUrl local = new BaseUrl("http://localhost:8080");

    @Test
    void a_foreign_host_is_not_answered_once_an_address_is_configured() {
        assertThat(tls.names("schulpakt.example.org")).isTrue();
        assertThat(tls.names("SCHULPAKT.example.org:443")).isTrue();
        assertThat(tls.names("localhost:8080")).as("operators on the machine").isTrue();
        assertThat(tls.names("evil.example.com")).isFalse();
        assertThat(tls.names("schulpakt.example.org:8443")).isFalse();
        assertThat(tls.names("schulpakt.example.org.evil.example.com")).isFalse();
        assertThat(tls.names(null)).isFalse();
    }

    @Test
    void without_an_address_every_host_is_answered() {
        assertThat(local.names("10.0.0.7:8080")).isTrue();
        assertThat(local.configured()).isFalse();
    }

    @Test
    void the_origin_is_the_configured_one_or_the_host_that_was_called() {
        assertThat(tls.isOrigin("https://schulpakt.example.org", "schulpakt.example.org")).isTrue();
        assertThat(tls.isOrigin("http://schulpakt.example.org", "schulpakt.example.org")).isFalse();
        assertThat(tls.isOrigin("https://evil.example.com", "evil.example.com")).isFalse();
        assertThat(tls.isOrigin("null", "schulpakt.example.org")).isFalse();
        assertThat(local.isOrigin("http://10.0.0.7:8080", "10.0.0.7:8080")).isTrue();
        assertThat(local.isOrigin("http://10.0.0.7:8081", "10.0.0.7:8080")).isFalse();
    }

    @Test
    void the_scheme_is_that_of_the_address() {
        assertThat(tls.secure()).isTrue();
        assertThat(tls.port()).isEqualTo(443);
        assertThat(local.secure()).isFalse();
    }
}
