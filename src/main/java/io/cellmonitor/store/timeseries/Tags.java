package io.cellmonitor.store.timeseries;

import com.influxdb.client.write.Point;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tags that all points have. */
final class Tags {

    private Tags() {}

    /** A point of a student at a notebook; without a path it has no such tag. */
    static Point on(String measurement, UUID classId, UUID student, @Nullable String notebookPath) {
        return Point.measurement(measurement)
                .addTag("class_id", classId.toString())
                .addTag("user_id", student.toString())
                .addTag("notebook_path", notebookPath == null ? "" : writable(notebookPath));
    }

    /** The line protocol has no way to write a control character, or a backslash at the end, into a tag. */
    static String writable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").replaceFirst("\\\\+$", "");
    }
}
