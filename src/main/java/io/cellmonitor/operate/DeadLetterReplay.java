package io.cellmonitor.operate;

import io.cellmonitor.bus.EventSubscriber;
import io.cellmonitor.store.relational.DeadLetters;
import io.cellmonitor.store.relational.DeadLetters.DeadLetter;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Optional;

/** Gives dead letters once more to the subscriber that failed on them, and to no other: never back to the log (promise 5). */
@ApplicationScoped
class DeadLetterReplay {

    private static final int PAGE = 100;

    /**
     * What came of it.
     *
     * @param left those that are refused still
     */
    record Outcome(int replayed, int left) {

        Outcome and(Outcome other) {
            return new Outcome(replayed + other.replayed, left + other.left);
        }
    }

    private final DeadLetters letters;
    private final Instance<EventSubscriber> subscribers;

    DeadLetterReplay(DeadLetters letters, Instance<EventSubscriber> subscribers) {
        this.letters = letters;
        this.subscribers = subscribers;
    }

    /** The configured subscriber of that group. */
    Optional<EventSubscriber> subscriber(String group) {
        return subscribers.stream()
                .filter(subscriber -> subscriber.group().equals(group))
                .findFirst();
    }

    /** Each once, oldest first; a letter goes when it is stored. Fails where the store or PostgreSQL is away; what was done is done. */
    Uni<Outcome> replay(EventSubscriber subscriber) {
        return page(subscriber, 0);
    }

    private Uni<Outcome> page(EventSubscriber subscriber, long after) {
        return letters.after(subscriber.group(), after, PAGE).chain(page -> {
            Uni<Outcome> done = Multi.createFrom()
                    .iterable(page)
                    .onItem()
                    .transformToUniAndConcatenate(letter -> again(subscriber, letter))
                    .collect()
                    .with(java.util.stream.Collectors.reducing(new Outcome(0, 0), Outcome::and));
            return page.size() < PAGE
                    ? done
                    : done.chain(here -> page(subscriber, page.getLast().id()).map(here::and));
        });
    }

    private Uni<Outcome> again(EventSubscriber subscriber, DeadLetter letter) {
        return subscriber
                .store(List.of(letter.event()))
                .chain(() -> letters.remove(letter.id()))
                .replaceWith(new Outcome(1, 0))
                .onFailure(subscriber::isDataError)
                .recoverWithItem(new Outcome(0, 1));
    }
}
