package io.cellmonitor.bus;

import io.cellmonitor.event.StreamId;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Opens the group of a store that may be given up (promise 7). When the group is gone, or the store is another or a new one, everything is
 * copied from the store of record, page by page, as often as it takes until the log still holds all that came meanwhile; then the group is
 * made at that place. Storing is repeatable, so what is copied twice does no harm.
 */
final class RefilledGroup implements GroupOpening {

    private static final Logger LOGGER = Logger.getLogger(RefilledGroup.class);
    private static final int PAGE = 1_000;
    private static final long LONGEST_REST_MS = 500;

    /** After this every instance has looked at the groups again (see {@link GroupLags}). */
    private static final long KNOWN_EVERYWHERE_MS = 6_000;

    private final RefillableSubscriber subscriber;
    private final RefillSource source;
    private final RefillLedger ledger;
    private final BatchStorage storage;
    private final SubscriberCalls calls;
    private final LeaseHolder lease;
    private final Stopping stopping;

    RefilledGroup(
            RefillableSubscriber subscriber,
            RefillSource source,
            RefillLedger ledger,
            BatchStorage storage,
            SubscriberCalls calls,
            LeaseHolder lease,
            Stopping stopping) {
        this.subscriber = subscriber;
        this.source = source;
        this.ledger = ledger;
        this.storage = storage;
        this.calls = calls;
        this.lease = lease;
        this.stopping = stopping;
    }

    @Override
    public void open() {
        String target = target();
        if (ledger.isWhole(target)) {
            return;
        }
        RefillPass pass = ledger.pass(target).orElseGet(() -> new RefillPass(StreamId.ZERO, end(), ""));
        LOGGER.infof("%s: is filled from %s", subscriber.group(), source.group());
        while (true) {
            copy(target, pass);
            if (ledger.join(target, pass)) {
                LOGGER.infof("%s: is whole up to %s and reads on", subscriber.group(), pass.upTo());
                return;
            }
            requireTurn();
            stopping.pause(LONGEST_REST_MS);
            pass = pass.next(end());
        }
    }

    /** A store that is made anew answers, with nothing in it: before that, everybody must know that it is not to be asked. */
    private String target() {
        if (!ask(subscriber::isThere) && ledger.giveUp()) {
            stopping.pause(KNOWN_EVERYWHERE_MS);
            requireTurn();
        }
        return ask(subscriber::target);
    }

    /** Rests a third of the time, for the live path shares these servers. */
    private void copy(String target, RefillPass pass) {
        RefillPass at = pass;
        ledger.keep(target, at);
        while (true) {
            requireTurn();
            long begun = System.nanoTime();
            RefillPass here = at;
            RefillSource.Page page = ask(() -> source.page(here.after(), here.upTo(), here.from(), PAGE));
            if (!page.events().isEmpty()) {
                storage.store(page.events());
            }
            String next = page.next();
            if (next == null) {
                return;
            }
            at = at.at(next);
            ledger.keep(target, at);
            stopping.pause(Math.min(LONGEST_REST_MS, (System.nanoTime() - begun) / 2_000_000));
        }
    }

    private StreamId end() {
        return ledger.acknowledgedBy(source.group());
    }

    private void requireTurn() {
        if (stopping.isAsked() || !lease.holds()) {
            throw new StoreAway("the refill is interrupted");
        }
    }

    private <T> T ask(Supplier<Uni<T>> call) {
        try {
            return calls.await(call);
        } catch (Exception e) {
            throw new StoreAway(subscriber.reason(e), e);
        }
    }
}
