package io.cellmonitor.history;

/** What the OpenAPI document says of parameters that several routes have. */
public final class QueryDescriptions {

    public static final String FROM =
            "Inclusive, ISO 8601; without an offset in the class's zone. A range has at most 366 days.";
    public static final String TO = "Exclusive, ISO 8601; now when absent.";
    public static final String INTERVAL =
            "PT1M, PT5M, PT10M, PT30M, PT1H, P1D or P7D, at most 500 of them; when absent, the shortest that cuts the "
                    + "range into at most 120. Days begin at midnight, weeks on Monday, in the class's zone.";
    public static final String PAGE = "`next` of the page before.";
    public static final String LIMIT = "Rows of a page, 1 to 1000; 1000 when absent.";

    private QueryDescriptions() {}
}
