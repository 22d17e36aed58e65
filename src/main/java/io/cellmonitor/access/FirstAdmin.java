package io.cellmonitor.access;

import io.quarkus.vertx.VertxContextSupport;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the first admin, from the configuration, unless there is an account of this name. Two instances may start at once. */
@ApplicationScoped
class FirstAdmin {

    private final Accounts accounts;
    private final Optional<String> username;
    private final Optional<String> password;

    FirstAdmin(
            Accounts accounts,
            @ConfigProperty(name = "cell-monitor.admin") Optional<String> username,
            @ConfigProperty(name = "cell-monitor.admin-password") Optional<String> password) {
        this.accounts = accounts;
        this.username = username;
        this.password = password;
    }

    void onTablesReady(@Observes @Priority(200) TablesReady event) throws Throwable {
        if (username.isPresent() && password.isPresent()) {
            String name = username.get();
            VertxContextSupport.subscribeAndAwait(
                    () -> accounts.createIfMissing(name, password.get(), name, Roles.ADMIN)
                            .ifNoItem()
                            .after(Duration.ofSeconds(30))
                            .fail());
        }
    }
}
