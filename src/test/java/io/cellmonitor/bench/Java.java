package io.cellmonitor.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** This very Java, for programs of their own. */
final class Java {

    static final String PROGRAM =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private Java() {}

    /** The command line of a program on our class path. */
    static List<String> command(Class<?> program, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(PROGRAM));
        command.addAll(Application.JAVA_OPTIONS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }
}
