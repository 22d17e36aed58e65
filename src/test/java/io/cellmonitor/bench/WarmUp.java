package io.cellmonitor.bench;

/** Has a server do again what is to be measured until its JIT compilers have little left to do: before, it is they that would be measured. */
final class WarmUp {

    private static final int MOST_ROUNDS = 15;
    /** Of a processor, while a round goes on. */
    private static final double COMPILING = 0.1;

    private WarmUp() {}

    /** Some work of a known length. */
    interface Round {

        /** Returns for how many seconds the server was at work. */
        double go() throws Exception;
    }

    /** After fifteen rounds it is warm enough in any case. */
    static void of(ProcessFigures server, Round round) throws Exception {
        for (int rounds = 0; rounds < MOST_ROUNDS; rounds++) {
            double before = server.compilerSeconds();
            double seconds = round.go();
            if (server.compilerSeconds() - before < COMPILING * seconds) {
                return;
            }
        }
    }
}
