package io.cellmonitor.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartupChecksTest {

    private static final Map<String, String> COMPLETE = Map.of(
            "cell-monitor.pg", "postgresql://owner:secret@db/cells",
            "cell-monitor.redis", "redis://log:6379",
            "cell-monitor.pg-writer-password", "w",
            "cell-monitor.pg-pipeline-password", "p",
            "cell-monitor.pg-reader-password", "r",
            "cell-monitor.keyset", "pom.xml",
            "cell-monitor.token-keys", "c2VjcmV0IHNlY3JldCBzZWNyZXQgc2VjcmV0IHNlY3JldCE=");

    private static List<String> refusals(Map<String, String> settings, String... changes) {
        Map<String, String> changed = new HashMap<>(settings);
        for (int i = 0; i < changes.length; i += 2) {
            changed.put(changes[i], changes[i + 1]);
        }
        return StartupChecks.refusals(name -> Optional.ofNullable(changed.get(name)));
    }

    @Test
    void completeSettingsStart() {
        assertThat(refusals(COMPLETE)).isEmpty();
    }

    @Test
    void everythingMissingIsNamedAtOnce() {
        assertThat(refusals(Map.of()))
                .extracting(refusal -> refusal.substring(0, refusal.indexOf(':')))
                .containsExactly(
                        "CELL_MONITOR_KEYSET",
                        "CELL_MONITOR_PG",
                        "CELL_MONITOR_PG_PIPELINE_PASSWORD",
                        "CELL_MONITOR_PG_READER_PASSWORD",
                        "CELL_MONITOR_PG_WRITER_PASSWORD",
                        "CELL_MONITOR_REDIS",
                        "CELL_MONITOR_TOKEN_KEYS_FILE");
    }

    @Test
    void redisAddressesThatAreNoneAreRefusedAndNotRepeated() {
        for (String address : List.of("127.0.0.1:6379", "http://log:6379", "redis:log", "redis://a secret@log")) {
            assertThat(refusals(COMPLETE, "cell-monitor.redis", address))
                    .containsExactly("CELL_MONITOR_REDIS: is not of the form redis://host:port");
        }
        for (String address : List.of("redis://log", "rediss://user:secret@log:6380/0", "redis://[::1]:6379")) {
            assertThat(refusals(COMPLETE, "cell-monitor.redis", address)).isEmpty();
        }
    }

    @Test
    void originsThatAreNoneOrEverybodysAreRefused() {
        Map.of(
                        "*", "* lets every page of the web send",
                        "https://hub.example.org,*", "* lets every page of the web send",
                        "/.*/", "/.*/ lets every page of the web send",
                        "/https://[a-z/", "/https://[a-z/ is no pattern",
                        "hub.example.org", "hub.example.org is not of the form https://host:port",
                        "https://hub.example.org/", "https://hub.example.org/ is not of the form https://host:port",
                        "ftp://hub.example.org", "ftp://hub.example.org is not of the form https://host:port",
                        "https://a secret@hub.example.org", "https://a secret@hub.example.org is not of the form")
                .forEach((origins, refusal) -> assertThat(refusals(COMPLETE, "cell-monitor.allowed-origins", origins))
                        .singleElement()
                        .asString()
                        .startsWith("CELL_MONITOR_ALLOWED_ORIGINS: " + refusal));
        for (String origins : List.of(
                "https://hub.example.org, http://127.0.0.1:8888,https://[::1]:8888",
                "/https://[a-z]+[.]example[.]org/")) {
            assertThat(refusals(COMPLETE, "cell-monitor.allowed-origins", origins))
                    .isEmpty();
        }
    }

    /** Two servers would share the port, and whoever comes would now and then be answered by the one without sign-in. */
    @Test
    void thePortOfHealthAndMetricsIsOneOfItsOwn() {
        assertThat(refusals(COMPLETE, "cell-monitor.port", "9000"))
                .singleElement()
                .asString()
                .startsWith("CELL_MONITOR_MANAGEMENT_PORT: is that of CELL_MONITOR_PORT");
        assertThat(refusals(COMPLETE, "cell-monitor.port", "0", "cell-monitor.management-port", "0"))
                .isEmpty();
    }

    @Test
    void numbersAndSwitchesThatAreNoneAreNamedTogether() {
        assertThat(refusals(
                        COMPLETE,
                        "cell-monitor.port",
                        "80a",
                        "cell-monitor.management-port",
                        "65536",
                        "cell-monitor.ingest.key-burst",
                        "0",
                        "cell-monitor.test-route",
                        "yes"))
                .containsExactly(
                        "CELL_MONITOR_INGEST_KEY_BURST: is no whole number from 1 to 2147483647",
                        "CELL_MONITOR_MANAGEMENT_PORT: is no whole number from 0 to 65535",
                        "CELL_MONITOR_PORT: is no whole number from 0 to 65535",
                        "CELL_MONITOR_TEST_ROUTE: is neither true nor false");
        assertThat(refusals(COMPLETE, "cell-monitor.port", "0", "cell-monitor.ingest.key-rate", "0"))
                .isEmpty();
    }

    @Test
    void whereTracesGoAndHowManyIsChecked() {
        assertThat(refusals(
                        COMPLETE,
                        "cell-monitor.tracing-endpoint",
                        "collector:4318",
                        "cell-monitor.tracing-share",
                        "1%"))
                .containsExactly(
                        "CELL_MONITOR_TRACING_ENDPOINT: is not of the form http://host:port (without a login in it)",
                        "CELL_MONITOR_TRACING_SHARE: is no number from 0 (none) to 1 (all requests)");
        assertThat(refusals(
                        COMPLETE,
                        "cell-monitor.tracing-endpoint",
                        "http://collector:4318",
                        "cell-monitor.tracing-share",
                        "0.5"))
                .isEmpty();
        assertThat(refusals(COMPLETE, "cell-monitor.tracing-share", "1.5")).hasSize(1);
    }

    @Test
    void aFolderOfSecretsThatIsMissingIsNamed() {
        assertThat(refusals(COMPLETE, "cell-monitor.secrets", "nowhere/at-all"))
                .containsExactly("CELL_MONITOR_SECRETS: there is no folder nowhere/at-all");
    }

    @Test
    void anAddressThatIsNoneIsRefusedWithoutShowingIt() {
        for (String address : List.of("secret", "postgresql://owner:secret@db", "postgresql://o:se#cret@db/cells")) {
            assertThat(refusals(COMPLETE, "cell-monitor.pg", address))
                    .singleElement()
                    .asString()
                    .startsWith("CELL_MONITOR_PG: is not of the form")
                    .doesNotContain("secret", "cret@");
        }
    }

    /** A wish for TLS that nobody hears would be worse than none. */
    @Test
    void tlsIsHeardOrRefused() {
        String address = "postgresql://owner:secret@db/cells?";
        for (String wish : List.of("sslmode=require", "sslmode=disable", "sslmode=verify-full&sslrootcert=pom.xml")) {
            assertThat(refusals(COMPLETE, "cell-monitor.pg", address + wish)).isEmpty();
        }
        for (String wish : List.of(
                "",
                "sslmode=verify-full",
                "sslmode=prefer",
                "sslmode=require&sslmode=disable",
                "sslmode=require&sslrootcert=pom.xml",
                "sslrootcert=pom.xml",
                "sslmode=verify-ca&sslrootcert=pom.xml&sslcert=client.pem",
                "sslmode=verify-ca&sslrootcert=/no/such/file")) {
            assertThat(refusals(COMPLETE, "cell-monitor.pg", address + wish))
                    .as(wish)
                    .singleElement()
                    .asString()
                    .startsWith("CELL_MONITOR_PG: ")
                    .doesNotContain("secret");
        }
    }

    @Test
    void proxiesAreAddressesAndNetworksAndNotEverybody() {
        assertThat(refusals(COMPLETE, "cell-monitor.trusted-proxies", "127.0.0.1, 10.1.0.0/16,2001:db8::/32,::1"))
                .isEmpty();
        for (String proxies : List.of("proxy.example.org", "0.0.0.0/0", "10.1.0.0/", "127.0.0.1,,::1", "::/0")) {
            assertThat(refusals(COMPLETE, "cell-monitor.trusted-proxies", proxies))
                    .singleElement()
                    .asString()
                    .startsWith("CELL_MONITOR_TRUSTED_PROXIES: ");
        }
    }

    @Test
    void forwardedHeadersOfEverybodyAreRefused() {
        String forwarding = "quarkus.http.proxy.proxy-address-forwarding";
        assertThat(refusals(COMPLETE, forwarding, "true"))
                .singleElement()
                .asString()
                .startsWith("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING: ")
                .contains("CELL_MONITOR_TRUSTED_PROXIES");
        assertThat(refusals(COMPLETE, forwarding, "true", "cell-monitor.trusted-proxies", "127.0.0.1"))
                .isEmpty();
    }

    @Test
    void productionRefusesTheOpenDoor() {
        assertThat(refusals(COMPLETE, "cell-monitor.open-door", "true"))
                .singleElement()
                .asString()
                .startsWith("CELL_MONITOR_OPEN_DOOR: ");
    }

    @Test
    void productionRefusesKeysThatAreNotThere() {
        assertThat(refusals(COMPLETE, "cell-monitor.keyset", "no/such/file"))
                .singleElement()
                .asString()
                .startsWith("CELL_MONITOR_KEYSET: ");
    }

    @Test
    void productionRefusesTokenKeysThatAreNone() {
        for (String keys : List.of("secret", "c2VjcmV0", "c2VjcmV0IHNlY3JldCBzZWNyZXQgc2VjcmV0IHNlY3JldCE= secret")) {
            assertThat(refusals(COMPLETE, "cell-monitor.token-keys", keys))
                    .containsExactly("CELL_MONITOR_TOKEN_KEYS: holds no key of at least 32 bytes in base64"
                            + " (openssl rand -base64 32)");
        }
        assertThat(refusals(COMPLETE, "cell-monitor.token-keys", "", "cell-monitor.token-keys-file", "no/such/file"))
                .containsExactly("CELL_MONITOR_TOKEN_KEYS_FILE: there is no readable file no/such/file");
    }

    @Test
    void aFileOfJupyterHubsThatIsNoneIsRefused() {
        assertThat(refusals(COMPLETE, "cell-monitor.hubs-file", "no/such/file"))
                .containsExactly("CELL_MONITOR_HUBS_FILE: there is no readable file no/such/file");
        assertThat(refusals(COMPLETE, "cell-monitor.hubs-file", "pom.xml"))
                .containsExactly("CELL_MONITOR_HUBS_FILE: the file is not a JSON array of hubs: pom.xml");
    }

    @Test
    void aFirstAdminWithoutAPasswordIsRefused() {
        assertThat(refusals(COMPLETE, "cell-monitor.admin", "root"))
                .containsExactly("CELL_MONITOR_ADMIN_PASSWORD: is missing: set it to the first admin's password");
        assertThat(refusals(COMPLETE, "cell-monitor.admin", "root", "cell-monitor.admin-password", "p"))
                .isEmpty();
    }

    @Test
    void theDemoRunsOnThisMachineOnly() {
        String[] demo = {"cell-monitor.demo", "true", "cell-monitor.open-door", "true", "cell-monitor.host", "127.0.0.1"
        };
        Map<String, String> servers =
                Map.of("cell-monitor.pg", "postgresql://x@y/z", "cell-monitor.redis", "redis://y");
        assertThat(refusals(servers, demo)).isEmpty();
        demo[5] = "0.0.0.0";
        assertThat(refusals(servers, demo)).singleElement().asString().startsWith("CELL_MONITOR_DEMO: ");
    }

    @Test
    void noRefusalShowsAPassword() {
        assertThat(refusals(COMPLETE, "cell-monitor.open-door", "true", "cell-monitor.keyset", "none"))
                .noneMatch(refusal -> refusal.contains("secret"));
    }

    @Test
    void anInfluxDbWithoutWhatItNeedsIsRefusedByNameAndCure() {
        assertThat(refusals(COMPLETE, "cell-monitor.influx-url", "http://user:secret@influx:8086"))
                .containsExactly(
                        "CELL_MONITOR_INFLUX_ORG: is missing: set it to the organisation that has the bucket",
                        "CELL_MONITOR_INFLUX_TOKEN: is missing: set it, or CELL_MONITOR_INFLUX_TOKEN_FILE, to a token that may"
                                + " read and write the bucket",
                        "CELL_MONITOR_INFLUX_URL: is not of the form https://host:port (without a login in it)");
        assertThat(refusals(
                        COMPLETE,
                        "cell-monitor.influx-url",
                        "http://influx:8086",
                        "cell-monitor.influx-org",
                        "school",
                        "cell-monitor.influx-token-file",
                        "no-such-file"))
                .containsExactly("CELL_MONITOR_INFLUX_TOKEN_FILE: there is no readable file no-such-file");
        assertThat(refusals(COMPLETE, "cell-monitor.influx-token", "alone")).isEmpty();
    }

    @Test
    void influxKeepsPointsForEverOrForAnHourAtLeast() {
        for (String retention : List.of("3", "59m", "30min", "for ever", "-1h", "-PT2H")) {
            assertThat(withInflux(retention))
                    .as(retention)
                    .containsExactly(
                            "CELL_MONITOR_INFLUX_RETENTION: is neither 0s (for ever) nor a time of at least 1h,"
                                    + " such as 720h or P30D");
        }
        for (String retention : List.of("0s", "1h", "3600", "720h", "P30D")) {
            assertThat(withInflux(retention)).as(retention).isEmpty();
        }
    }

    private static List<String> withInflux(String retention) {
        return refusals(
                COMPLETE,
                "cell-monitor.influx-url",
                "http://influx:8086",
                "cell-monitor.influx-org",
                "school",
                "cell-monitor.influx-token",
                "t",
                "cell-monitor.influx-retention",
                retention);
    }
}
