package io.cellmonitor.simulate;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

/** Looks in PostgreSQL for what was acknowledged: each id once, all of a student's under one user. */
final class Rows {

    private static final int TRIES = 600;
    private static final String COUNT =
            "select count(*), count(distinct event_id), count(distinct user_id) from learning_events where event_id = any (?)";

    private final String url;
    private final String user;
    private final String password;

    Rows(String address) {
        URI uri = URI.create(address);
        String[] login = (uri.getUserInfo() == null ? "postgres:" : uri.getUserInfo() + ":").split(":", 3);
        url = "jdbc:postgresql://" + uri.getHost() + ":" + uri.getPort() + uri.getPath();
        user = login[0];
        password = login[1];
    }

    /** How the rows compare with what was acknowledged; all counts are events, but {@code divided}, which are students. */
    record Found(long found, long missing, long doubled, long divided) {
        boolean exactlyOnce() {
            return missing == 0 && doubled == 0 && divided == 0;
        }
    }

    /** Counts until all are there, five minutes at most: the stores may lag. */
    Found await(Tally tally) throws SQLException, InterruptedException {
        Found found = find(tally);
        for (int tried = 0; tried < TRIES && found.missing() > 0; tried++) {
            Thread.sleep(500);
            found = find(tally);
        }
        return found;
    }

    private Found find(Tally tally) throws SQLException {
        long found = 0;
        long missing = 0;
        long doubled = 0;
        long divided = 0;
        try (Connection connection = DriverManager.getConnection(url, user, password);
                PreparedStatement count = connection.prepareStatement(COUNT)) {
            for (Set<String> ids : tally.acknowledged.values()) {
                count.setArray(1, connection.createArrayOf("varchar", ids.toArray()));
                try (ResultSet row = count.executeQuery()) {
                    row.next();
                    found += row.getLong(2);
                    missing += ids.size() - row.getLong(2);
                    doubled += row.getLong(1) - row.getLong(2);
                    divided += row.getLong(3) > 1 ? 1 : 0;
                }
            }
        }
        return new Found(found, missing, doubled, divided);
    }
}
