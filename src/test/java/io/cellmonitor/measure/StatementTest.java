package io.cellmonitor.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select 1 | select",
                "'  SELECT name from updates' | select",
                "insert into a select * from b | insert",
                "delete from a where deleted | delete",
                "with b as (select 1) select * from b | select",
                "with b as (select 1) insert into a select * from b | insert",
                "with gone as (delete from a returning id) select * from gone | delete",
                "begin | begin",
                "vacuum | other",
                "'' | other"
            })
    void isOneOfFewTypes(String sql, String type) {
        assertThat(Statement.type(sql)).isEqualTo(type);
    }
}
