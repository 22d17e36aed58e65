package io.cellmonitor.simulate;

import org.jspecify.annotations.Nullable;

/**
 * The ground truth of a student's way, by steps: from {@code first} to {@code last} it was so.
 *
 * @param cell where; null for what is of no cell
 * @param mistake which, of {@link Mistake#name}; null for none
 * @param vain the second failed run, a first try to mend it in vain; the first where there was no second
 * @param last the step that ended it
 * @param runs failed ones in it
 * @param askedAt the step at which they asked for help; -1 when they did not
 */
record Spell(
        Kind kind,
        @Nullable Cell cell,
        @Nullable String mistake,
        int first,
        int vain,
        int last,
        int runs,
        int askedAt,
        boolean helped) {

    /** What was the matter. */
    enum Kind {
        /** Did not know how to go on. */
        STUCK,
        /** Failed again and again, and got on without anybody. */
        PUZZLED,
        /** Failed once or twice by a slip. */
        SLIP,
        /** The kernel was dead. */
        TECHNICAL,
        /** Had every cell right. */
        FINISHED,
        /** Was gone. */
        AWAY
    }

    static Spell of(Kind kind, int first, int last) {
        return new Spell(kind, null, null, first, first, last, 0, -1, false);
    }
}
