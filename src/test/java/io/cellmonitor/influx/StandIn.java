package io.cellmonitor.influx;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Speaks as InfluxDB 2.x does, for an InfluxDB 1.6 behind it: tokens, buckets, writes, deletes, and errors in the words of a
 * {@link RecordedAnswer}. Fails as told by a {@link Fault}.
 */
public final class StandIn implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Routes routes;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicInteger faults = new AtomicInteger();
    private volatile Fault fault = Fault.NONE;

    /** Listens on {@code port} of loopback, 0 for any. Who comes with {@code limitedToken} may not make buckets. */
    public StandIn(URI influx, int port, String token, String limitedToken, String org) {
        routes = new Routes(new Upstream(influx), token, limitedToken, org);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Where it answers. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Fails from now on as the words say (see {@link Fault#HELP}); without words no more. */
    public void fail(Map<String, String> words) {
        faults.set(0);
        fault = words.isEmpty() ? Fault.NONE : Fault.of(words);
    }

    /** How often it failed as told. */
    public int faults() {
        return faults.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/stand-in")) {
                send(exchange, control(exchange, body));
                return;
            }
            requests.incrementAndGet();
            Fault now = fault;
            if (!path.startsWith(now.path()) || !happens(now)) {
                send(exchange, routes.answer(exchange, body));
                return;
            }
            Thread.sleep(now.delayMs());
            Answer usual = now.after() || (now.status() == 0 && !now.drop()) ? routes.answer(exchange, body) : null;
            if (!now.drop()) {
                send(exchange, now.status() == 0 && usual != null ? usual : now.answer());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean happens(Fault now) {
        return ThreadLocalRandom.current().nextDouble() < now.share()
                && (faults.incrementAndGet() <= now.times() || now.times() == 0);
    }

    /** {@code PUT /stand-in} with a form sets the fault, {@code DELETE} ends it, {@code GET} counts. */
    private Answer control(HttpExchange exchange, byte[] body) {
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                try {
                    fail(form(new String(body, StandardCharsets.UTF_8)));
                } catch (IllegalArgumentException wrong) {
                    return Answer.error(400, "invalid", String.valueOf(wrong.getMessage()));
                }
            }
            case "DELETE" -> fail(Map.of());
            default -> {}
        }
        return Answer.json(200, Map.of("requests", requests.get(), "faults", faults.get(), "fault", fault.toString()));
    }

    static Map<String, String> form(String text) {
        Map<String, String> form = new HashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return form;
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        boolean empty = answer.body().length == 0;
        exchange.sendResponseHeaders(answer.status(), empty ? -1 : answer.body().length);
        if (!empty) {
            exchange.getResponseBody().write(answer.body());
        }
    }
}
