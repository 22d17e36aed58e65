package io.cellmonitor.access;

import java.util.UUID;

/** Fired (CDI, on the instance that ended it) when a sign-in session has ended: its sockets must close. */
public record SignedOut(UUID session) {}
