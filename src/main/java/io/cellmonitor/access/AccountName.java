package io.cellmonitor.access;

/** What somebody with an account is called. */
public record AccountName(String username, String displayName) {

    @Override
    public String toString() {
        return "AccountName[...]";
    }
}
