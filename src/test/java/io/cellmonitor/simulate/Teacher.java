package io.cellmonitor.simulate;

import java.util.Map;

/** Who looks on, and at which class; empty words where the environment does not say. */
record Teacher(String classId, String username, String password) {

    static Teacher of(Map<String, String> environment) {
        return new Teacher(
                environment.getOrDefault("CELL_MONITOR_CLASS", ""),
                environment.getOrDefault("CELL_MONITOR_TEACHER", ""),
                environment.getOrDefault("CELL_MONITOR_TEACHER_PASSWORD", ""));
    }

    boolean isKnown() {
        return !classId.isEmpty() && !username.isEmpty() && !password.isEmpty();
    }

    @Override
    public String toString() {
        return "Teacher[classId=" + classId + "]";
    }
}
