package io.cellmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.channels.Channel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import org.junit.jupiter.api.Test;

/**
 * The native program's classes begin while it is built, but for those that its settings name: what they hold from then on is the same in each
 * program that was ever started from it.
 */
class NativeBeginningsTest {

    private static final String RUN_TIME = "--initialize-at-run-time=";

    /** What must not be made in the build: random numbers, keys, threads, and what belongs to one machine. */
    private static final List<Class<?>> OF_ONE_START = List.of(
            Random.class,
            Key.class,
            Mac.class,
            Cipher.class,
            Thread.class,
            ExecutorService.class,
            Socket.class,
            Channel.class,
            InetAddress.class);

    private static final JavaClasses APPLICATION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.cellmonitor");

    @Test
    void nothingOfOneStartIsKeptByAClassThatBeginsInTheBuild() throws ReflectiveOperationException, IOException {
        List<String> late = beginLate();
        Set<String> kept = new TreeSet<>();
        for (JavaClass type : APPLICATION) {
            if (late.stream().noneMatch(name -> begins(type.getName(), name))) {
                keptBy(Class.forName(type.getName()), kept);
            }
        }
        assertThat(kept).isEmpty();
    }

    private static void keptBy(Class<?> type, Set<String> kept) throws IllegalAccessException {
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                field.setAccessible(true);
                Object value = field.get(null);
                if (OF_ONE_START.stream().anyMatch(bad -> bad.isInstance(value))) {
                    kept.add(type.getName() + "." + field.getName());
                }
            }
        }
    }

    @Test
    void whatIsToBeginLateIsThere() throws IOException {
        assertThat(beginLate()).isNotEmpty().allSatisfy(name -> {
            String path = "/" + name.replace('.', '/') + (isClass(name) ? ".class" : "");
            assertThat(NativeBeginningsTest.class.getResource(path)).as(name).isNotNull();
        });
    }

    /** Rosters come in Shift_JIS, which a native program has only with all charsets. */
    @Test
    void theCharsetsOfRostersAreInTheNativeProgram() throws IOException {
        assertThat(settings().getProperty("quarkus.native.add-all-charsets")).isEqualTo("true");
    }

    private static boolean isClass(String name) {
        return Character.isUpperCase(name.charAt(name.lastIndexOf('.') + 1));
    }

    private static boolean begins(String name, String late) {
        return name.equals(late) || name.startsWith(late + ".") || name.startsWith(late + "$");
    }

    private static List<String> beginLate() throws IOException {
        String arguments = settings().getProperty("quarkus.native.additional-build-args");
        assertThat(arguments).startsWith(RUN_TIME);
        return Stream.of(arguments.substring(RUN_TIME.length()).split("\\\\,")).toList();
    }

    private static Properties settings() throws IOException {
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            settings.load(file);
        }
        return settings;
    }
}
