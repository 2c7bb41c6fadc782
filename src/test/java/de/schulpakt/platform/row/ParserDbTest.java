package de.schulpakt.platform.row;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Many threads may have texts parsed at the same time; none is misread. */
@DbTest
class ParserDbTest {
    private static final int THREADS = 8;
    private static final int TEXTS = 6_000;

    @Test
    void texts_that_are_parsed_at_once_are_read_as_they_stand(Db db) throws InterruptedException {
        Map<String, String> wrong = new ConcurrentSkipListMap<>();
        CountDownLatch begin = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < THREADS; t++) {
            int own = t;
            Thread thread = new Thread(() -> {
                EntityManager em = db.get(EntityManager.class);
                for (int i = 0; i < TEXTS; i++) {
                    // each text is one that nobody has parsed before
                    String jpql = "select s.id as schoolId, s.name as state, count(distinct r.id) as rooms" + i + " from School s left join Room r on r.schoolId = s.id"
                            + " where s.id <> " + own + " and 1 = " + i + " group by s.id, s.name";
                    try {
                        begin.await();
                        em.createQuery(jpql, Object[].class);
                    } catch (RuntimeException | InterruptedException e) {
                        wrong.put(jpql, e.toString());
                    }
                }
            });
            threads.add(thread);
            thread.start();
        }
        begin.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(wrong).isEmpty();
    }
}
