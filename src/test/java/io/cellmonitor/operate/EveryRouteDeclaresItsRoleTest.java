package io.cellmonitor.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.security.Authenticated;
import io.quarkus.websockets.next.WebSocket;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EveryRouteDeclaresItsRoleTest {

    private static final List<Class<? extends Annotation>> ROLES =
            List.of(RolesAllowed.class, PermitAll.class, Authenticated.class, DenyAll.class);

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.cellmonitor");

    @Test
    void everyRestMethodDoes() {
        List<JavaMethod> routes = CLASSES.stream()
                .flatMap(it -> it.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                .toList();
        assertThat(routes).isNotEmpty();
        assertThat(routes)
                .filteredOn(it -> !declares(it) && !declares(it.getOwner()))
                .isEmpty();
    }

    @Test
    void everySocketDoes() {
        Stream<JavaClass> sockets = CLASSES.stream().filter(it -> it.isAnnotatedWith(WebSocket.class));
        assertThat(sockets).filteredOn(it -> !declares(it)).isEmpty();
    }

    @Test
    void noOtherKindOfRouteIsUsed() {
        assertThat(CLASSES.stream().flatMap(it -> it.getMethods().stream()))
                .filteredOn(it -> it.isAnnotatedWith("io.quarkus.vertx.web.Route"))
                .isEmpty();
    }

    private static boolean declares(CanBeAnnotated code) {
        return ROLES.stream().anyMatch(code::isAnnotatedWith);
    }
}
