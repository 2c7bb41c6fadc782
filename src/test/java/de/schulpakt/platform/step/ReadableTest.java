package de.schulpakt.platform.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.platform.Day;
import de.schulpakt.platform.Unreadable;
import java.lang.reflect.Parameter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What a command may hold so that people can read it. */
class ReadableTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    record Line(String serial) {
    }

    record Order(String note, LocalDate on, @Day(back = 1, ahead = 2) LocalDate due, Instant at, List<Line> lines) {
    }

    void useCase(long id, Order order, String reason) {
        // only its parameters are looked at
    }

    private static void check(Order order, String reason) throws Exception {
        Parameter[] parameters = ReadableTest.class.getDeclaredMethod("useCase", long.class, Order.class, String.class).getParameters();
        Readable.check(parameters, new Object[] {7L, order, reason}, TODAY);
    }

    @Test
    void texts_of_people_are_texts() {
        for (String text : List.of("", " ", "Müller", "a\nb\r\n\tc", "😀", "👩\u200d💻", "‏שלום", "a\u200bb", "%_\\", "z\u0301", "100 €")) {
            assertThat(Readable.textFault(text)).as(text).isNull();
        }
    }

    @Test
    void what_nobody_types_is_a_fault() {
        for (String text : List.of("a\u0000", "\u0001", "a\u001b[31m", "\u007f", "\u0085", "\ud83d", "a\ude00b", "\uffff", "\ufffe")) {
            assertThat(Readable.textFault(text)).isEqualTo("Text");
        }
    }

    @Test
    void what_nobody_sees_is_a_fault() {
        for (String text : List.of("\u200b", "\u00a0", " \u200d ", "\ufeff", "\u2800", "\u3164\u115f", "\u00ad", "\u2060", "\ufe0f", "\u3000")) {
            assertThat(Readable.textFault(text)).isEqualTo("Invisible");
        }
    }

    @Test
    void each_field_is_named() {
        assertThatThrownBy(() -> check(new Order("\u0000", LocalDate.of(26, 11, 23), TODAY.plusYears(3), Instant.parse("1900-01-01T00:00:00Z"),
                List.of(new Line("ok"), new Line("\u200b"))), "\u0007")).isInstanceOfSatisfying(Unreadable.class, e -> {
                    assertThat(e.fields()).containsOnlyKeys("note", "on", "due", "at", "lines[1].serial", "reason");
                    assertThat(Explained.of(e, Locale.GERMANY).orElseThrow().fields().values()).noneMatch(text -> text.contains("???"));
                });
        assertThatCode(() -> check(new Order(null, TODAY, TODAY.minusMonths(2), null, null), null)).doesNotThrowAnyException();
        assertThatThrownBy(() -> check(new Order(null, TODAY, null, null, Collections.nCopies(5_001, new Line("a"))), null)).isInstanceOf(Unreadable.class);
    }
}
