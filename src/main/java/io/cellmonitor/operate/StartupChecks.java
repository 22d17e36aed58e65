package io.cellmonitor.operate;

import io.cellmonitor.access.ConfiguredTokenKeys;
import io.cellmonitor.access.Loopback;
import io.cellmonitor.joining.HubsFile;
import io.netty.util.NetUtil;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What must be set before the application may start, checked before anything else: everything missing is named at once, with its cure. */
final class StartupChecks {

    private static final Map<String, String> EVERYWHERE = Map.of(
            "cell-monitor.pg", "set it to postgresql://user:password@host:port/database of the database's owner",
            "cell-monitor.redis", "set it to redis://host:port");

    private static final Map<String, String> PRODUCTION = Map.of(
            "cell-monitor.pg-writer-password", "set it to the password of the login app_writer",
            "cell-monitor.pg-pipeline-password", "set it to the password of the login app_pipeline",
            "cell-monitor.pg-reader-password", "set it to the password of the login app_reader",
            "cell-monitor.keyset", "set it to the file with the keys that seal students' data");

    private final Function<String, Optional<String>> settings;
    private final List<String> refusals = new ArrayList<>();

    private StartupChecks(Function<String, Optional<String>> settings) {
        this.settings = settings;
    }

    /** Why the application must not start with these settings (by property name); empty when it may. Holds no values but file names. */
    static List<String> refusals(Function<String, Optional<String>> settings) {
        return new StartupChecks(settings).check();
    }

    private List<String> check() {
        value(SecretFiles.FOLDER)
                .filter(folder -> !Files.isDirectory(Path.of(folder)))
                .ifPresent(folder -> refuse(SecretFiles.FOLDER, "there is no folder " + folder));
        require(EVERYWHERE);
        AddressChecks.refusals(this::value).forEach(this::refuse);
        checkProxies();
        OriginChecks.refusals(this::value).forEach(this::refuse);
        value("cell-monitor.hubs-file").map(Path::of).flatMap(HubsFile::refusal).ifPresent(refusals::add);
        InfluxChecks.refusals(this::value).forEach(this::refuse);
        NumberChecks.refusals(this::value).forEach(this::refuse);
        TracingChecks.refusals(this::value).forEach(this::refuse);
        if (isTrue("cell-monitor.demo")) {
            checkDemo();
        } else {
            require(PRODUCTION);
            checkProduction();
        }
        refusals.sort(null);
        return List.copyOf(refusals);
    }

    private void checkProxies() {
        value("cell-monitor.trusted-proxies").stream()
                .flatMap(proxies -> Stream.of(proxies.split(",")))
                .map(String::strip)
                .filter(proxy -> !isAddressOrNetwork(proxy))
                .forEach(proxy -> refuse(
                        "cell-monitor.trusted-proxies",
                        proxy + " is neither an address nor a network (192.0.2.7, 10.1.0.0/16), or is everybody"));
        if (isTrue("quarkus.http.proxy.proxy-address-forwarding")
                && value("quarkus.http.proxy.trusted-proxies").isEmpty()
                && value("cell-monitor.trusted-proxies").isEmpty()) {
            refuse(
                    "quarkus.http.proxy.proxy-address-forwarding",
                    "believes everybody's headers: set CELL_MONITOR_TRUSTED_PROXIES instead");
        }
    }

    /** No names, for whoever answers for a name would be believed. */
    private static boolean isAddressOrNetwork(String text) {
        String[] parts = text.split("/", -1);
        boolean address = NetUtil.isValidIpV4Address(parts[0]) || NetUtil.isValidIpV6Address(parts[0]);
        return address && (parts.length == 1 || (parts.length == 2 && parts[1].matches("[1-9]\\d{0,2}")));
    }

    private void checkDemo() {
        String host = value("cell-monitor.host").orElse("127.0.0.1");
        if (!Loopback.isName(host)) {
            refuse(
                    "cell-monitor.demo",
                    "the demo runs on this machine only: take CELL_MONITOR_HOST away, or set no demo");
        }
    }

    private void checkProduction() {
        if (isTrue("cell-monitor.open-door")) {
            refuse("cell-monitor.open-door", "the open door is for the demo only: give senders API keys");
        }
        value("cell-monitor.keyset")
                .filter(file -> !Files.isReadable(Path.of(file)))
                .ifPresent(file -> refuse("cell-monitor.keyset", "there is no readable file " + file));
        ConfiguredTokenKeys.refusal(value("cell-monitor.token-keys"), value("cell-monitor.token-keys-file"))
                .ifPresent(refusals::add);
        if (value("cell-monitor.admin").isPresent()
                && value("cell-monitor.admin-password").isEmpty()) {
            refuse("cell-monitor.admin-password", "is missing: set it to the first admin's password");
        }
    }

    private void require(Map<String, String> cures) {
        cures.forEach((name, cure) -> {
            if (value(name).isEmpty()) {
                refuse(name, "is missing: " + cure);
            }
        });
    }

    private void refuse(String name, String reason) {
        refusals.add(name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_') + ": " + reason);
    }

    private boolean isTrue(String name) {
        return value(name).filter("true"::equalsIgnoreCase).isPresent();
    }

    private Optional<String> value(String name) {
        return settings.apply(name).filter(value -> !value.isBlank());
    }
}
