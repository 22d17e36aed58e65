package io.cellmonitor.watch;

import io.cellmonitor.classroom.HelpView;
import io.cellmonitor.event.StreamId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a student has to hear from their teachers, as of the last frame.
 *
 * @param at the place in the log it is true at
 * @param help the student's latest asking today, however far it is; null without any
 * @param hints those of today that the student has not seen, oldest first
 */
public record StudentNews(StreamId at, @Nullable HelpView help, List<HintView> hints) {}
