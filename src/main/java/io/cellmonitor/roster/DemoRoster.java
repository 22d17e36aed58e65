package io.cellmonitor.roster;

import io.cellmonitor.access.Accounts;
import io.cellmonitor.access.DemoClass;
import io.cellmonitor.access.Roles;
import io.cellmonitor.access.TablesReady;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the demo's class and its teacher where they are missing, and gives the teacher the configured password. */
@ApplicationScoped
class DemoRoster {

    private final Classes classes;
    private final Accounts accounts;
    private final boolean demo;
    private final String teacher;
    private final Optional<String> password;

    DemoRoster(
            Classes classes,
            Accounts accounts,
            @ConfigProperty(name = "cell-monitor.demo", defaultValue = "false") boolean demo,
            @ConfigProperty(name = "cell-monitor.teacher", defaultValue = "teacher") String teacher,
            @ConfigProperty(name = "cell-monitor.teacher-password") Optional<String> password) {
        this.classes = classes;
        this.accounts = accounts;
        this.demo = demo;
        this.teacher = teacher;
        this.password = password;
    }

    void onTablesReady(@Observes @Priority(300) TablesReady event) throws Throwable {
        if (demo && password.isPresent()) {
            VertxContextSupport.subscribeAndAwait(() -> make(password.get())
                    .ifNoItem()
                    .after(Duration.ofSeconds(30))
                    .fail());
        }
    }

    private Uni<Void> make(String teacherPassword) {
        return accounts.createIfMissing(teacher, teacherPassword, teacher, Roles.TEACHER)
                .call(user -> accounts.changePassword(user, teacherPassword))
                .flatMap(this::makeClass);
    }

    private Uni<Void> makeClass(UUID user) {
        return classes.createIfMissing(DemoClass.ID, DemoClass.NAME, DemoClass.ZONE, user);
    }
}
