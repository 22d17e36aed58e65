package io.cellmonitor.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A lesson of a class from its beginning to its end: each student opens the notebook and runs each of its cells three times. */
record WholeLesson(String classId, int students) {

    static final int CELLS = 60;
    private static final int RUNS = 3;
    static final int EVENTS_OF_A_STUDENT = 1 + CELLS * RUNS;

    int events() {
        return students * EVENTS_OF_A_STUDENT;
    }

    /** All students' first events, then all their second ones, as a class does it; {@code number} counts from 0. */
    Map<String, Object> event(int number) {
        int student = number % students;
        int step = number / students;
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("eventId", "lesson-" + student + "-" + step);
        event.put("classId", classId);
        // Other students in each class: an event of a student is stored once, whatever its class.
        event.put("userId", "%s-%04d".formatted(classId.substring(0, 8), student));
        event.put("userName", "学生 %04d".formatted(student));
        event.put("notebookPath", "lesson/lesson-1.ipynb");
        if (step == 0) {
            event.put("eventType", "notebook_opened");
            event.put("cells", cells());
        } else {
            run(event, student, (step - 1) / RUNS, (step - 1) % RUNS == RUNS - 1);
        }
        return event;
    }

    private static List<Map<String, String>> cells() {
        List<Map<String, String>> cells = new ArrayList<>();
        for (int cell = 0; cell < CELLS; cell++) {
            cells.add(Map.of("id", id(cell), "type", "code"));
        }
        return cells;
    }

    /** A third of the cells succeed at the last try alone. */
    private static void run(Map<String, Object> event, int student, int cell, boolean last) {
        boolean failed = !last && (cell + student) % 3 == 0;
        event.put("eventType", failed ? "cell_error" : "cell_executed");
        event.put("cellId", id(cell));
        event.put("cellIndex", cell);
        event.put("code", "print(" + cell + ")");
        event.put("hasError", failed);
        if (failed) {
            event.put("errorName", "NameError");
            event.put("errorMessage", "name 'x' is not defined");
        } else {
            event.put("result", "" + cell);
        }
    }

    private static String id(int cell) {
        return "00000000-0000-4000-8000-%012d".formatted(cell);
    }
}
