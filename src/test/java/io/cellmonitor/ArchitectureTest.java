package io.cellmonitor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The package table of docs/architecture.md, which says the same, and what else holds for all packages. */
class ArchitectureTest {

    private static final String BASE = "io.cellmonitor.";

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z.]+)`[^|]*\\|[^|]*\\| ([^|]*?) \\|$");

    /** What any package at the rim may use. */
    private static final Set<String> FOR_ALL = Set.of("problem", "recurrence", "measure", "trace");

    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("event", Set.of()),
            Map.entry("seal", Set.of()),
            Map.entry("problem", Set.of()),
            Map.entry("recurrence", Set.of()),
            Map.entry("measure", Set.of()),
            Map.entry("trace", Set.of("event")),
            Map.entry("access", Set.of("seal", "problem", "recurrence")),
            Map.entry("joining", Set.of("access", "roster", "event", "seal", "problem")),
            Map.entry("ingest", Set.of("event", "seal", "access", "bus", "problem", "measure", "trace")),
            Map.entry("bus", Set.of("event", "recurrence", "measure", "trace")),
            Map.entry("store.relational", Set.of("event", "seal", "bus", "classroom", "recurrence")),
            Map.entry("store.timeseries", Set.of("event", "bus", "store.relational", "recurrence", "measure")),
            Map.entry("classroom", Set.of("event")),
            Map.entry("watch", Set.of("access", "bus", "store.relational", "classroom", "seal")),
            Map.entry("help", Set.of("watch", "classroom", "access", "problem")),
            Map.entry("live", Set.of("watch", "classroom", "access", "problem", "recurrence", "measure", "trace")),
            Map.entry(
                    "history",
                    Set.of("store.relational", "store.timeseries", "watch", "classroom", "access", "problem")),
            Map.entry("mistakes", Set.of("store.relational", "watch", "classroom", "access", "seal", "problem")),
            Map.entry("roster", Set.of("access", "seal", "problem")),
            Map.entry("seating", Set.of("access", "roster", "seal", "problem")),
            Map.entry("note", Set.of("access", "roster", "seal", "problem")),
            Map.entry("lesson", Set.of("access", "store.relational", "classroom", "history", "problem")),
            Map.entry(
                    "report",
                    Set.of("access", "store.relational", "watch", "classroom", "roster", "history", "problem")),
            Map.entry("privacy", Set.of("store.relational", "store.timeseries", "roster", "seal", "problem")),
            Map.entry(
                    "operate",
                    Set.of(
                            "bus",
                            "store.relational",
                            "store.timeseries",
                            "watch",
                            "joining",
                            "problem",
                            "recurrence")));

    private static final JavaClasses APPLICATION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.cellmonitor");

    @TestFactory
    Stream<DynamicTest> usesOnlyWhatTheTableAllows() {
        return MAY_USE.keySet().stream().sorted().map(name -> DynamicTest.dynamicTest(name, () -> checkUses(name)));
    }

    private static void checkUses(String name) {
        Set<String> allowed = reachable(name);
        Set<String> surplus = APPLICATION.stream()
                .filter(origin -> packageOf(origin).equals(name))
                .flatMap(origin -> origin.getDirectDependenciesFromSelf().stream())
                .filter(dependency ->
                        dependency.getTargetClass().getPackageName().startsWith("io.cellmonitor"))
                .filter(dependency -> !allowed.contains(packageOf(dependency.getTargetClass())))
                .map(dependency -> dependency.getOriginClass().getSimpleName() + " -> "
                        + dependency.getTargetClass().getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(surplus).as("what " + name + " uses beyond the table").isEmpty();
    }

    /** But for the packages that any may use, of which the document speaks once. */
    @Test
    void theDocumentsTableSaysTheSame() throws IOException {
        Map<String, Set<String>> described = new TreeMap<>();
        ROW.matcher(Files.readString(Path.of("docs/architecture.md")))
                .results()
                .forEach(row -> described.put(row.group(1), packagesIn(row.group(2))));
        Map<String, Set<String>> allowed = new TreeMap<>();
        MAY_USE.forEach((name, uses) -> {
            Set<String> own = new TreeSet<>(uses);
            own.removeAll(FOR_ALL);
            allowed.put(name, own);
        });
        assertThat(described).isEqualTo(allowed);
    }

    /** {@code event, store.* (why)}: the packages that a cell names. */
    private static Set<String> packagesIn(String cell) {
        String names = cell.replaceAll("\\(.*?\\)", "").replace("store.*", "store.relational, store.timeseries");
        return Stream.of(names.split(","))
                .map(String::strip)
                .filter(name -> !name.equals("-"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyPackageIsInTheTable() {
        Set<String> packages = APPLICATION.stream()
                .filter(one -> !one.getSimpleName().equals("package-info"))
                .map(ArchitectureTest::packageOf)
                .collect(Collectors.toSet());
        assertThat(MAY_USE.keySet()).containsAll(packages);
    }

    /** In the application, or among the tests where only they have the package. */
    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        List<Path> roots = List.of(Path.of("src/main/java"), Path.of("src/test/java"));
        Set<Path> packages = new TreeSet<>();
        for (Path root : roots) {
            try (Stream<Path> folders = Files.walk(root.resolve("io/cellmonitor"))) {
                folders.filter(Files::isDirectory).map(root::relativize).forEach(packages::add);
            }
        }
        assertThat(packages)
                .hasSizeGreaterThan(25)
                .allSatisfy(folder -> assertThat(roots)
                        .as(folder.toString())
                        .anyMatch(root -> Files.exists(root.resolve(folder).resolve("package-info.java"))));
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.cellmonitor.(**)").should().beFreeOfCycles().check(APPLICATION);
    }

    @Test
    void noNameSaysNothing() {
        String empty = "(?i).*(utils?|helpers?|managers?|impl|dto)";
        noClasses()
                .should()
                .haveNameMatching(empty)
                .orShould()
                .haveNameMatching("(?i).*Services?")
                .check(APPLICATION);
        classes()
                .should()
                .resideOutsideOfPackages(
                        "..util..", "..common..", "..service..", "..model..", "..dto..", "..impl..", "..misc..")
                .check(APPLICATION);
    }

    /** "May use" is transitive. */
    private static Set<String> reachable(String name) {
        Set<String> all = new TreeSet<>(Set.of(name));
        MAY_USE.get(name).forEach(used -> all.addAll(reachable(used)));
        return all;
    }

    private static String packageOf(JavaClass type) {
        return type.getPackageName().substring(BASE.length() - 1).replaceFirst("^\\.", "");
    }
}
