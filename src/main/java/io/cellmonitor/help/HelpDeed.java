package io.cellmonitor.help;

import io.cellmonitor.classroom.HelpClaim;
import io.cellmonitor.classroom.HelpState;
import io.cellmonitor.classroom.HelpView;
import io.cellmonitor.event.EventTypes;
import java.util.UUID;

/** What a teacher does about a request. */
enum HelpDeed {
    CLAIM(EventTypes.HELP_CLAIMED),
    ON_MY_WAY(EventTypes.HELP_ON_MY_WAY),
    RELEASE(EventTypes.HELP_RELEASED),
    RESOLVE(EventTypes.HELP_RESOLVED);

    private final String eventType;

    HelpDeed(String eventType) {
        this.eventType = eventType;
    }

    String eventType() {
        return eventType;
    }

    /** Whether the request is as this teacher would have it. */
    boolean isDone(HelpView request, UUID teacher) {
        HelpState state = HelpState.of(request.state());
        return switch (this) {
            case CLAIM -> isTheirs(request, teacher) && (state.isOpen() || state == HelpState.RESOLVED);
            case ON_MY_WAY -> isTheirs(request, teacher) && state == HelpState.ON_MY_WAY;
            case RELEASE -> state == HelpState.WAITING;
            case RESOLVE -> state == HelpState.RESOLVED;
        };
    }

    /**
     * Whether it was done before, so that no event is needed. What nobody seems to have may be the caller's all the same: the claim is still to come
     * here.
     */
    boolean wasDone(HelpView known, UUID teacher) {
        return this != RELEASE && isDone(known, teacher);
    }

    /** Whether this teacher may still do it, as far as is known. */
    boolean isPossible(HelpView request, UUID teacher) {
        boolean isFree = request.claim() == null || isTheirs(request, teacher);
        return request.stillOpen() && (this == RESOLVE || isFree);
    }

    private static boolean isTheirs(HelpView request, UUID teacher) {
        HelpClaim claim = request.claim();
        return claim != null && claim.teacher().equals(teacher);
    }
}
