package io.cellmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What we write and read as JSON ourselves is registered for the native program; what routes answer, Quarkus registers. */
class NativeRegistrationsTest {

    private static final Set<String> BINDING = Set.of(
            "readValue",
            "writeValueAsString",
            "writeValueAsBytes",
            "writeValue",
            "valueToTree",
            "treeToValue",
            "convertValue",
            "readerFor",
            "writerFor");

    /** Each class that binds JSON, and what it binds. (KeysetFile and LearningEventJson bind trees alone.) */
    private static final Map<String, List<String>> BOUND = Map.of(
            "bus.EnvelopeCodec", List.of("event.Envelope"),
            "ingest.EventRoute", List.of("ingest.Answers$ReceivedOne", "ingest.Answers$ReceivedMany"),
            "live.Frames", List.of("live.SnapshotFrame", "live.Frames$Delta", "live.Frames$Status", "live.Frames$Bye"),
            "live.KeptSummaries", List.of("live.ClassSummary"),
            "live.SideKeys", List.of("live.SideKeys$ConnectionEntry", "live.SideKeys$StudentEntry"),
            "seal.KeysetFile", List.of(),
            "store.relational.DeadLetters", List.of("event.Envelope"),
            "watch.FoldLoading", List.of("watch.SavedClass"),
            "watch.WatchedClasses", List.of("watch.SavedClass"));

    /** Answers that a {@code Response} hides from Quarkus. */
    private static final List<String> HIDDEN =
            List.of("ingest.Answers$ReceivedOne", "ingest.Answers$ReceivedMany", "live.LiveTicketResource$Ticket");

    private static final JavaClasses APPLICATION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.cellmonitor");

    @Test
    void everyClassThatBindsJsonIsKnownHere() {
        Set<String> binding = APPLICATION.stream()
                .filter(NativeRegistrationsTest::binds)
                .map(type -> type.getName().substring("io.cellmonitor.".length()))
                .collect(Collectors.toSet());
        assertThat(binding).isEqualTo(BOUND.keySet());
    }

    @Test
    void everythingBoundIsRegistered() throws ClassNotFoundException {
        Set<Class<?>> reached = new HashSet<>();
        for (String name : Stream.concat(BOUND.values().stream().flatMap(List::stream), HIDDEN.stream())
                .toList()) {
            reach(Class.forName("io.cellmonitor." + name), reached);
        }
        Set<String> names = reached.stream().map(Class::getName).collect(Collectors.toCollection(TreeSet::new));
        assertThat(registered()).containsAll(names);
    }

    @Test
    void everyRegisteredClassExists() throws ClassNotFoundException {
        for (String name : registered()) {
            assertThat(Class.forName(name)).isNotNull();
        }
    }

    private static boolean binds(JavaClass type) {
        return type.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().getPackageName().equals("com.fasterxml.jackson.databind")
                        && BINDING.contains(call.getTarget().getName()));
    }

    /** A record, and the records in it. */
    private static void reach(Type type, Set<Class<?>> reached) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> reach(argument, reached));
        } else if (type instanceof Class<?> found
                && found.getName().startsWith("io.cellmonitor")
                && reached.add(found)
                && found.isRecord()) {
            Arrays.stream(found.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .forEach(inner -> reach(inner, reached));
        }
    }

    private static Set<String> registered() throws ClassNotFoundException {
        Set<String> names = new TreeSet<>();
        for (JavaClass type : APPLICATION) {
            if (type.isAnnotatedWith(RegisterForReflection.class)) {
                RegisterForReflection here = type.getAnnotationOfType(RegisterForReflection.class);
                Arrays.stream(here.targets()).map(Class::getName).forEach(names::add);
                names.addAll(List.of(here.classNames()));
                if (here.targets().length == 0 && here.classNames().length == 0) {
                    names.add(type.getName());
                }
            }
        }
        return names;
    }
}
