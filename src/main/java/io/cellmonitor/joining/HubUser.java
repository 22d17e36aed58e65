package io.cellmonitor.joining;

import java.util.List;

/** Whose token it is, as a hub says. */
record HubUser(String name, List<String> groups) {

    @Override
    public String toString() {
        return "HubUser[...]";
    }
}
