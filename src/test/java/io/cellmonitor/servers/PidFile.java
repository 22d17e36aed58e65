package io.cellmonitor.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The file in which a server's process leaves its number, in the first line. */
record PidFile(Path path, String program) {

    /** The living process of this file, if it still is {@link #program} and not another that was given the same number. */
    Optional<ProcessHandle> process() {
        try {
            String number = Files.readAllLines(path).getFirst().strip();
            return ProcessHandle.of(Long.parseLong(number))
                    .filter(ProcessHandle::isAlive)
                    .filter(this::runsProgram);
        } catch (IOException | RuntimeException missing) {
            return Optional.empty();
        }
    }

    /** Ends what an earlier start left, then removes the file: a foreign process under the same number would make PostgreSQL refuse to start. */
    void endLeftover() throws IOException {
        process().ifPresent(PidFile::end);
        Files.deleteIfExists(path);
    }

    private boolean runsProgram(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                    .contains(program);
        } catch (IOException noProcFileSystem) {
            return process.info()
                    .command()
                    .map(command -> command.contains(program))
                    .orElse(false);
        }
    }

    private static void end(ProcessHandle process) {
        interrupt(process);
        if (!ended(process, 3)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            ended(process, 5);
        }
    }

    /** SIGINT, which Java cannot send: to PostgreSQL SIGTERM means "wait for the clients". */
    private static void interrupt(ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException noSuchProgram) {
            process.destroy();
        }
    }

    private static boolean ended(ProcessHandle process, int seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
