package io.cellmonitor.roster;

import io.cellmonitor.problem.Problem;
import io.cellmonitor.roster.RosterColumns.Field;
import io.cellmonitor.roster.RosterImportResource.LineProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
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

    /** How many students a class has at most. */
    static final int MOST = 2000;

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
            return new Reading(parser).all();
        } catch (IOException | UncheckedIOException malformed) {
            throw Problem.invalid("body", "The quotes of the file do not match.", "CSV (RFC 4180)");
        }
    }

    /** One reading of one file. */
    private static final class Reading {

        private final CSVParser parser;
        private final Iterator<CSVRecord> records;
        private final List<Line> lines = new ArrayList<>();
        private final List<LineProblem> problems = new ArrayList<>();
        private final Set<String> numbers = new HashSet<>();
        private RosterColumns columns = RosterColumns.USUAL;
        private int read;

        Reading(CSVParser parser) {
            this.parser = parser;
            this.records = parser.iterator();
        }

        RosterFile all() {
            boolean first = true;
            while (records.hasNext()) {
                CSVRecord record = records.next();
                RosterColumns named = first ? RosterColumns.named(record).orElse(null) : null;
                first = false;
                if (named != null) {
                    columns = named;
                } else if (record.stream().anyMatch(value -> !value.isBlank())) {
                    take(record, (int) parser.getCurrentLineNumber());
                }
            }
            return new RosterFile(columns, read, lines, problems);
        }

        private void take(CSVRecord record, int lineNumber) {
            if (++read > MOST) {
                throw Problem.invalid("body", "A class has at most " + MOST + " students.", "max " + MOST + " lines");
            }
            Line line = new Line(
                    String.valueOf(StudentNumbers.normal(columns.of(Field.STUDENT_NUMBER, record))),
                    String.valueOf(columns.of(Field.NAME, record)),
                    columns.of(Field.READING, record),
                    columns.of(Field.TEAM, record));
            if (isFine(record, lineNumber, line)) {
                lines.add(line);
            }
        }

        private boolean isFine(CSVRecord record, int lineNumber, Line line) {
            for (Field field : Field.values()) {
                String value = columns.of(field, record);
                boolean needed = field == Field.STUDENT_NUMBER || field == Field.NAME;
                if (needed && value == null) {
                    return refuse(lineNumber, field, "min 1, max " + LONGEST + " characters");
                }
                if (value != null && value.length() > LONGEST) {
                    return refuse(lineNumber, field, "max " + LONGEST + " characters");
                }
                if (value != null && !STORABLE.matcher(value).matches()) {
                    return refuse(lineNumber, field, "no U+0000 and no lone surrogates");
                }
            }
            return numbers.add(line.number()) || refuse(lineNumber, Field.STUDENT_NUMBER, "once in a file");
        }

        private boolean refuse(int lineNumber, Field field, String limit) {
            if (problems.size() < MOST_PROBLEMS) {
                problems.add(new LineProblem(lineNumber, field.label, limit));
            }
            return false;
        }
    }
}
