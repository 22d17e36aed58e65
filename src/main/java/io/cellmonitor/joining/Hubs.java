package io.cellmonitor.joining;

import io.cellmonitor.problem.Problem;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The JupyterHubs that are configured. A token is shown to one hub alone: with several, the sender says which. */
@Singleton
final class Hubs {

    private final List<Hub> all;

    Hubs(@ConfigProperty(name = "cell-monitor.hubs-file") Optional<String> file) {
        this.all = file.filter(name -> !name.isBlank())
                .map(name -> HubsFile.read(Path.of(name)))
                .orElse(List.of());
    }

    /** The hub of this name, or the only one; throws a 422 problem. */
    Hub get(@Nullable String name) {
        if (all.isEmpty()) {
            throw Problem.invalid("grant", "No JupyterHub is configured here.", "join_code, device_secret, key");
        }
        if (name == null && all.size() == 1) {
            return all.getFirst();
        }
        return all.stream()
                .filter(hub -> hub.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "hub",
                        "It is not said which JupyterHub, or there is none of this name.",
                        "one of " + all.stream().map(Hub::name).collect(Collectors.joining(", "))));
    }
}
