package io.cellmonitor.simulate;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Who sits in the class and how they work.
 *
 * @param struggles may get stuck in a hard cell
 * @param asks presses help when stuck
 * @param silent opens the notebook and hardly runs anything
 * @param copy what they call their copy of a notebook, {@code %s} being the teacher's name for it
 * @param ownCells how many cells of their own they put in front
 */
record Student(
        int number,
        String name,
        String address,
        Pace pace,
        boolean struggles,
        boolean asks,
        boolean silent,
        boolean kernelDies,
        String copy,
        int ownCells) {

    /** Mean seconds of thinking before a run, and the share of cells with a typo. */
    record Pace(double thinkingSeconds, double typos) {}

    private static final List<String> FAMILY =
            List.of("佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺", "山本", "中村", "小林", "加藤", "吉田", "山田", "佐々木", "山口");
    private static final List<String> GIVEN =
            List.of("花子", "太郎", "陽菜", "蓮", "葵", "湊", "さくら", "大翔", "結衣", "悠真", "美咲", "健", "彩", "拓海", "凛");

    /** The {@code number}th student, the same for the same seed. */
    static Student seeded(int number, long seed) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        String name = FAMILY.get(number % FAMILY.size()) + " " + GIVEN.get(number / FAMILY.size() % GIVEN.size());
        return new Student(
                number,
                name,
                "student%03d@example.ac.jp".formatted(number),
                new Pace(15 + 45 * random.nextDouble(), 0.08 + 0.25 * random.nextDouble()),
                random.nextDouble() < 0.45,
                random.nextDouble() < 0.5,
                random.nextDouble() < 0.05,
                random.nextDouble() < 0.04,
                copy(number, random.nextDouble()),
                random.nextDouble() < 0.1 ? 1 + random.nextInt(2) : 0);
    }

    private static String copy(int number, double random) {
        if (random < 0.5) {
            return "%s.ipynb";
        }
        if (random < 0.75) {
            return "%s_24A1" + "%03d".formatted(number) + ".ipynb";
        }
        return random < 0.95 ? "%s-Copy1.ipynb" : "work of " + number + " on %s.ipynb";
    }
}
