package io.cellmonitor.simulate;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Who sits in the class and how they work.
 *
 * @param patience runs of the hard cell before they ask or give up; 0 = never stuck there
 * @param asks presses help when stuck
 * @param silent opens the notebook and hardly runs anything
 */
record Student(
        int number,
        String name,
        String address,
        Pace pace,
        int patience,
        boolean asks,
        boolean silent,
        boolean kernelDies) {

    /** Mean seconds of thinking before a run, and the share of runs with a typo. */
    record Pace(double thinkingSeconds, double typos) {}

    private static final List<String> FAMILY =
            List.of("佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺", "山本", "中村", "小林", "加藤", "吉田", "山田", "佐々木", "山口");
    private static final List<String> GIVEN =
            List.of("花子", "太郎", "陽菜", "蓮", "葵", "湊", "さくら", "大翔", "結衣", "悠真", "美咲", "健", "彩", "拓海", "凛");

    /** The {@code number}th student, the same for the same seed. */
    static Student seeded(int number, long seed) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        String name = FAMILY.get(number % FAMILY.size()) + " " + GIVEN.get(number / FAMILY.size() % GIVEN.size());
        boolean struggles = random.nextDouble() < 0.45;
        return new Student(
                number,
                name,
                "student%03d@example.ac.jp".formatted(number),
                new Pace(15 + 45 * random.nextDouble(), 0.08 + 0.25 * random.nextDouble()),
                struggles ? 3 + random.nextInt(6) : 0,
                random.nextDouble() < 0.5,
                random.nextDouble() < 0.05,
                random.nextDouble() < 0.04);
    }
}
