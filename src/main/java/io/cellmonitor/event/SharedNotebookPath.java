package io.cellmonitor.event;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The path of the notebook that all share, from the path of a student's copy: {@code lesson3_24A1234-Copy1.ipynb} is
 * {@code lesson3.ipynb}. What fits no pattern is its own.
 */
public final class SharedNotebookPath {

    private static final String EXTENSION = ".ipynb";

    /** What is added to the end of a copy's name: JupyterLab's {@code -Copy1}, a file manager's {@code (1)}, a student number. */
    private static final Pattern COPY = Pattern.compile("(?:-Copy\\d{1,4}"
            + "| ?\\(\\d{1,3}\\)"
            + "|[_-]\\d{2}[A-Za-z]{1,2}\\d{3,5}"
            + "|[_-][A-Za-z]\\d{6,8}"
            + "|[_-](?:\\d{7}|\\d{9,10}))$");

    /** nbgrader's folders: {@code submitted/<student>/<assignment>/...} and {@code release/<assignment>/...}. */
    private static final List<Pattern> FOLDERS = List.of(
            Pattern.compile("^(?:.*/)?(?:submitted|autograded|feedback)/[^/]+/([^/]+/.+)$"),
            Pattern.compile("^(?:.*/)?(?:release|source)/([^/]+/.+)$"));

    private SharedNotebookPath() {}

    /** The shared path; never longer than {@code path}. */
    public static String of(String path) {
        String shared = withoutFolders(path.startsWith("/") ? path.substring(1) : path);
        if (!shared.endsWith(EXTENSION)) {
            return shared;
        }
        int folder = shared.lastIndexOf('/') + 1;
        String name = shared.substring(folder, shared.length() - EXTENSION.length());
        return shared.substring(0, folder) + withoutCopies(name) + EXTENSION;
    }

    private static String withoutFolders(String path) {
        for (Pattern pattern : FOLDERS) {
            var matcher = pattern.matcher(path);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        return path;
    }

    private static String withoutCopies(String name) {
        String shorter = COPY.matcher(name).replaceFirst("");
        return shorter.isEmpty() || shorter.equals(name) ? name : withoutCopies(shorter);
    }
}
