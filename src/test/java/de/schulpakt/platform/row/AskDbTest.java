package de.schulpakt.platform.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.step.Change;
import de.schulpakt.platform.text.Money;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.jpa.JpaEntityManager;
import org.eclipse.persistence.queries.ReadQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows of the history, asked for in every way. */
@DbTest
class AskDbTest {
    private static final Instant AT = Instant.parse("2026-03-29T01:30:00.123456Z");
    private static final String WHO = "select h.id as id, h.at as at, h.note as note from HistoryRow h order by h.id";
    private Db db;
    private EntityManager em;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        em = db.get(EntityManager.class);
        db.get(Clock.class).at(AT, () -> db.tx(() -> {
            db.get(History.class).record(new Ref("Probe", 7, "P-7"), State.RUN, Said.words("first"));
            em.flush();
            db.get(History.class).record(new Ref("Probe", 8, "P-8"), State.FAIL,
                    new Change<>(State.RUNNING, State.FAILED), Said.NOTHING);
        }));
    }

    enum State {
        RUN, FAIL, RUNNING, FAILED
    }

    record Line(Long id, Instant at, String note) {
    }

    record Primitive(long subject, int length, boolean noted) {
    }

    record Nested(String action, Line line, Line other) {
    }

    record WithLists(Long id, List<String> lines, Set<String> names, Map<String, Long> counts) {
    }

    record Sums(Money money, BigDecimal exact, Long whole, Instant latest, State to) {
    }

    record Picky(Long id, String note) {
        Picky {
            if (note == null) {
                throw new Refused("probe.picky");
            }
        }
    }

    @Test
    void each_number_of_rows_is_prepared_once_and_holds_for_all_who_ask_at_once() throws InterruptedException {
        db.tx(() -> {
            for (int i = 0; i < 20; i++) {
                db.get(History.class).record(new Ref("Probe", 100 + i, "P"), State.RUN, Said.NOTHING);
            }
        });
        em.unwrap(JpaEntityManager.class).getServerSession().getProject().getJPQLParseCache().clear();
        List<String> wrong = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 6; t++) {
            Thread thread = new Thread(() -> {
                for (int most = 1; most <= 40; most++) {
                    int got = Ask.of(db.get(EntityManager.class), Line.class, WHO).list(most).size();
                    int second = Ask.of(db.get(EntityManager.class), Line.class, WHO).list(1, most).size();
                    int all = Ask.of(db.get(EntityManager.class), Line.class, WHO).list().size();
                    if (got != Math.min(22, most) || second != Math.min(21, most) || all != 22) {
                        wrong.add(most + ": " + got + ", " + second + ", " + all);
                    }
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(wrong).isEmpty();
        List<ReadQuery> kept = new ArrayList<>();
        Map<?, ?> cache = em.unwrap(JpaEntityManager.class).getServerSession().getProject().getJPQLParseCache().getCache();
        cache.forEach((text, query) -> {
            if (String.valueOf(text).startsWith(WHO + " ")) {
                kept.add((ReadQuery) query);
            }
        });
        assertThat(kept).extracting(ReadQuery::getMaxRows).contains(1, 2, 22, 40).doesNotHaveDuplicates();
        assertThat(kept).allMatch(ReadQuery::isPrepared);
    }

    @Test
    void columns_find_their_components_by_name_in_any_order() {
        List<Line> lines = Ask.of(em, Line.class, WHO).list();
        assertThat(lines).extracting(Line::note).containsExactly("first", null);
        assertThat(lines).extracting(Line::at).containsOnly(AT);
        assertThat(Ask.of(em, Line.class, "select h.note as NOTE, h.at, h.id as id_ from HistoryRow h order by h.id").list())
                .isEqualTo(lines);
    }

    @Test
    void components_may_be_primitive_records_or_collections_that_are_filled_later() {
        assertThat(Ask.of(em, Primitive.class, """
                select h.subjectId as subject, length(h.subjectType) as length_, case when h.note is null then false else true end
                    as noted
                from HistoryRow h order by h.id""").list()).containsExactly(new Primitive(7, 5, true), new Primitive(8, 5, false));
        Nested nested = Ask.of(em, Nested.class, """
                select h.id as line_id, h.note as line_note, h.at as line_at, h.action as action, o.id as other_id,
                    o.at as other_at, o.note as other_note
                from HistoryRow h left join HistoryRow o on o.subjectId = 99 where h.subjectId = 7""").one().orElseThrow();
        assertThat(nested.line().note()).isEqualTo("first");
        assertThat(nested.other()).isNull();
        assertThat(Ask.of(em, WithLists.class, "select h.id as id from HistoryRow h where h.subjectId = 7").one())
                .hasValueSatisfying(row -> assertThat(row).extracting("lines", "names", "counts")
                        .containsExactly(List.of(), Set.of(), Map.of()));
    }

    @Test
    void sums_instants_and_names_become_what_the_record_says() {
        assertThat(Ask.of(em, Sums.class, """
                select sum(h.subjectId) as money, sum(h.subjectId) as exact, count(h) as whole, coalesce(max(h.at), max(h.at)) as latest,
                    case when count(h) > 1 then 'FAILED' else 'DONE' end as to
                from HistoryRow h""").one()).hasValue(new Sums(Money.of(15), BigDecimal.valueOf(15), 2L, AT, State.FAILED));
        assertThat(Ask.of(em, Long.class, "select count(h) from HistoryRow h").one()).hasValue(2L);
        assertThat(Ask.of(em, Integer.class, "select count(h) from HistoryRow h").one()).hasValue(2);
        assertThat(Ask.of(em, String.class, "select h.note from HistoryRow h order by h.id").list()).containsExactly("first", null);
        assertThat(Ask.of(em, Money.class, "select h.subjectId from HistoryRow h order by h.id").list())
                .containsExactly(Money.of(7), Money.of(8));
    }

    @Test
    void what_does_not_fit_is_refused_with_its_name_even_without_rows() {
        refused(Line.class, "select h.id as id, h.at as at from HistoryRow h where h.id < 0", "no column is called note");
        refused(Line.class, "select h.id as id, h.at as at, h.note as note, h.action as deed from HistoryRow h where h.id < 0",
                "has no component for [deed]");
        refused(Line.class, "select h.id as id, h.note as note, h.at as at, h.action as note from HistoryRow h",
                "'note' cannot be declared more than once");
        refused(Line.class, "select h.id, h.at as at, h.note as note, h.actorId as id_ from HistoryRow h", "two columns are called id");
        refused(Nested.class, "select h.action as action, h.id as line_id, h.at as line_at from HistoryRow h", "line_note");
        refused(Primitive.class, "select h.subjectId as subject, length(h.note) as length_, true as noted from HistoryRow h",
                "Primitive.length is a int, which takes no null");
        refused(Primitive.class, "select h.subjectId as subject, h.note as length_, true as noted from HistoryRow h",
                "Primitive.length is a int, which takes no java.lang.String");
        refused(Integer.class, "select h.note from HistoryRow h where h.note is not null", "takes no java.lang.String");
        assertThatThrownBy(() -> Ask.of(em, Integer.class, "select h.subjectId * 1000000000 from HistoryRow h").list())
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Ask.of(em, State.class, "select h.note from HistoryRow h where h.note is not null").list())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_a_record_refuses_is_refused() {
        assertThatThrownBy(() -> Ask.of(em, Picky.class, "select h.id as id, h.note as note from HistoryRow h").list())
                .isInstanceOf(Refused.class);
    }

    @Test
    void one_is_one_and_a_page_is_two_statements() {
        assertThatThrownBy(() -> Ask.of(em, Line.class, WHO).one()).isInstanceOf(IllegalStateException.class);
        assertThat(Ask.of(em, Line.class, WHO).first()).map(Line::note).hasValue("first");
        assertThat(Ask.of(em, Line.class, "select h.id as id, h.at as at, h.note as note from HistoryRow h where h.id = :id")
                .set("id", -1L).one()).isEmpty();
        assertThat(db.statements(() -> {
            Page<Line> page = Ask.of(em, Line.class, WHO).page(new PageRequest(2, 1, null),
                    Ask.of(em, Long.class, "select count(h) from HistoryRow h"));
            assertThat(page.total()).isEqualTo(2);
            assertThat(page.rows()).extracting(Line::note).containsExactly((String) null);
        })).isEqualTo(2);
    }

    private void refused(Class<?> type, String jpql, String why) {
        assertThatThrownBy(() -> Ask.of(em, type, jpql).list()).as(jpql).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
