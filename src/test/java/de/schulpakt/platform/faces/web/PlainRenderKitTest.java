package de.schulpakt.platform.faces.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainRenderKitTest {
    @Test
    void what_ajax_does_is_data_and_no_script() {
        assertThat(PlainRenderKit.data("mojarra.ab(this,event,'valueChange','@this','f:lines f:acts')")).isEqualTo("valueChange|@this|f:lines f:acts");
        assertThat(PlainRenderKit.data("mojarra.ab(this,event,'action','f:lines',0);return false")).isEqualTo("action|f:lines|");
        assertThat(PlainRenderKit.data("mojarra.ab(this,event,'change',0,'f:money',{'onevent':x})")).isEqualTo("change||f:money");
        assertThat(PlainRenderKit.data("alert(1)")).isNull();
        assertThat(PlainRenderKit.data(null)).isNull();
    }
}
