package io.cellmonitor.roster;

import io.cellmonitor.problem.Problem;
import io.cellmonitor.roster.RosterColumns.Field;
import io.cellmonitor.roster.RosterImportResource.LineProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The students of a CSV file.
 *
 * @param columns which it has
 * @param read lines with a student, the ones left out included
 */
record RosterFile(RosterColumns columns, int read, List<Line> lines, List<LineProblem> problems) {

    private static final int MOST = Rosters.MOST;
    private static final int LONGEST = 100;
    private static final int MOST_PROBLEMS = 100;

    /** As {@link io.cellmonitor.problem.StorableText} wants it. */
    private static final Pattern STORABLE = Pattern.compile("[^\\x00\\p{Cs}]*");

    /** A line that can be taken; {@code number} is {@link StudentNumbers#normal}. */
    record Line(
            String number,
            String name,
            @Nullable String reading,
            @Nullable String team) {

        @Override
        public String toString() {
            return "Line[...]";
        }
    }

    /** Throws a problem for what is no CSV in UTF-8 or Shift_JIS, and for too many lines. */
    static RosterFile read(byte[] bytes) {
        String text = CsvText.decode(bytes);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(CsvText.delimiter(text))
                .setIgnoreEmptyLines(true)
                .get();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            return of(Record.all(parser));
        } catch (IOException | UncheckedIOException malformed) {
            throw Problem.invalid("body", "The quotes of the file do not match.", "CSV (RFC 4180)");
        }
    }

    private static RosterFile of(List<Record> records) {
        RosterColumns named = records.isEmpty()
                ? null
                : RosterColumns.named(records.getFirst().values()).orElse(null);
        List<Record> students = named == null ? records : records.subList(1, records.size());
        if (students.size() > MOST) {
            throw Problem.invalid("body", "A class has at most " + MOST + " students.", "max " + MOST + " lines");
        }
        int width = records.stream()
                .mapToInt(record -> record.values().size())
                .max()
                .orElse(0);
        Checking checking = new Checking(named == null ? RosterColumns.usual(width) : named);
        students.forEach(checking::take);
        return new RosterFile(checking.columns, students.size(), checking.lines, checking.problems);
    }

    /** A line of the file that is not empty; {@code number}: its last one, from 1. */
    private record Record(int number, CSVRecord values) {

        /** One more than there may be at most: enough to see that there are too many. */
        static List<Record> all(CSVParser parser) {
            List<Record> records = new ArrayList<>();
            for (CSVRecord values : parser) {
                if (values.stream().anyMatch(value -> !value.isBlank())) {
                    records.add(new Record((int) parser.getCurrentLineNumber(), values));
                }
                if (records.size() > MOST + 1) {
                    return records;
                }
            }
            return records;
        }
    }

    /** Tells the lines that can be taken from the others. */
    private static final class Checking {

        private final RosterColumns columns;
        private final List<Line> lines = new ArrayList<>();
        private final List<LineProblem> problems = new ArrayList<>();
        private final Set<String> numbers = new HashSet<>();

        Checking(RosterColumns columns) {
            this.columns = columns;
        }

        void take(Record record) {
            Line line = new Line(
                    String.valueOf(StudentNumbers.normal(columns.of(Field.STUDENT_NUMBER, record.values()))),
                    String.valueOf(columns.of(Field.NAME, record.values())),
                    columns.of(Field.READING, record.values()),
                    columns.of(Field.TEAM, record.values()));
            if (isFine(record, line)) {
                lines.add(line);
            }
        }

        private boolean isFine(Record record, Line line) {
            for (Field field : Field.values()) {
                String limit = brokenLimit(field, columns.of(field, record.values()));
                if (limit != null) {
                    return refuse(record, field, limit);
                }
            }
            return numbers.add(line.number()) || refuse(record, Field.STUDENT_NUMBER, "once in a file");
        }

        private static @Nullable String brokenLimit(Field field, @Nullable String value) {
            if (value == null) {
                boolean needed = field == Field.STUDENT_NUMBER || field == Field.NAME;
                return needed ? "min 1, max " + LONGEST + " characters" : null;
            }
            if (value.length() > LONGEST) {
                return "max " + LONGEST + " characters";
            }
            return STORABLE.matcher(value).matches() ? null : "no U+0000 and no lone surrogates";
        }

        private boolean refuse(Record record, Field field, String limit) {
            if (problems.size() < MOST_PROBLEMS) {
                problems.add(new LineProblem(record.number(), field.label, limit));
            }
            return false;
        }
    }
}
