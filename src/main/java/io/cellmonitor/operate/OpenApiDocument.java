package io.cellmonitor.operate;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/**
 * Completes the OpenAPI document at build time with what the code says in other ways: a record's component that is not {@code @Nullable} is
 * always there, and every refusal is a problem (RFC 9457).
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class OpenApiDocument implements OASFilter {

    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final DotName JSON_NAME = DotName.createSimple("com.fasterxml.jackson.annotation.JsonProperty");
    private static final String PROBLEM = "Problem";

    private final IndexView index;

    /** Quarkus makes it with the index of the application's classes. */
    public OpenApiDocument(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().addSchema(PROBLEM, problem());
        document.getComponents().getSchemas().values().forEach(this::require);
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .forEach(OpenApiDocument::addRefusals);
    }

    /** The records whose JSON has exactly these members tell which of them may be absent. */
    private void require(Schema schema) {
        Map<String, Schema> properties = schema.getProperties();
        if (properties == null || schema.getRequired() != null) {
            return;
        }
        index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .filter(type -> names(type).equals(properties.keySet()))
                .findFirst()
                .ifPresent(type -> type.recordComponents().stream()
                        .filter(component -> !component.type().hasAnnotation(NULLABLE))
                        .forEach(component -> schema.addRequired(name(type, component))));
    }

    private static Set<String> names(ClassInfo type) {
        return type.recordComponents().stream()
                .map(component -> name(type, component))
                .collect(Collectors.toSet());
    }

    /** What Jackson renames a component with lies on its field. */
    private static String name(ClassInfo type, RecordComponentInfo component) {
        AnnotationInstance given = type.field(component.name()).declaredAnnotation(JSON_NAME);
        return given == null ? component.name() : given.value().asString();
    }

    private static void addRefusals(Operation operation) {
        boolean guarded = operation.getResponses().hasAPIResponse("401");
        if (guarded && operation.getParameters() != null) {
            operation.getResponses().addAPIResponse("404", OASFactory.createAPIResponse());
        }
        if (guarded && isAsked(operation)) {
            operation.getResponses().addAPIResponse("422", OASFactory.createAPIResponse());
        }
        operation.getResponses().getAPIResponses().entrySet().stream()
                .filter(response -> response.getKey().startsWith("4"))
                .forEach(response -> asProblem(response.getKey(), response.getValue()));
    }

    /** Whether it has parameters of a query, which have limits. */
    private static boolean isAsked(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.QUERY);
    }

    private static void asProblem(String status, APIResponse response) {
        Map<String, String> reasons = Map.of(
                "400",
                "It cannot be read",
                "401",
                "Nobody is signed in",
                "403",
                "The caller may not",
                "404",
                "There is no such thing",
                "422",
                "A value is beyond its limit");
        response.description(reasons.getOrDefault(status, "Refused"))
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(PROBLEM))));
    }

    private static Schema problem() {
        Schema schema = OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
        for (String member : new String[] {"type", "title", "detail", "instance", "field", "limit"}) {
            schema.addProperty(member, OASFactory.createSchema().addType(Schema.SchemaType.STRING));
        }
        return schema.addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addRequired("title")
                .addRequired("status");
    }
}
