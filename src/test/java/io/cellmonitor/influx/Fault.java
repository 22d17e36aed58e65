package io.cellmonitor.influx;

import java.util.Map;

/**
 * What a stand-in does instead of answering, as the fields of a form say.
 *
 * @param path prefix of the paths that it happens on; {@code /} for all
 * @param status answered with the shape that 2.9.1 has for it; 0: it is answered as usual
 * @param retryAfter seconds, for the header of this name; 0 without
 * @param delayMs waited before anything else
 * @param drop the connection is closed without an answer
 * @param after the request takes effect and only then is answered so: what a lost answer looks like
 * @param share of the requests that it happens to, 0 to 1
 * @param times after which it is over; 0: until told otherwise
 */
record Fault(
        String path, int status, int retryAfter, long delayMs, boolean drop, boolean after, double share, int times) {

    static final Fault NONE = new Fault("/none", 0, 0, 0, false, false, 0, 0);

    static final String HELP = """
            path=/api/v2/write  where (default /: everywhere)
            status=503          answer so: 400 401 403 404 422 429 500 503
            retry-after=2       seconds in the header Retry-After
            delay-ms=3000       wait first
            drop=true           close the connection in place of an answer
            after=true          do what was asked, then fail
            share=0.3           of the requests
            times=5             then no more
            """;

    /** Throws {@link IllegalArgumentException} for words that are none of these. */
    static Fault of(Map<String, String> words) {
        for (String word : words.keySet()) {
            if (!HELP.contains(word + "=")) {
                throw new IllegalArgumentException("no such word: " + word + "\n" + HELP);
            }
        }
        return new Fault(
                words.getOrDefault("path", "/"),
                Integer.parseInt(words.getOrDefault("status", "0")),
                Integer.parseInt(words.getOrDefault("retry-after", "0")),
                Long.parseLong(words.getOrDefault("delay-ms", "0")),
                Boolean.parseBoolean(words.getOrDefault("drop", "false")),
                Boolean.parseBoolean(words.getOrDefault("after", "false")),
                Double.parseDouble(words.getOrDefault("share", "1")),
                Integer.parseInt(words.getOrDefault("times", "0")));
    }

    /** As 2.9.1 words it; 429 and 503 come from what stands before it. */
    Answer answer() {
        Answer answer =
                switch (status) {
                    case 400 -> RecordedAnswer.LINE_THAT_DOES_NOT_PARSE.answer();
                    case 401 -> RecordedAnswer.UNKNOWN_TOKEN.answer();
                    case 403 -> RecordedAnswer.TOKEN_WITHOUT_THE_RIGHT.answer();
                    case 404 -> RecordedAnswer.MISSING_BUCKET.answer();
                    case 422 -> RecordedAnswer.FIELD_OF_ANOTHER_TYPE.answer();
                    case 429 -> Answer.error(429, "too many requests", "org has exceeded limited write plan limit");
                    case 500 -> RecordedAnswer.OVERLOAD.answer();
                    default -> Answer.error(status, "unavailable", "service unavailable");
                };
        return retryAfter > 0 ? answer.with("Retry-After", "" + retryAfter) : answer;
    }
}
