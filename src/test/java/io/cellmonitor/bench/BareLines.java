package io.cellmonitor.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Baseline: lines that the application wrote, each time a millisecond later, posted one body after the other on one connection. Arguments: the
 * server's address, a token, the organisation, the file with the lines, seconds. Half of these before are to warm up. Prints
 * {@code RESULT points seconds}.
 */
final class BareLines {

    private static final long NANOS_IN_MILLI = 1_000_000;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest.Builder request;
    private final String[] points;
    private final long[] times;
    private int next;
    private long later;

    private BareLines(String address, String token, String org, List<String> lines) {
        this.request = HttpRequest.newBuilder(
                        URI.create(address + "/api/v2/write?precision=ns&bucket=cell-monitor&org=" + org))
                .header("Authorization", "Token " + token)
                .header("Content-Type", "text/plain; charset=utf-8");
        this.points = new String[lines.size()];
        this.times = new long[lines.size()];
        for (int line = 0; line < points.length; line++) {
            int end = lines.get(line).lastIndexOf(' ') + 1;
            points[line] = lines.get(line).substring(0, end);
            times[line] = Long.parseLong(lines.get(line).substring(end));
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> lines = Files.readAllLines(Path.of(arguments[3]));
        BareLines bare = new BareLines(arguments[0], arguments[1], arguments[2], lines);
        long limit = Long.parseLong(arguments[4]) * 1_000_000_000L;
        bare.post(limit / 2);
        long begun = System.nanoTime();
        long posted = bare.post(limit);
        System.out.println("RESULT " + posted + " " + (System.nanoTime() - begun) / 1e9);
    }

    /** Points and seconds out of what it printed. */
    static List<String> figures(String output) {
        String line = output.lines()
                .filter(each -> each.startsWith("RESULT "))
                .findFirst()
                .orElseThrow();
        return List.of(line.substring("RESULT ".length()).split(" "));
    }

    /** How many points it posted in so many nanoseconds. */
    private long post(long nanos) throws IOException, InterruptedException {
        long end = System.nanoTime() + nanos;
        long posted = 0;
        while (System.nanoTime() < end) {
            HttpResponse<String> answer = client.send(
                    request.POST(HttpRequest.BodyPublishers.ofByteArray(body())).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 204) {
                throw new IllegalStateException("the server answers " + answer.statusCode());
            }
            posted += PointsPair.LINES_PER_BODY;
        }
        return posted;
    }

    private byte[] body() {
        StringBuilder body = new StringBuilder(1 << 18);
        for (int line = 0; line < PointsPair.LINES_PER_BODY; line++) {
            if (next == points.length) {
                next = 0;
                later += NANOS_IN_MILLI;
            }
            body.append(points[next]).append(times[next] + later).append('\n');
            next++;
        }
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
