package io.cellmonitor.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which build of the dashboard this instance serves: the name that its build left in the page ({@code dashboard/scripts/build-name.ts}). By it a page that
 * stayed open over an upgrade sees that it is of another.
 */
@ApplicationScoped
class DashboardBuild {

    private static final String PAGE = "META-INF/resources/dashboard/index.html";
    private static final Pattern NAME = Pattern.compile("<meta name=\"cell-monitor-build\" content=\"([0-9a-f]+)\"");

    private final @Nullable String name;

    @Inject
    DashboardBuild() {
        this(read());
    }

    DashboardBuild(@Nullable String name) {
        this.name = name;
    }

    /** Null where no dashboard was packaged. */
    @Nullable
    String name() {
        return name;
    }

    private static @Nullable String read() {
        try (InputStream page = Thread.currentThread().getContextClassLoader().getResourceAsStream(PAGE)) {
            return page == null ? null : nameIn(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static @Nullable String nameIn(String page) {
        Matcher name = NAME.matcher(page);
        return name.find() ? name.group(1) : null;
    }
}
