package io.cellmonitor.operate;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which methods each route has, by the OpenAPI document that we serve: the JAX-RS implementation does not tell. Safe from any thread. */
@ApplicationScoped
class RouteMethods {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private record Route(Pattern path, Set<String> methods) {}

    private final OpenApiDocumentService documents;
    private volatile @Nullable List<Route> routes;

    RouteMethods(OpenApiDocumentService documents) {
        this.documents = documents;
    }

    /** In the order of the alphabet, {@code HEAD} and {@code OPTIONS} with them; empty for a path that is no route. */
    Set<String> of(String path) {
        return routes().stream()
                .filter(route -> route.path().matcher(path).matches())
                .map(Route::methods)
                .findFirst()
                .orElse(Set.of());
    }

    /** Read at the first question: whoever asks for routes that exist never asks. */
    private List<Route> routes() {
        List<Route> known = routes;
        if (known == null) {
            known = read(new JsonObject(
                    Buffer.buffer(documents.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON))));
            routes = known;
        }
        return known;
    }

    private static List<Route> read(JsonObject document) {
        return document.getJsonObject("paths").stream()
                .map(path -> new Route(pattern(path.getKey()), methods((JsonObject) path.getValue())))
                .toList();
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(template.replace(".", "[.]").replaceAll("\\{[^}]+}", "[^/]+") + "/?");
    }

    private static Set<String> methods(JsonObject path) {
        Set<String> methods = path.fieldNames().stream()
                .filter(METHODS::contains)
                .map(name -> name.toUpperCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return methods;
    }
}
