package io.cellmonitor.operate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.jboss.logmanager.LogContext;
import org.jspecify.annotations.Nullable;

/**
 * How much this instance's own packages say, changeable while it runs; after a restart the configuration counts again. Ours alone: what others say at
 * their finer levels may hold what students wrote (promise 11), ours never does. Safe from any thread.
 */
@ApplicationScoped
class LogLevels {

    /** From few words to many. */
    static final List<String> NAMES = List.of("ERROR", "WARN", "INFO", "DEBUG");

    private static final String OURS = "io.cellmonitor";

    /** What was changed, with what it was; held here, for a logger that nobody holds forgets its level. */
    private final Map<String, Changed> changed = new TreeMap<>();

    private record Changed(Logger logger, @Nullable Level before) {}

    /**
     * A package and what it says.
     *
     * @param logger the package's name
     * @param changed whether somebody has set it since the start
     */
    record Current(String logger, String level, boolean changed) {}

    /** Every package of ours that says something, and those around it. */
    synchronized List<Current> all() {
        List<Current> all = new ArrayList<>();
        for (String name : packages()) {
            all.add(new Current(name, effective(Logger.getLogger(name)), changed.containsKey(name)));
        }
        return all;
    }

    /** {@code level} is one of {@link #NAMES}. Empty when there is no such package. */
    synchronized Optional<Current> set(String name, String level) {
        if (!packages().contains(name)) {
            return Optional.empty();
        }
        Changed known = changed.computeIfAbsent(name, key -> {
            Logger logger = Logger.getLogger(key);
            return new Changed(logger, logger.getLevel());
        });
        known.logger().setLevel(LogContext.getLogContext().getLevelForName(level));
        return Optional.of(new Current(name, effective(known.logger()), true));
    }

    /** As the configuration says again; harmless where nothing was changed. */
    synchronized void reset(String name) {
        Changed known = changed.remove(name);
        if (known != null) {
            known.logger().setLevel(known.before());
        }
    }

    private static TreeSet<String> packages() {
        TreeSet<String> packages = new TreeSet<>();
        LogManager.getLogManager().getLoggerNames().asIterator().forEachRemaining(name -> {
            if (name.startsWith(OURS + ".")) {
                String around = name;
                while (around.length() > OURS.length()) {
                    around = around.substring(0, around.lastIndexOf('.'));
                    packages.add(around);
                }
            }
        });
        return packages;
    }

    private static String effective(Logger logger) {
        for (Logger each = logger; each != null; each = each.getParent()) {
            if (each.getLevel() != null) {
                return each.getLevel().getName();
            }
        }
        return "INFO";
    }
}
