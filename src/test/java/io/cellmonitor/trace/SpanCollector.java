package io.cellmonitor.trace;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A collector of traces for one application that records every request: keeps what is exported to it, OTLP over HTTP. */
public final class SpanCollector implements QuarkusTestResourceLifecycleManager {

    /** A span as it was exported; ids in hexadecimal digits, {@code parent} empty where there is none; {@code numbers}: its attributes that are. */
    public record Exported(
            String trace, String id, String parent, String name, boolean isFailed, Map<String, Long> numbers) {}

    private static final int FAILED = 2;
    private static final List<byte[]> EXPORTS = new CopyOnWriteArrayList<>();

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        EXPORTS.clear();
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", SpanCollector::keep);
        server.start();
        return Map.of(
                "cell-monitor.tracing-endpoint",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "cell-monitor.tracing-share",
                "1",
                // So that a test can reach it.
                "cell-monitor.ingest.key-burst",
                "50",
                "cell-monitor.ingest.key-rate",
                "1",
                "quarkus.otel.bsp.schedule.delay",
                "20ms");
    }

    private static void keep(HttpExchange exchange) throws IOException {
        try (exchange) {
            EXPORTS.add(exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    /** Every byte that was exported, each as one character. */
    public static String everything() {
        return EXPORTS.stream()
                .map(export -> new String(export, StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining());
    }

    /** All that was exported. */
    public static List<Exported> spans() {
        return EXPORTS.stream()
                .map(export -> parsed(ByteString.copyFrom(export)))
                .flatMap(request -> parts(request, 1))
                .flatMap(ofResource -> parts(ofResource, 2))
                .flatMap(ofScope -> parts(ofScope, 2))
                .map(SpanCollector::span)
                .toList();
    }

    /** By the field numbers of opentelemetry/proto/trace/v1/trace.proto. */
    private static Exported span(UnknownFieldSet span) {
        boolean isFailed = parts(span, 15)
                .anyMatch(status -> status.getField(3).getVarintList().contains((long) FAILED));
        return new Exported(digits(span, 1), digits(span, 2), digits(span, 4), text(span, 5), isFailed, numbers(span));
    }

    private static Map<String, Long> numbers(UnknownFieldSet span) {
        Map<String, Long> numbers = new HashMap<>();
        parts(span, 9)
                .forEach(attribute -> parts(attribute, 2)
                        .flatMap(value -> value.getField(3).getVarintList().stream())
                        .forEach(number -> numbers.put(text(attribute, 1), number)));
        return numbers;
    }

    private static String text(UnknownFieldSet message, int field) {
        return message.getField(field).getLengthDelimitedList().getFirst().toStringUtf8();
    }

    private static String digits(UnknownFieldSet message, int field) {
        return message.getField(field).getLengthDelimitedList().stream()
                .map(bytes -> HexFormat.of().formatHex(bytes.toByteArray()))
                .collect(Collectors.joining());
    }

    private static Stream<UnknownFieldSet> parts(UnknownFieldSet message, int field) {
        return message.getField(field).getLengthDelimitedList().stream().map(SpanCollector::parsed);
    }

    private static UnknownFieldSet parsed(ByteString bytes) {
        try {
            return UnknownFieldSet.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
