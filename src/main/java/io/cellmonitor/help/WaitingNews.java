package io.cellmonitor.help;

import io.cellmonitor.event.EventTypes;
import io.cellmonitor.watch.ClassDelta;
import io.cellmonitor.watch.ClassSnapshot;
import io.cellmonitor.watch.ClassWatcher;
import io.cellmonitor.watch.WatchedClass;
import java.time.Instant;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The students of one class who wait for news here. It looks at the class's fold as screens do, at the boundaries of frames and under its lock,
 * so that nothing falls between a look and the wait. Safe from any thread.
 */
final class WaitingNews implements ClassWatcher {

    /** A student's server asks once at a time; what comes again, after a lost connection, takes the place of the oldest. */
    private static final int MOST_OF_ONE = 3;

    private static final Set<String> HINTS = Set.of(EventTypes.HINT_SENT, EventTypes.HINT_SEEN);

    /** One who waits; completed with what is new. */
    record Poll(UUID student, NewsCursor known, CompletableFuture<News> answer) {}

    private final WatchedClass watched;
    private final Map<UUID, Deque<Poll>> polls = new ConcurrentHashMap<>();

    WaitingNews(WatchedClass watched) {
        this.watched = watched;
    }

    WatchedClass watched() {
        return watched;
    }

    /** Answers at once when there is something new, else as soon as there is. */
    void add(Poll poll, Instant now) {
        watched.atBoundary(now, () -> {
            watched.add(this);
            Deque<Poll> theirs = polls.computeIfAbsent(poll.student(), key -> new ConcurrentLinkedDeque<>());
            theirs.addLast(poll);
            while (theirs.size() > MOST_OF_ONE) {
                end(theirs.removeFirst());
            }
            look(poll.student());
        });
    }

    /** Nobody waits for it any more. True when nobody waits at all: then the class is let go, and taken up again with the next one. */
    boolean remove(Poll poll, Instant now) {
        watched.atBoundary(now, () -> {
            polls.computeIfPresent(poll.student(), (student, theirs) -> {
                theirs.remove(poll);
                return theirs.isEmpty() ? null : theirs;
            });
            if (polls.isEmpty()) {
                watched.remove(this);
            }
        });
        return polls.isEmpty();
    }

    /** What there is now, new or not. */
    News present(Poll poll) {
        return News.of(watched.news(poll.student()), poll.known());
    }

    void end(Poll poll) {
        poll.answer().complete(present(poll));
    }

    void endAll() {
        polls.values().stream().flatMap(Deque::stream).toList().forEach(this::end);
    }

    @Override
    public void onDelta(ClassDelta delta) {
        if (polls.isEmpty()) {
            return;
        }
        Stream.concat(
                        delta.changes().help().stream().map(help -> help.student()),
                        delta.events().stream()
                                .filter(event -> HINTS.contains(event.eventType()))
                                .map(event -> event.student()))
                .filter(polls::containsKey)
                .collect(Collectors.toSet())
                .forEach(this::look);
    }

    @Override
    public void onReset(ClassSnapshot snapshot) {
        polls.keySet().forEach(this::look);
    }

    private void look(UUID student) {
        Deque<Poll> theirs = polls.get(student);
        if (theirs != null) {
            var news = watched.news(student);
            theirs.stream()
                    .filter(poll -> poll.known().isOlderThan(news))
                    .forEach(poll -> poll.answer().complete(News.of(news, poll.known())));
        }
    }
}
