package io.cellmonitor.help;

import io.cellmonitor.event.StreamId;
import io.cellmonitor.watch.StudentNews;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a student's server has heard: up to where in the log, and how the request for help stood then, for time alone may change that. Any
 * instance understands it. Written {@code 1795136529123-0.1a2b3c4d}.
 *
 * @param print a fingerprint of the request as it was told
 */
record NewsCursor(StreamId at, String print) {

    /** Of whoever has heard nothing: everything is new. */
    static final NewsCursor NOTHING = new NewsCursor(StreamId.ZERO, "");

    /** Reads what {@link #toString} wrote; throws {@link IllegalArgumentException} for anything else. */
    static NewsCursor parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("not a cursor");
        }
        return new NewsCursor(StreamId.parse(text.substring(0, dot)), text.substring(dot + 1));
    }

    static String print(News.@Nullable OwnHelp help) {
        return help == null
                ? "0"
                : Integer.toHexString(Objects.hash(help.requestId(), help.state(), help.position(), help.teacher()));
    }

    /** Whether there is anything that this does not know. An instance that is behind it waits until it is not. */
    boolean isOlderThan(StudentNews news) {
        if (news.at().compareTo(at) < 0) {
            return false;
        }
        boolean isAsked = !print(News.OwnHelp.of(news.help())).equals(print);
        return isAsked || news.hints().stream().anyMatch(hint -> hint.place().compareTo(at) > 0);
    }

    @Override
    public String toString() {
        return at + "." + print;
    }
}
