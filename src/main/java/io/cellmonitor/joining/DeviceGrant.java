package io.cellmonitor.joining;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cellmonitor.access.Secret;
import io.cellmonitor.access.StudentSubject;
import io.cellmonitor.problem.Problem;
import io.cellmonitor.seal.Names;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets in who has a device's secret. Devices that this instance has seen stay valid while PostgreSQL is away: who is in stays in (promise 7), but
 * for whom the list of revocations names.
 */
@ApplicationScoped
class DeviceGrant {

    private static final int UNAUTHORIZED = 401;

    private final StudentDevices devices;
    private final Names names;
    private final Cache<String, StudentDevice> seen = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterAccess(Duration.ofHours(2))
            .build();

    DeviceGrant(StudentDevices devices, Names names) {
        this.devices = devices;
        this.names = names;
    }

    /** Fails with a problem: 401 for a secret that is nobody's (any more). */
    Uni<Admitted> admit(TokenRequest wanted) {
        Secret secret = new Secret(Optional.ofNullable(wanted.deviceSecret())
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> Problem.invalid(
                        "device_secret", "device_secret is missing.", "a secret that joining a class gave")));
        String hash = secret.hexHash();
        return devices.find(secret)
                .invoke(found -> found.ifPresentOrElse(device -> seen.put(hash, device), () -> seen.invalidate(hash)))
                .onFailure()
                .recoverWithUni(failure -> seen.getIfPresent(hash) == null
                        ? Uni.createFrom().failure(failure)
                        : Uni.createFrom().item(Optional.ofNullable(seen.getIfPresent(hash))))
                .map(found -> admitted(found.orElseThrow(DeviceGrant::unknown)));
    }

    private Admitted admitted(StudentDevice device) {
        StudentSubject subject = device.subject();
        String name = names.open(subject.principal().studentId(), subject.sealedName());
        return new Admitted(subject, name, device.verified(), null);
    }

    private static RuntimeException unknown() {
        return Problem.of(
                UNAUTHORIZED,
                "device_secret",
                "This device is not known, or its access was taken away: join the class again.",
                "a secret that joining a class gave");
    }
}
