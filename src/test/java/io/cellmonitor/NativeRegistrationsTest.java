package io.cellmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.annotations.RegisterResources;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
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

    private static final List<String> RECEIVED =
            List.of("ingest.Answers$ReceivedOne", "ingest.Answers$ReceivedMany", "ingest.Answers$NotTaken");

    /** Each resource of which a method's {@code Response} hides the answer from Quarkus, and what it answers. */
    private static final Map<String, List<String>> HIDDEN = Map.of(
            "ingest.EventResource", RECEIVED,
            "ingest.StudentProgressResource", RECEIVED,
            "ingest.TestEventResource", RECEIVED,
            "live.LiveTicketResource", List.of("live.LiveTicketResource$Ticket"));

    private static final Pattern RESOURCE =
            Pattern.compile("(?:ResourceLines\\.of|getResourceAsStream)\\(\"/([^\"]+)\"");

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
    void everyRouteThatHidesItsAnswerIsKnownHere() {
        Set<String> hiding = APPLICATION.stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .filter(type -> type.getMethods().stream()
                        .anyMatch(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                                && method.getReturnType().getAllInvolvedRawTypes().stream()
                                        .anyMatch(answer -> answer.isEquivalentTo(Response.class))))
                .map(type -> type.getName().substring("io.cellmonitor.".length()))
                .collect(Collectors.toSet());
        assertThat(hiding).isEqualTo(HIDDEN.keySet());
    }

    /** Flyway's extension brings the migrations, Quarkus the dashboard in META-INF/resources. */
    @Test
    void everyFileThatIsReadAtRunTimeIsInTheNativeProgram() throws IOException {
        Set<String> read = new TreeSet<>();
        try (Stream<java.nio.file.Path> sources = Files.walk(java.nio.file.Path.of("src/main/java"))) {
            for (java.nio.file.Path source :
                    sources.filter(Files::isRegularFile).toList()) {
                RESOURCE.matcher(Files.readString(source))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(read::add);
            }
        }
        assertThat(read).hasSizeGreaterThan(2);
        assertThat(includedResources()).containsAll(read);
    }

    private static Set<String> includedResources() throws IOException {
        Properties settings = new Properties();
        try (Reader file =
                Files.newBufferedReader(java.nio.file.Path.of("src/main/resources/application.properties"))) {
            settings.load(file);
        }
        Set<String> included = new TreeSet<>(List.of(
                settings.getProperty("quarkus.native.resources.includes").split(",")));
        APPLICATION.stream()
                .filter(type -> type.isAnnotatedWith(RegisterResources.class))
                .flatMap(type -> Stream.of(
                        type.getAnnotationOfType(RegisterResources.class).globs()))
                .forEach(included::add);
        return included;
    }

    @Test
    void everythingBoundIsRegistered() throws ClassNotFoundException {
        Set<Class<?>> reached = new HashSet<>();
        for (String name : Stream.concat(BOUND.values().stream(), HIDDEN.values().stream())
                .flatMap(List::stream)
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
