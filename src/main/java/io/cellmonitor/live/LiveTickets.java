package io.cellmonitor.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** Tickets that open one socket once, within 30 s, on the instance that gave them. Safe from any thread. */
@ApplicationScoped
class LiveTickets {

    static final Duration LIFE = Duration.ofSeconds(30);

    private final SecureRandom random = new SecureRandom();
    private final Cache<String, LivePlace> tickets =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(LIFE).build();

    String issue(LivePlace place) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        tickets.put(ticket, place);
        return ticket;
    }

    Optional<LivePlace> redeem(String ticket) {
        return Optional.ofNullable(tickets.asMap().remove(ticket));
    }
}
