package io.cellmonitor.store.timeseries;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.cellmonitor.servers.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.annotations.RegisterForProxy;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The interfaces of which InfluxDB's client makes proxies for what we do with it are known to the native program. */
class InfluxClientRegistrationsTest {

    @Test
    void everyInterfaceThatTheClientMakesAProxyOfIsRegistered() throws IllegalAccessException {
        InfluxSettings settings = OpenInflux.settings(URI.create("http://127.0.0.1:9"), "token", "org");
        try (InfluxWriter writer = new InfluxWriter(TestDatabase.vertx(), settings, new SimpleMeterRegistry())) {
            Set<Class<?>> proxied = proxiedIn(writer);
            assertThat(proxied).isNotEmpty();
            assertThat(InfluxWriter.class.getAnnotation(RegisterForProxy.class).targets())
                    .containsExactlyInAnyOrderElementsOf(proxied);
            assertThat(InfluxWriter.class
                            .getAnnotation(RegisterForReflection.class)
                            .targets())
                    .containsExactlyInAnyOrderElementsOf(proxied);
        }
    }

    /** The native program links each class that code names which might run: one that is missing ends its build. */
    @Test
    void everyClassThatRetrofitNamesIsThere() {
        Set<String> missing = new ClassFileImporter()
                .importPackages("retrofit2").stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(named -> !named.isPrimitive() && !isLeftOut(named.getName()))
                        .map(JavaClass::getName)
                        .filter(name -> !isThere(name))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(missing).isEmpty();
    }

    /** Code for another system, which has ended before the program is compiled; and annotations, which nobody links. */
    private static boolean isLeftOut(String name) {
        return name.startsWith("android.") || name.startsWith("org.codehaus.mojo.animal_sniffer.");
    }

    private static boolean isThere(String name) {
        try {
            Class.forName(name, false, InfluxClientRegistrationsTest.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }

    /** Looks into the objects of the client that the writer holds. */
    private static Set<Class<?>> proxiedIn(InfluxWriter writer) throws IllegalAccessException {
        Set<Class<?>> proxied = new HashSet<>();
        Set<Object> seen = new HashSet<>();
        Deque<Object> next = new ArrayDeque<>(Set.of(writer));
        while (!next.isEmpty()) {
            Object object = next.pop();
            for (Class<?> type = object.getClass(); isOurs(type); type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (Modifier.isStatic(field.getModifiers())
                            || field.getType().isPrimitive()) {
                        continue;
                    }
                    field.setAccessible(true);
                    Object value = field.get(object);
                    if (value != null && Proxy.isProxyClass(value.getClass())) {
                        proxied.add(value.getClass().getInterfaces()[0]);
                    } else if (value != null && isOurs(value.getClass()) && seen.add(value)) {
                        next.push(value);
                    }
                }
            }
        }
        return proxied;
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("com.influxdb.client.internal") || type == InfluxWriter.class;
    }
}
