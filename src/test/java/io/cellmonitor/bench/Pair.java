package io.cellmonitor.bench;

/** Something of ours and the bare baseline that it is compared with, in the same unit. */
interface Pair {

    /** As it is called on the command line. */
    String name();

    /** What is measured, for the document. */
    String ours();

    /** What it is compared with, for the document. */
    String baseline();

    /** The ratio that is to be held; NaN where none is set. */
    double goal();

    /** The ratio that is aimed at; NaN where none is set. */
    double aim();

    /** Brings both sides to speed. */
    void warmUp() throws Exception;

    Measured measureBaseline() throws Exception;

    Measured measureOurs() throws Exception;
}
