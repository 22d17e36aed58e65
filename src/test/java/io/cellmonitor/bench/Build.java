package io.cellmonitor.bench;

import io.cellmonitor.servers.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** A build of the application that runs on servers of its own. */
record Build(Settings settings, Redis redis, Postgres postgres, ReaderPaused paused, Application application, Wrk wrk)
        implements AutoCloseable {

    /** {@code name}: of its folder. Its stores are paused until {@code paused} is closed. */
    static Build start(Settings all, String name, Path jar) throws IOException, InterruptedException, SQLException {
        Settings settings = all.of(jar, Files.createDirectories(all.folder().resolve(name)));
        Redis redis = Redis.start(settings.folder(), Ports.free());
        Postgres postgres = new Postgres();
        ReaderPaused paused = ReaderPaused.of(postgres, "relational");
        Application application = Application.start(settings, redis, postgres);
        Wrk wrk = new Wrk(settings, School.open(application).key());
        return new Build(settings, redis, postgres, paused, application, wrk);
    }

    Backlog backlog() {
        return new Backlog(redis, "relational");
    }

    @Override
    public void close() {
        application.close();
        postgres.close();
        redis.close();
    }
}
