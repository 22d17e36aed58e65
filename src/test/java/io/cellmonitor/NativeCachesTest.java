package io.cellmonitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Caffeine makes a cache and its entries of classes whose names it puts together from what was asked for. The native program has those alone that
 * the framework or we have told it of; without one, the first cache of its kind would fail.
 */
class NativeCachesTest {

    private static final String CAFFEINE = "com.github.benmanes.caffeine.cache.";
    private static final String FRAMEWORK = "/io/quarkus/caffeine/runtime/graal/CacheConstructorsFeature.class";

    private static final JavaClasses APPLICATION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.cellmonitor");

    @Test
    void theClassesOfEachCacheAreRegistered() throws IOException {
        Set<String> needed = new TreeSet<>();
        APPLICATION.stream()
                .map(NativeCachesTest::asked)
                .filter(asked -> !asked.isEmpty())
                .forEach(asked -> {
                    needed.add(CAFFEINE + "SS" + suffixOfCache(asked));
                    needed.add(CAFFEINE + "PS" + suffixOfEntry(asked));
                });
        assertThat(needed).hasSizeGreaterThan(2).allSatisfy(name -> Class.forName(name));
        assertThat(registered()).containsAll(needed);
    }

    /** What the class asks Caffeine's builder for; what this test cannot name fails it. */
    private static Set<String> asked(JavaClass type) {
        Set<String> asked = type.getMethodCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().getName().equals(CAFFEINE + "Caffeine"))
                .map(call -> call.getTarget().getName())
                .collect(Collectors.toSet());
        assertThat(Set.of("newBuilder", "maximumSize", "expireAfterAccess", "expireAfterWrite", "build"))
                .as(type.getName())
                .containsAll(asked);
        return asked;
    }

    /** As {@code LocalCacheFactory.getClassName}. */
    private static String suffixOfCache(Set<String> asked) {
        return size(asked) + expiry(asked);
    }

    /** As {@code NodeFactory.getClassName}. */
    private static String suffixOfEntry(Set<String> asked) {
        return expiry(asked) + size(asked);
    }

    private static String size(Set<String> asked) {
        return asked.contains("maximumSize") ? "MS" : "";
    }

    private static String expiry(Set<String> asked) {
        return (asked.contains("expireAfterAccess") ? "A" : "") + (asked.contains("expireAfterWrite") ? "W" : "");
    }

    private static Set<String> registered() throws IOException {
        Set<String> names = APPLICATION.stream()
                .filter(type -> type.isAnnotatedWith(RegisterForReflection.class))
                .flatMap(type -> Arrays.stream(
                        type.getAnnotationOfType(RegisterForReflection.class).classNames()))
                .collect(Collectors.toCollection(TreeSet::new));
        try (InputStream feature = NativeCachesTest.class.getResourceAsStream(FRAMEWORK)) {
            ClassFile.of().parse(feature.readAllBytes()).constantPool().forEach(entry -> {
                if (entry instanceof StringEntry text) {
                    names.add(text.stringValue());
                }
            });
        }
        return names;
    }
}
