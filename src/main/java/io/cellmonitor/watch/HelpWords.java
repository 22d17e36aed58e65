package io.cellmonitor.watch;

/** How the sealed words of events of helping name what is in their metadata. */
public final class HelpWords {

    /** Of every event that a teacher's doing makes: the teacher's name. */
    public static final String TEACHER_NAME = "teacherName";
    /** Of {@code hint_sent}: what the teacher wrote. */
    public static final String HINT_TEXT = "text";

    private HelpWords() {}
}
