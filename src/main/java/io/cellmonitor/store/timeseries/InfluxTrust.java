package io.cellmonitor.store.timeseries;

import io.vertx.core.Vertx;
import io.vertx.core.net.PemTrustOptions;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Trust in a certificate authority of one's own, for the two clients that speak with InfluxDB. */
record InfluxTrust(PemTrustOptions options, SSLContext context, X509TrustManager manager) {

    /** Throws {@link IllegalArgumentException} when the file holds no certificate. */
    static InfluxTrust in(Path certificate, Vertx vertx) {
        PemTrustOptions options = new PemTrustOptions().addCertPath(certificate.toString());
        try {
            TrustManager[] managers = options.getTrustManagerFactory(vertx).getTrustManagers();
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers, null);
            return new InfluxTrust(
                    options,
                    context,
                    Arrays.stream(managers)
                            .filter(X509TrustManager.class::isInstance)
                            .map(X509TrustManager.class::cast)
                            .findFirst()
                            .orElseThrow());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no certificate in " + certificate, e);
        } catch (Exception e) {
            throw new IllegalArgumentException("cannot read " + certificate, e);
        }
    }
}
