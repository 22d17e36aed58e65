package io.cellmonitor.access;

import java.util.UUID;

/** The class of the demo, the same on every machine. */
public final class DemoClass {
    /** Its id. */
    public static final UUID ID = UUID.fromString("00000000-0000-4000-8000-00000000c1a5");
    /** Its name. */
    public static final String NAME = "Demo class / デモ";
    /** Its zone. */
    public static final String ZONE = "Asia/Tokyo";

    private DemoClass() {}
}
