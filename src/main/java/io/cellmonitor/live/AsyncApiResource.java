package io.cellmonitor.live;

import io.quarkus.runtime.annotations.RegisterResources;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The AsyncAPI document of the live frames; tests check real frames against it. */
@Path("/api/v1/asyncapi.yaml")
@PermitAll
@RegisterResources(globs = "asyncapi.yaml")
public class AsyncApiResource {

    private final String document = read();

    /** The document. */
    @GET
    @Produces("application/yaml")
    public String document() {
        return document;
    }

    private static String read() {
        try (InputStream file = AsyncApiResource.class.getResourceAsStream("/asyncapi.yaml")) {
            if (file == null) {
                throw new IllegalStateException("asyncapi.yaml is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
