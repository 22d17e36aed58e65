package io.cellmonitor.roster;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Which column of a roster's file holds what. */
record RosterColumns(Map<Field, Integer> places) {

    /** What a roster's file may hold, in the order that holds without a line of names. */
    enum Field {
        STUDENT_NUMBER(
                "studentNumber",
                "studentnumber",
                "number",
                "studentid",
                "id",
                "no",
                "学籍番号",
                "学生番号",
                "番号",
                "生徒番号",
                "出席番号"),
        NAME("name", "name", "displayname", "fullname", "氏名", "名前", "学生氏名", "生徒氏名"),
        READING(
                "reading",
                "reading",
                "kana",
                "furigana",
                "ふりがな",
                "フリガナ",
                "よみ",
                "読み",
                "よみがな",
                "読み仮名",
                "カナ",
                "カナ氏名",
                "氏名カナ"),
        TEAM("team", "team", "group", "班", "グループ", "チーム", "組");

        /** As problems name it. */
        final String label;

        private final List<String> names;

        Field(String label, String... names) {
            this.label = label;
            this.names = List.of(names);
        }

        private static @Nullable Field of(String written) {
            String name = Normalizer.normalize(written, Normalizer.Form.NFKC)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[\\s_\\-()]", "");
            for (Field field : values()) {
                if (field.names.contains(name)) {
                    return field;
                }
            }
            return null;
        }
    }

    /** As they come where no line names them, in a file whose lines have at most {@code width} values. */
    static RosterColumns usual(int width) {
        Map<Field, Integer> places = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            if (field.ordinal() < width) {
                places.put(field, field.ordinal());
            }
        }
        return new RosterColumns(places);
    }

    /**
     * What a line of names says; empty when the line is none: then it holds a student. Somebody may be called Kana, but a line of names says where
     * the numbers or the names of students are.
     */
    static Optional<RosterColumns> named(CSVRecord line) {
        Map<Field, Integer> places = new EnumMap<>(Field.class);
        for (int i = 0; i < line.size(); i++) {
            Field field = Field.of(line.get(i));
            if (field != null) {
                places.putIfAbsent(field, i);
            }
        }
        return places.containsKey(Field.STUDENT_NUMBER) || places.containsKey(Field.NAME)
                ? Optional.of(new RosterColumns(places))
                : Optional.empty();
    }

    /** Whether the file has such a column at all: without one, what the roster says stays. */
    boolean has(Field field) {
        return places.containsKey(field);
    }

    /** What the line says, without blanks around it; null for nothing. */
    @Nullable
    String of(Field field, CSVRecord line) {
        Integer place = places.get(field);
        String value =
                place == null || place >= line.size() ? null : line.get(place).strip();
        return value == null || value.isEmpty() ? null : value;
    }
}
