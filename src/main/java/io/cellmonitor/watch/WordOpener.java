package io.cellmonitor.watch;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens sealed names and help messages for a screen; null for what cannot be opened. */
interface WordOpener {

    /** A student's name. */
    @Nullable
    String name(UUID student, byte[] sealed);

    /** What a student wrote when asking for help. */
    @Nullable
    String helpMessage(SealedWords sealed);

    /** The name of the teacher who made an event of helping. */
    @Nullable
    String teacherName(SealedWords sealed);

    /** The text of a hint. */
    @Nullable
    String hintText(SealedWords sealed);
}
