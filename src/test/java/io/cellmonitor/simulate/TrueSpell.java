package io.cellmonitor.simulate;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The ground truth: this student was so, then.
 *
 * @param kind of {@link Spell.Kind}, in lower case
 * @param cellId where; null for what is of no cell
 * @param mistake which; null for none
 * @param from ISO instant of its first event: the first failed run, the kernel's death
 * @param inVainAt when the first try to mend it failed: since then they are stuck, if that is what they are
 * @param to ISO instant of what ended it: the good run, the run elsewhere; null while it lasts
 * @param runs failed ones in it
 * @param askedAt when they asked for help; null when they did not
 * @param helped whether somebody came then
 */
record TrueSpell(
        String student,
        String kind,
        @Nullable String cellId,
        @Nullable String mistake,
        String from,
        @Nullable String inVainAt,
        @Nullable String to,
        int runs,
        @Nullable String askedAt,
        boolean helped) {

    /** {@code when}: of each step, null for those that it did not come to. Null for a spell that did not begin. */
    static @Nullable TrueSpell of(Student student, Spell spell, @Nullable Instant[] when) {
        Instant from = at(when, spell.first());
        if (from == null) {
            return null;
        }
        return new TrueSpell(
                student.address(),
                spell.kind().name().toLowerCase(Locale.ROOT),
                spell.cell() == null ? null : spell.cell().id(),
                spell.mistake(),
                from.toString(),
                text(at(when, spell.vain())),
                text(at(when, spell.last())),
                spell.runs(),
                text(at(when, spell.askedAt())),
                spell.helped());
    }

    private static @Nullable Instant at(@Nullable Instant[] when, int step) {
        return step < 0 || step >= when.length ? null : when[step];
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
