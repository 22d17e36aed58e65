package io.cellmonitor.access;

/** The keys that sign students' tokens are missing or are none. Its message names the setting and never shows a key. */
public final class TokenKeysUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TokenKeysUnusable(String setting, String reason) {
        super(setting + ": " + reason);
    }
}
