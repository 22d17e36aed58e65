package io.cellmonitor.store.relational;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Turns rows into the arrays of an {@code unnest($1, $2, ...)}, one for each column, in the order of the calls. */
final class Columns<R> {

    private final List<R> rows;
    private final List<Object> arrays = new ArrayList<>();

    Columns(List<R> rows) {
        this.rows = rows;
    }

    Columns<R> uuid(Function<R, @Nullable UUID> column) {
        return add(column, UUID[]::new);
    }

    Columns<R> text(Function<R, @Nullable String> column) {
        return add(column, String[]::new);
    }

    Columns<R> integer(Function<R, @Nullable Integer> column) {
        return add(column, Integer[]::new);
    }

    Columns<R> number(Function<R, @Nullable Long> column) {
        return add(column, Long[]::new);
    }

    Columns<R> truth(Function<R, @Nullable Boolean> column) {
        return add(column, Boolean[]::new);
    }

    Columns<R> time(Function<R, @Nullable Instant> column) {
        return add(row -> offset(column.apply(row)), OffsetDateTime[]::new);
    }

    Columns<R> bytes(Function<R, byte[]> column) {
        return add(row -> Buffer.buffer(column.apply(row)), Buffer[]::new);
    }

    /** The parameters. */
    Tuple tuple() {
        return Tuple.tuple(arrays);
    }

    private <T> Columns<R> add(Function<R, @Nullable T> column, IntFunction<@Nullable T[]> array) {
        @Nullable T[] values = array.apply(rows.size());
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        arrays.add(values);
        return this;
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
